import { isInside, type RuledBand } from './bands.js'
import type { Piece } from './pieces.js'

/** What stands on one row of a table: the lines of its name and its amounts. */
export interface Row<Amount extends Printed, Name extends Printed = Printed> {
  /** Where its print begins and ends, in points of the sheet. */
  readonly y: number
  readonly y1: number
  /** The closed band that begins with it; null for other rows. */
  readonly opens: RuledBand | null
  /** Whether it is the only row of its band. */
  readonly isAlone: boolean
  readonly names: readonly Name[]
  readonly amounts: readonly Amount[]
}

interface Printed {
  readonly piece: Piece
}

/** Amounts whose middles are this close (em) stand on one level. */
const LEVEL = 0.5

/** The rows of a band. With one level of amounts all names are its name; with several, each level has the name beside it and
 * the lines that carry that name on. */
export const rowsIn = <Amount extends Printed, Name extends Printed>(
  band: RuledBand,
  names: readonly Name[],
  amounts: readonly Amount[],
): Row<Amount, Name>[] => {
  const own = names.filter(({ piece }) => isInside(band, piece.box))
  const levels = levelsOf(amounts.filter(({ piece }) => isInside(band, piece.box)))
  if (levels.length + own.length === 0) return []
  const rows = levels.length > 1 ? distribute(own, levels) : [{ names: own, amounts: levels[0] ?? [] }]
  return rows.map((row, i) => ({
    names: row.names,
    amounts: row.amounts,
    ...extentOf([...row.names, ...row.amounts]),
    opens: i === 0 && band.isClosed ? band : null,
    isAlone: rows.length === 1,
  }))
}

const extentOf = (printed: readonly Printed[]): { y: number; y1: number } => ({
  y: Math.min(...printed.map(({ piece }) => piece.box.y0)),
  y1: Math.max(...printed.map(({ piece }) => piece.box.y1)),
})

const middle = ({ piece: { box } }: Printed): number => (box.y0 + box.y1) / 2

const levelsOf = <Amount extends Printed>(amounts: readonly Amount[]): Amount[][] => {
  const levels: Amount[][] = []
  for (const amount of [...amounts].sort((a, b) => middle(a) - middle(b))) {
    const level = levels.at(-1)
    const first = level?.[0]
    if (first && middle(amount) - middle(first) <= LEVEL * first.piece.size) level.push(amount)
    else levels.push([amount])
  }
  return levels.map((level) => level.sort((a, b) => a.piece.box.x0 - b.piece.box.x0))
}

const distribute = <Amount extends Printed, Name extends Printed>(
  names: readonly Name[],
  levels: readonly Amount[][],
) => {
  const rows = levels.map((amounts) => ({ names: [] as Name[], amounts, at: middle(amounts[0] as Amount) }))
  const beside = (name: Name) => rows.find(({ at }) => Math.abs(at - middle(name)) <= LEVEL * name.piece.size)
  const named = new Set(names.filter((name) => /\D/u.test(name.piece.text)).map(beside))
  for (const name of names) {
    const above = rows.findLast(({ at }) => at < middle(name))
    const below = rows.find(({ at }) => at > middle(name))
    const row = beside(name) ?? (above && below ? nearer(name, above, below, named.has(below)) : (above ?? below))
    row?.names.push(name)
  }
  return rows
}

/** A line between two amounts carries on the name above, unless the amount below has no name of its own and is nearer. */
const nearer = <At extends { readonly at: number }>(name: Printed, above: At, below: At, isNamed: boolean): At =>
  !isNamed && below.at - middle(name) <= middle(name) - above.at ? below : above
