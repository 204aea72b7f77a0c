import type { Line } from '../model/block.js'
import { overlapX, unionOf } from '../model/place.js'
import { type Ink, isSpace } from './ink.js'
import type { Segment } from './segments.js'

/** A gap this wide (em) without a printed space is a space: narrower beside Latin letters than between Japanese. */
const LATIN_SPACE = 0.18
const JAPANESE_SPACE = 0.4
/** A line that ends this near (em) to its column's right edge fills it: one hung mark and one character may be missing. */
const FULL_SLACK = 1.7

/** A line from the segments that stand on one level, left to right; a tab stands for each gap between them.
 * `right` is where the column's text ends. */
export const lineOf = (segments: readonly Segment[], right: number, number: number): Line => {
  const parts = segments.map((segment) => spelled(segment.inks.filter(isOpen)))
  const text = parts.map((part) => part.text).join('\t')
  const boxes = parts.flatMap((part, i) =>
    i === 0 ? part.boxes : [...blankAfter(parts[i - 1]?.boxes ?? []), ...part.boxes],
  )
  const inks = segments.flatMap((segment) => segment.inks).filter((ink) => !isSpace(ink.text))
  const size = segments[0]?.size ?? 0
  const box = unionOf(segments.map((segment) => segment.box))
  return {
    text,
    boxes: Float32Array.from(boxes),
    box,
    size,
    bold: 2 * inks.filter((ink) => ink.bold).length > inks.length,
    colour: mostCommon(inks.map((ink) => ink.colour)) ?? '#000000',
    vertical: false,
    number: inks[0]?.line ?? number,
    full: right - box.x1 <= FULL_SLACK * size,
  }
}

/** A stack of glyphs read downwards (or a line turned by a quarter). */
export const verticalLineOf = (inks: readonly Ink[], number: number): Line => ({
  text: inks.map((ink) => ink.text).join(''),
  boxes: Float32Array.from(
    inks.flatMap((ink) => Array.from({ length: ink.text.length }, () => [ink.x0, ink.y0, ink.x1, ink.y1]).flat()),
  ),
  box: unionOf(inks),
  size: inks[0]?.size ?? 0,
  bold: inks[0]?.bold ?? false,
  colour: inks[0]?.colour ?? '#000000',
  vertical: true,
  number: inks[0]?.line ?? number,
  full: false,
})

/** A blank painted over a letter, as some writers pad a column, parts nothing. */
const isOpen = (ink: Ink, i: number, inks: readonly Ink[]): boolean =>
  !isSpace(ink.text) ||
  ![inks[i - 1], inks[i + 1]].some(
    (other) => other && !isSpace(other.text) && 2 * overlapX(other, ink) > ink.x1 - ink.x0,
  )

const spelled = (inks: readonly Ink[]): { text: string; boxes: number[] } => {
  let text = ''
  const boxes: number[] = []
  inks.forEach((ink, i) => {
    const last = inks[i - 1]
    if (last && needsSpace(last, ink)) {
      text += ' '
      boxes.push(last.x1, last.y0, last.x1, last.y1)
    }
    text += ink.text
    for (let unit = 0; unit < ink.text.length; unit++) boxes.push(ink.x0, ink.y0, ink.x1, ink.y1)
  })
  return { text, boxes }
}

const needsSpace = (left: Ink, right: Ink): boolean => {
  if (isSpace(left.text) || isSpace(right.text)) return false
  const japanese = isJapanese(left.text) || isJapanese(right.text)
  return right.x0 - left.x1 > (japanese ? JAPANESE_SPACE : LATIN_SPACE) * Math.min(left.size, right.size)
}

const isJapanese = (text: string): boolean => /[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]/u.test(text)

const blankAfter = (boxes: readonly number[]): number[] => {
  const [, y0 = 0, x1 = 0, y1 = 0] = boxes.slice(-4)
  return [x1, y0, x1, y1]
}

const mostCommon = <T>(values: readonly T[]): T | undefined => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
