import type { Box } from '../model/place.js'
import type { Meaning } from './column-words.js'

/** A column of a section from its left rule to its right one, in points of the sheet. */
export interface Column {
  readonly meaning: Meaning
  readonly x0: number
  readonly x1: number
}

/** A stretch of a sheet below one head: a table, or several one below another that share its columns. */
export interface Section {
  readonly columns: readonly Column[]
  /** Where the head begins, where its last rule stands and where the next head or the sheet ends the section. */
  readonly top: number
  readonly head: number
  readonly bottom: number
}

export const middleOf = ({ x0, x1 }: Pick<Box, 'x0' | 'x1'>): number => (x0 + x1) / 2

type KindOf = Meaning['kind']

export const columnsOf = <Kind extends KindOf>(
  { columns }: Section,
  kind: Kind,
): (Column & { readonly meaning: Extract<Meaning, { kind: Kind }> })[] =>
  columns.filter(
    (column): column is Column & { meaning: Extract<Meaning, { kind: Kind }> } => column.meaning.kind === kind,
  )

export const has = (section: Section, kind: KindOf): boolean =>
  section.columns.some(({ meaning }) => meaning.kind === kind)
