import type { Origin } from '../model/text.js'

/** Text under repair, with the origin of each UTF-16 unit. */
export interface Traced {
  readonly text: string
  readonly origins: readonly (Origin | null)[]
}

/** One repair of a text. */
export type Rule = (traced: Traced) => Traced

/** Replaces single characters; a longer replacement keeps the character's origin in each unit. */
export const replaceCharacters =
  (pattern: RegExp, to: (character: string) => string): Rule =>
  (traced) => {
    const origins: (Origin | null)[] = []
    let copied = 0
    const text = traced.text.replace(pattern, (character: string, at: number) => {
      for (; copied < at; copied++) origins.push(traced.origins[copied] ?? null)
      copied += character.length
      const replacement = to(character)
      for (let i = 0; i < replacement.length; i++) origins.push(traced.origins[at] ?? null)
      return replacement
    })
    if (text === traced.text) return traced
    for (; copied < traced.text.length; copied++) origins.push(traced.origins[copied] ?? null)
    return { text, origins }
  }

/** Drops the spaces and tabs inside each match that `accepts`. */
export const dropGaps =
  (pattern: RegExp, accepts: (match: string, at: number, text: string) => boolean = () => true): Rule =>
  (traced) => {
    if (!/[ \t]/.test(traced.text)) return traced
    const dropped = new Set<number>()
    for (const match of traced.text.matchAll(pattern)) {
      if (!accepts(match[0], match.index, traced.text)) continue
      for (let i = match.index; i < match.index + match[0].length; i++)
        if (traced.text[i] === ' ' || traced.text[i] === '\t') dropped.add(i)
    }
    return dropped.size === 0 ? traced : dropAt(traced, dropped)
  }

export const inOrder =
  (rules: readonly Rule[]): Rule =>
  (traced) =>
    rules.reduce((repaired, rule) => rule(repaired), traced)

/** Applies a rule until it changes nothing. Rules that only drop gaps come to rest. */
export const untilStable =
  (rule: Rule): Rule =>
  (traced) => {
    let repaired = traced
    for (let before = ''; before !== repaired.text; ) {
      before = repaired.text
      repaired = rule(repaired)
    }
    return repaired
  }

/** Drops the units at the given positions. */
export const dropAt = ({ text, origins }: Traced, dropped: ReadonlySet<number>): Traced => {
  let kept = ''
  for (let i = 0; i < text.length; i++) if (!dropped.has(i)) kept += text[i]
  return { text: kept, origins: origins.filter((_, i) => !dropped.has(i)) }
}
