import type { Drawing } from '../model/page.js'
import { type Box, heightOf, unionOf } from '../model/place.js'
import type { DrawnShapes } from './drawn-shapes.js'
import { downwards, type Print } from './print.js'

/** Height of a drawn letter, in heights of the letters of its line. */
const LOWEST = 0.4
const HIGHEST = 1.2
/** A letter stands this near (em) to the one before it, or to the one behind it. */
const NEAR_BEFORE = 1.2
const NEAR_BEHIND = 0.3
/** Letters that fill a cell (均等割付) stand this far (em) apart at the most, and evenly. */
const SPREAD = 4
const EVEN = 0.4
/** A drawing that leaves less (em) of a gap fills it. */
const FILLED = 1
/** A drawn letter may reach into its neighbours by this much (em). */
const OVERLAP = 0.25

/** The prints of one page with the letters that its drawings are. */
export const withDrawn = (prints: readonly Print[], drawings: readonly Drawing[], shapes: DrawnShapes): Print[] => {
  const written = [...prints]
  for (const { box, shape } of [...drawings].sort((a, b) => a.box.x0 - b.box.x0)) {
    const [nearest] = placesIn(written, box).sort((a, b) => a.distance - b.distance)
    if (nearest) written[nearest.at] = inserted(written[nearest.at] as Print, nearest, box, shapes.letterOf(shape))
  }
  return written.sort(downwards)
}

/** Units [from, to) of a line's text give way to a letter. */
interface Gap {
  readonly from: number
  readonly to: number
  /** How far (em) the letter stands from its nearer neighbour. */
  readonly distance: number
}

const placesIn = (prints: readonly Print[], box: Box): (Gap & { readonly at: number })[] =>
  prints.flatMap((print, at) => {
    const gap = isLevel(print, box) ? gapAt(print, box) : null
    return gap ? [{ ...gap, at }] : []
  })

const isLevel = ({ box: line }: Print, box: Box): boolean => {
  const middle = (box.y0 + box.y1) / 2
  const share = heightOf(box) / heightOf(line)
  return middle > line.y0 && middle < line.y1 && share >= LOWEST && share <= HIGHEST
}

/** How far (em) a drawing stands from the letters beside it; infinite at an end of the line. */
interface Distances {
  readonly left: number
  readonly right: number
}

/** Why a drawing is a letter. What a gap parts from a name before which it stands is a mark. */
const reasons: readonly ((distances: Distances) => boolean)[] = [
  ({ left }) => left <= NEAR_BEFORE,
  ({ right }) => right <= NEAR_BEHIND,
  ({ left, right }) => left <= SPREAD && Math.abs(left - right) <= EVEN,
]

/** Where a drawing stands between the letters of a line; null where it is none of them. */
const gapAt = (print: Print, box: Box): Gap | null => {
  const letters = lettersOf(print)
  const middle = (box.x0 + box.x1) / 2
  const before = letters.findLast((letter) => middleOf(letter) < middle)
  const behind = letters.find((letter) => middleOf(letter) >= middle)
  const em = heightOf(print.box)
  const left = before ? (box.x0 - before.x1) / em : Infinity
  const right = behind ? (behind.x0 - box.x1) / em : Infinity
  const distance = Math.min(left, right)
  if (distance < -OVERLAP || !reasons.some((holds) => holds({ left, right }))) return null
  const [from, to] = [before ? before.unit + 1 : 0, behind ? behind.unit : print.text.length]
  if (left + right < FILLED) return { from, to, distance }
  return left <= right ? { from, to: from, distance } : { from: to, to, distance }
}

/** A letter of a print, by its unit in the text, with its edges on the page. */
interface Letter {
  readonly unit: number
  readonly x0: number
  readonly x1: number
}

const lettersOf = ({ text, boxes }: Print): Letter[] =>
  [...text.matchAll(/\S/g)].map(({ index }) => ({
    unit: index,
    x0: boxes[4 * index] ?? 0,
    x1: boxes[4 * index + 2] ?? 0,
  }))

const middleOf = ({ x0, x1 }: Letter): number => (x0 + x1) / 2

/** A print with a letter as high as its line in a gap. */
const inserted = (print: Print, { from, to }: Gap, { x0, x1 }: Box, letter: string): Print => {
  const { text, boxes, box } = print
  const own = { x0, y0: box.y0, x1, y1: box.y1 }
  return {
    ...print,
    text: text.slice(0, from) + letter + text.slice(to),
    boxes: Float32Array.from([...boxes.slice(0, 4 * from), x0, own.y0, x1, own.y1, ...boxes.slice(4 * to)]),
    box: unionOf([box, own]),
  }
}
