import type { CleanText } from '../model/text.js'
import type { Token } from '../model/token.js'
import { changes } from './changes.js'
import { flags } from './flags.js'
import { labels } from './labels.js'
import { markStarts, marks } from './marks.js'
import { money, unpriced } from './money.js'
import { numbers } from './numbers.js'
import { qualifiers } from './qualifiers.js'
import { scales } from './scales.js'
import { units } from './units.js'
import type { Vocabulary } from './vocabulary.js'
import { years } from './years.js'

/** Kinds in the order in which they win where two matches are alike in place and length. */
const vocabularies: readonly Vocabulary[] = [money, unpriced, units, years, changes, labels, flags, qualifiers, scales]

/** Tokens of a text: marks at its head, then money before all else, then leftmost, longest. They never overlap. */
export const scan = (clean: CleanText): readonly Token[] => {
  const { text } = clean
  const head = headMarks(text)
  const candidates = (clean.cell ? [...vocabularies, numbers] : vocabularies).flatMap((vocabulary) =>
    find(text, vocabulary),
  )
  const start = head.at(-1)?.to ?? 0
  const body = pick(candidates.filter(({ from }) => from >= start))
  return [...head, ...body]
}

const find = (text: string, { kind, hint, entries }: Vocabulary): readonly Token[] => {
  if (!hint.test(text)) return []
  return entries.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, name, from: match.index, to: match.index + match[0].length })),
  )
}

/** Money takes its place first; the rest fills the gaps. */
const pick = (candidates: readonly Token[]): readonly Token[] => {
  const taken: Token[] = []
  const isFree = (token: Token) => taken.every((other) => token.to <= other.from || token.from >= other.to)
  for (const wanted of [true, false]) {
    const some = candidates.filter(({ kind }) => (kind === 'money') === wanted)
    for (const token of [...some].sort(byPlace)) if (token.to > token.from && isFree(token)) taken.push(token)
  }
  return taken.sort(byPlace)
}

/** Array sorting is stable, so the order of the vocabularies decides between equals. */
const byPlace = (a: Token, b: Token): number => a.from - b.from || b.to - a.to

const headMarks = (text: string): readonly Token[] => {
  const found: Token[] = []
  let at = 0
  for (;;) {
    at += /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0
    const mark = longestMark(text, at)
    if (!mark) return found
    found.push(mark)
    at = mark.to
  }
}

const longestMark = (text: string, at: number): Token | null => {
  if (!markStarts.test(text.charAt(at))) return null
  let longest: Token | null = null
  for (const { name, pattern } of stickyMarks) {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    if (length > 0 && at + length > (longest?.to ?? at)) longest = { kind: 'mark', name, from: at, to: at + length }
  }
  return longest
}

const stickyMarks = marks.map(({ name, pattern }) => ({ name, pattern: new RegExp(pattern.source, 'uy') }))
