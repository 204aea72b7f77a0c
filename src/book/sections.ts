import { type Box, unionOf } from '../model/place.js'
import type { Column, Section } from './column.js'
import { headWordsIn, isHeadWord, type Meaning } from './column-words.js'
import { foldDigits } from './digits.js'
import { columnsBelow } from './head-columns.js'
import type { Leaf } from './leaf.js'
import { levelsOf, type Print, squeeze, stretchesOf } from './print.js'

/** Words of one head stand this close below each other, in points. */
const HEAD_GAP = 14
/** How far below its last word the rule of a head may stand. */
const RULE_BELOW = 40
/** How far above its first word. */
const RULE_ABOVE = 30
/** Rules this close stand on one level. */
const ONE_LEVEL = 2
/** Rules on a level may be this far apart, and this short of their head. */
const GAP = 6
/** A head that is taller is none. */
const TALLEST = 120

/** The sections of a sheet from top to bottom; stretches below heads that are not those of a budget book have none. */
export const sectionsOf = (leaf: Leaf): Section[] => {
  const heads = headsOf(leaf)
  return heads.flatMap((box, i) => sectionsBelow(leaf, box, heads[i + 1]?.y0 ?? leaf.height))
}

/** Where heads of tables stand: two different words of heads or more, close together. */
const headsOf = ({ prints }: Leaf): Box[] => {
  const clusters: { box: Box; words: Set<string> }[] = []
  for (const { box, words } of levelsOf(prints).flatMap(headWordsOf)) {
    const cluster = clusters.at(-1)
    const gap = words.every(isRowWord) ? 0 : HEAD_GAP
    if (cluster && box.y0 - cluster.box.y1 <= gap && box.y1 - cluster.box.y0 <= TALLEST) {
      cluster.box = unionOf([cluster.box, box])
      for (const word of words) cluster.words.add(word)
    } else clusters.push({ box, words: new Set(words) })
  }
  const heads = clusters.filter(({ words }) => isHead(words))
  return (heads.length > 0 ? heads : clusters.filter(({ words }) => isLone(words)).slice(0, 1)).map(({ box }) => box)
}

/** 説明 alone heads a page that faces all else of its table; rows print the word too. */
const isLone = (words: ReadonlySet<string>): boolean => words.size === 1 && words.has('説明')

/** Words that rows print too: they belong to a head only on a level with other words of it. */
const isRowWord = (word: string): boolean => /^(合?計|その他)$/u.test(word)

/** What a head prints on one level. */
interface HeadWords {
  readonly box: Box
  readonly words: readonly string[]
}

/** The words of heads on a level: all of it, whatever lines the layout made of its letters, or the lines of it that are such. */
const headWordsOf = (level: readonly Print[]): HeadWords[] => {
  const whole = headWordsIn(level.map(({ text }) => squeeze(text)).join(''))
  if (whole.length > 0) return [{ box: unionOf(level.map(({ box }) => box)), words: whole }]
  return level.flatMap(({ text, box }) => {
    const parts = stretchesOf(text).map(squeeze)
    const words = isHeadWord(squeeze(text)) ? [squeeze(text)] : parts.every(isHeadWord) ? parts : []
    return words.length > 0 ? [{ box, words }] : []
  })
}

/** A word of 款項目節 or 説明 with any other, or three funding sources: 計 or その他 stand in rows too. */
const isHead = (words: ReadonlySet<string>): boolean =>
  (words.size >= 2 && [...words].some((word) => /[款項目節]|^区分|^説明|^備考/u.test(word))) ||
  (words.size >= 3 && words.has('一般財源'))

/** The section below a head; tables side by side on one sheet, each with names of its own, are read one after another. */
const sectionsBelow = (leaf: Leaf, words: Box, bottom: number): Section[] => {
  const head = headRule(leaf, words)
  return sideBySide(columnsBelow(leaf, { ...words, y0: topRule(leaf, words), y1: head }, bottom))
    .filter(isBook)
    .map((columns) => ({ columns, top: words.y0, head, bottom }))
}

const sideBySide = (columns: readonly Column[]): Column[][] => {
  const parts: Column[][] = [[]]
  for (const column of columns) {
    const { meaning } = column
    const own = parts.at(-1) as Column[]
    const isAgain = meaning.kind === 'names' && own.some((one) => sameNames(one.meaning, meaning))
    if (isAgain) parts.push([column])
    else own.push(column)
  }
  return parts
}

const sameNames = (a: Meaning, b: Meaning): boolean =>
  a.kind === 'names' && b.kind === 'names' && a.levels.join() === b.levels.join()

/** The first rule below the words of a head; one below some of them has the others' rule below it, if but words stand between. */
const headRule = ({ rules, prints }: Leaf, words: Box): number => {
  const below = rules.across.filter(
    (rule) => rule.y0 >= words.y1 - 3 && rule.y0 <= words.y1 + RULE_BELOW && rule.x0 < words.x1 && rule.x1 > words.x0,
  )
  if (below.length === 0) return words.y1 + 1
  const first = Math.min(...below.map(({ y0 }) => y0))
  const last = Math.min(...below.filter(({ y0 }) => isWhole(below, y0, words)).map(({ y0 }) => y0))
  const hasNumber = prints.some(({ box, text }) => box.y0 >= first && box.y0 < last && /\d/u.test(foldDigits(text)))
  return last < Infinity && !hasNumber ? last : first
}

/** Whether the rules on a level go below all of a head. */
const isWhole = (rules: readonly Box[], level: number, { x0, x1 }: Box): boolean => {
  const own = rules.filter(({ y0 }) => Math.abs(y0 - level) <= ONE_LEVEL)
  let end = x0
  for (const rule of own.toSorted((a, b) => a.x0 - b.x0)) if (rule.x0 <= end + GAP) end = Math.max(end, rule.x1)
  return end >= x1 - GAP
}

/** Where the rule above a head stands, or its first word without one: letters of words set upright stand above others. */
const topRule = ({ rules }: Leaf, words: Box): number => {
  const above = rules.across.filter(
    (rule) => rule.y1 <= words.y0 + 3 && rule.y0 >= words.y0 - RULE_ABOVE && rule.x0 <= words.x0 && rule.x1 >= words.x1,
  )
  return above.length === 0 ? words.y0 : Math.min(words.y0, Math.max(...above.map(({ y1 }) => y1)))
}

/** Names with money, 節 with money, or what a page prints that faces its names: funding sources or 説明 alone. A table with 節 that
 * have no money of their own is another one, such as an estimate of taxes. */
const isBook = (columns: readonly Column[]): boolean => {
  const count = (kind: Meaning['kind']) => columns.filter(({ meaning }) => meaning.kind === kind).length
  if (count('setsu') > 0 && count('amount') === 0) return false
  if (count('names') > 0) return count('money') > 0
  if (count('setsu') > 0) return count('description') > 0
  if (columns.length === 1) return count('description') > 0
  return count('money') >= 3 && columns.some(({ meaning }) => meaning.kind === 'money' && meaning.column === 'general')
}
