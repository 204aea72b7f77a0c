import { type Ink, isSpace } from './ink.js'
import { numberKindOf } from './numbers.js'
import { type Segment, segmentOf } from './segments.js'

/** A number this far (em) from what stands before it may be one of a column. */
const GAP = 0.4

const isDigit = (text: string): boolean => /^[0-9０-９]$/u.test(text)

/** A name and the numbers that follow it closely, each on its own with what stands in brackets behind it; a segment of other things stays whole. */
export const looseNumbersOf = (segment: Segment): Segment[] => {
  if (!/[,，]/u.test(segment.inks.map(({ text }) => text).join(''))) return [segment]
  const pieces: Ink[][] = []
  let last: Ink | null = null
  for (const ink of segment.inks) {
    if (isSpace(ink.text)) continue
    const isAside = last && isDigit(last.text) && /^[(（]$/u.test(ink.text)
    if (!last || (ink.x0 - last.x1 > GAP * ink.size && !isAside)) pieces.push([ink])
    else pieces.at(-1)?.push(ink)
    last = ink
  }
  const texts = pieces.map((piece) => piece.map(({ text }) => text).join(''))
  const first = texts.findIndex((_, i) => texts.slice(i).every((text) => numberKindOf(text) === 'grouped'))
  if (first < 0 || texts.length === 1) return [segment]
  const name = first === 0 ? [] : [segment.inks.slice(0, segment.inks.indexOf((pieces[first] as Ink[])[0] as Ink))]
  return [...name, ...pieces.slice(first)].map(segmentOf)
}
