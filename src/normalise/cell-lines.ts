import type { Line } from '../model/block.js'
import { repair } from './characters.js'
import { joinLines } from './paragraphs.js'
import { dropAt, type Traced } from './traced.js'

/** More lines than this in a cell and one this long, or the end of a sentence, and it holds prose. */
const MOST_NAME_LINES = 3
const LONG_LINE = 16

/** A cell's text: its lines repaired one by one, for each is set by itself. A line that ends in a number is one of a list
 * of values, so a tab parts it from the next; the lines of a wrapped name join without a gap. */
export const joinCellLines = (lines: readonly Line[]): Traced => {
  const repaired = lines.map((line, index) => repair(closeSpread(tracedLine(line, index))))
  const isProse =
    (lines.length > MOST_NAME_LINES && repaired.some(({ text }) => text.length >= LONG_LINE)) ||
    repaired.some(({ text }) => /。/u.test(text) || /円.*円|、.*円/u.test(text))
  if (isProse) return joinProse(lines, repaired)
  return repaired
    .filter(({ text }) => text !== '')
    .reduce(
      (joined, line) => append(joined, needsTab(joined.text, line.text) ? '\t' : seam(joined.text, line.text), line),
      {
        text: '',
        origins: [],
      },
    )
}

const tracedLine = ({ text }: Line, index: number): Traced => {
  const start = text.length - text.trimStart().length
  const end = Math.max(start, text.trimEnd().length)
  return {
    text: text.slice(start, end),
    origins: Array.from({ length: end - start }, (_, i) => ({ line: index, at: start + i })),
  }
}

/** Sentences join as paragraphs do, but for lines that end in an amount: each begins a new item. */
const joinProse = (lines: readonly Line[], repaired: readonly Traced[]): Traced =>
  repaired.reduce<Traced>(
    (joined, line, index) => {
      if (line.text === '') return joined
      const isItem = !lines[index - 1]?.full && /円[)）]?$/u.test(joined.text)
      const whole = joinLines([seamLine(joined.text, lines[index - 1]), seamLine(line.text, lines[index])])
      const gap = whole.text.slice(joined.text.length, whole.text.length - line.text.length)
      return append(joined, isItem ? '\t' : gap, line)
    },
    { text: '', origins: [] },
  )

/** A line with the text of a repaired one, so that one rule decides how lines join. */
const seamLine = (text: string, line: Line | undefined): Line => ({
  text,
  boxes: new Float32Array(0),
  box: { x0: 0, y0: 0, x1: 0, y1: 0 },
  size: 0,
  bold: false,
  colour: '#000000',
  vertical: false,
  number: 1,
  full: line?.full ?? false,
})

const append = (joined: Traced, gap: string, line: Traced): Traced => ({
  text: joined.text + (joined.text === '' ? '' : gap) + line.text,
  origins: [...joined.origins, ...(joined.text === '' ? [] : [...gap].map(() => null)), ...line.origins],
})

/** A value ends a line of a list of values; a unit set small above a number is a line of its own. */
const needsTab = (before: string, after: string): boolean =>
  /(?:^|[\s\p{L})）])[△▲−-]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)[)）]?$/u.test(before) ||
  /^[(（]?(?:百万|千万|億|千|万)?円[)）]?$|^[%％]$/u.test(before) ||
  /^[(（]?[△▲−-]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[)）]?$/u.test(after)

/** Latin words and numbers keep a gap between them, Japanese words do not, but for a mark on a line above the name. */
const seam = (before: string, after: string): string =>
  (/[A-Za-z0-9]$/u.test(before) && /^[A-Za-z0-9]/u.test(after)) || /^(?:新規|拡充|継続|新|拡|継)$/u.test(before)
    ? ' '
    : ''

const numbering = /^[ \t]*(?:[(（]?\d{1,3}[)）.．]?|[①-⑳]|[(（][ア-ン][)）])[ \t]*(?=\p{L})/u

/** A name set over the width of its cell (均等割付), letter by letter or in pieces of two: `4 配	当 割 交 付 金`. */
const closeSpread = (line: Traced): Traced => {
  const from = numbering.exec(line.text)?.[0].length ?? 0
  const chunks = line.text
    .slice(from)
    .trim()
    .split(/[\s\u3000]+/u)
  if (!isSpread(chunks)) return line
  const gaps = new Set<number>()
  for (let i = from; i < line.text.length; i++) if (/[\s\u3000]/u.test(line.text[i] ?? '')) gaps.add(i)
  return dropAt(line, gaps)
}

const isSpread = (chunks: readonly string[]): boolean => {
  const singles = chunks.filter((chunk) => [...chunk].length === 1)
  const letters = chunks.join('').replace(/[^\p{L}]/gu, '')
  return (
    chunks.length > 1 &&
    letters.length > 1 &&
    2 * singles.length > chunks.length &&
    !/^[款項目節]+$/u.test(letters) &&
    !chunks.some((chunk) => /^[△▲-]?\d[\d,.]+$/u.test(chunk))
  )
}
