import { type Box, unionOf } from '../model/place.js'
import type { Column, Section } from './column.js'
import { isHeadWord, type Meaning } from './column-words.js'
import { columnsBelow } from './head-columns.js'
import type { Leaf } from './leaf.js'
import { type Print, squeeze, stretchesOf } from './print.js'

/** Words of one head stand this close below each other, in points. */
const HEAD_GAP = 14
/** How far below its last word the rule of a head may stand. */
const RULE_BELOW = 40
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
  for (const print of prints) {
    const words = headWordsOf(print)
    if (words.length === 0) continue
    const cluster = clusters.at(-1)
    const gap = words.every(isRowWord) ? 0 : HEAD_GAP
    if (cluster && print.box.y0 - cluster.box.y1 <= gap && print.box.y1 - cluster.box.y0 <= TALLEST) {
      cluster.box = unionOf([cluster.box, print.box])
      for (const word of words) cluster.words.add(word)
    } else clusters.push({ box: print.box, words: new Set(words) })
  }
  return clusters.filter(({ words }) => isHead(words)).map(({ box }) => box)
}

/** Words that rows print too: they belong to a head only on a level with other words of it. */
const isRowWord = (word: string): boolean => /^(合?計|その他)$/u.test(word)

const headWordsOf = ({ text }: Print): string[] => {
  const whole = squeeze(text)
  if (isHeadWord(whole)) return [whole]
  const parts = stretchesOf(text).map(squeeze)
  return parts.every(isHeadWord) ? parts : []
}

/** A word of 款項目節 or 説明 with any other, or three funding sources: 計 or その他 stand in rows too. */
const isHead = (words: ReadonlySet<string>): boolean =>
  (words.size >= 2 && [...words].some((word) => /[款項目節]|^区分|^説明|^備考/u.test(word))) ||
  (words.size >= 3 && words.has('一般財源'))

/** The section below a head; tables side by side on one sheet, each with names of its own, are read one after another. */
const sectionsBelow = (leaf: Leaf, words: Box, bottom: number): Section[] => {
  const head = headRule(leaf, words)
  return sideBySide(columnsBelow(leaf, { ...words, y1: head }, bottom))
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

const headRule = ({ rules }: Leaf, words: Box): number => {
  const below = rules.across.filter(
    (rule) => rule.y0 >= words.y1 - 3 && rule.y0 <= words.y1 + RULE_BELOW && rule.x0 < words.x1 && rule.x1 > words.x0,
  )
  return below.length === 0 ? words.y1 + 1 : Math.min(...below.map(({ y0 }) => y0))
}

/** Names with money, 節 with money, or the funding sources of a page that faces its names. */
const isBook = (columns: readonly Column[]): boolean => {
  const count = (kind: Meaning['kind']) => columns.filter(({ meaning }) => meaning.kind === kind).length
  if (count('names') > 0) return count('money') > 0
  if (count('setsu') > 0) return count('amount') > 0 && count('description') > 0
  return count('money') >= 3 && columns.some(({ meaning }) => meaning.kind === 'money' && meaning.column === 'general')
}
