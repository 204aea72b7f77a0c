import { type Level, middleOf } from './levels.js'

/** A level of a table's body: whether it prints a number of the row, and whether its label fills its column so that the
 * next level may carry it on. */
export interface BodyLevel extends Level {
  readonly numbered: boolean
  readonly full: boolean
}

/** Levels nearer than this share of the usual distance of rows belong to one row. */
const TIGHT = 0.8
/** Of two neighbours, the one nearer by this share is the partner. */
const NEARER = 0.85

type Partner = 'above' | 'below' | null

/** The rows of a table's body: each number has a row of its own; what else stands between joins its row, or is a row
 * without numbers. */
export const printedRowsOf = <T extends BodyLevel>(levels: readonly T[]): T[][] => {
  const pitch = pitchOf(levels)
  const isRagged = 2 * levels.filter(({ full }) => full).length < levels.length
  const fallback = levels[0]?.numbered === false && distance(levels[0], levels[1]) < TIGHT * pitch ? 'below' : 'above'
  const partners = levels.map((level, i) =>
    level.numbered ? null : partnerOf(levels, i, { pitch, fallback, isRagged }),
  )
  const rows: T[][] = []
  levels.forEach((level, i) => {
    if (i > 0 && (partners[i - 1] === 'below' || partners[i] === 'above')) rows.at(-1)?.push(level)
    else rows.push([level])
  })
  return rows
}

/** Distance of its rows, where what stands between two rows belongs, and whether some labels are shorter than others. */
interface Setting {
  readonly pitch: number
  readonly fallback: Partner
  readonly isRagged: boolean
}

const partnerOf = (levels: readonly BodyLevel[], i: number, { pitch, fallback, isRagged }: Setting): Partner => {
  const [above, level, below] = [levels[i - 1], levels[i], levels[i + 1]]
  const [up, down] = [distance(above, level), distance(level, below)]
  const [tightUp, tightDown] = [up < TIGHT * pitch, down < TIGHT * pitch]
  if (tightUp && tightDown) return up < NEARER * down ? 'above' : down < NEARER * up ? 'below' : fallback
  if (tightUp || tightDown) return tightUp ? 'above' : 'below'
  if (!isRagged) return null
  if (above?.full && up <= pitch * 1.2) return 'above'
  return level?.full && down <= pitch * 1.2 ? 'below' : null
}

/** The usual distance of rows with numbers. */
const pitchOf = (levels: readonly BodyLevel[]): number => {
  const numbered = levels.filter((level) => level.numbered)
  const distances = numbered.slice(1).map((level, i) => distance(numbered[i], level))
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0
}

const distance = (above: Level | undefined, below: Level | undefined): number =>
  above && below ? middleOf(below.box) - middleOf(above.box) : Infinity
