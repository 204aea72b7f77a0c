import type { Draft } from '../../model/draft.js'
import type { UnitCaption, UnitPrinted } from '../../model/finding.js'
import type { Entry } from '../entries.js'
import { type Band, captionCells } from './head-rows.js'
import { covers, type PrintedCell } from './printed.js'

/** A unit and where it is printed. */
export interface FoundUnit {
  readonly unit: UnitPrinted
  readonly source: Draft['unitSource']
  readonly sure: boolean
}

/** The unit of each column of a band from its heads, its first cell, or the band's corner; null where they print none. */
export const columnUnitsOf = ({ table, head, body, end }: Band): (FoundUnit | null)[] => {
  const heads = table.cells.filter(({ row }) => row >= head && row < body)
  const first = Math.min(
    ...table.cells.filter(({ row, isValue }) => row >= body && row < end && isValue).map(({ row }) => row),
  )
  const own = Array.from({ length: table.columns }, (_, column) => {
    const over = heads.filter((cell) => covers(cell, column))
    const top = table.cells.filter((cell) => cell.row === first && covers(cell, column))
    return unitIn([...over, ...top])
  })
  const valueColumns = new Set(
    table.cells.filter(({ isValue, row }) => isValue && row >= body && row < end).map(({ column }) => column),
  )
  const corner = unitIn(
    heads.filter(({ column, columnSpan }) => ![...valueColumns].some((value) => covers({ column, columnSpan }, value))),
  )
  return own.map((unit) => unit ?? corner)
}

const unitIn = (cells: readonly PrintedCell[]): FoundUnit | null => {
  const found = cells.flatMap(({ entry }) => captionsIn(entry)).at(-1)
  return found ? { unit: found.unit, source: 'column_header', sure: true } : null
}

const captionsIn = ({ text }: Entry): UnitCaption[] =>
  text.findings.filter((finding): finding is UnitCaption => finding.kind === 'unit')

/** Looks for the unit that the texts around a table print. */
export const captionUnits = (entries: readonly Entry[]) => {
  const captions = entries
    .filter(({ text }) => text.clean.cell === null)
    .flatMap((entry) => captionsIn(entry).map(({ unit }) => ({ entry, unit })))
  const documentUnits = new Set(captions.map(({ unit }) => unit))
  const byPage = new Map<Entry['page'], typeof captions>()
  for (const caption of captions) byPage.set(caption.entry.page, [...(byPage.get(caption.entry.page) ?? []), caption])
  return {
    /** Right above the table; else on its page, where the page prints one unit or the nearest one above it. */
    of: (band: Band): FoundUnit | null => {
      const { table } = band
      const inside = captionCells(band).map(({ entry }) => entry)
      const own = [...table.above, ...inside].flatMap(captionsIn).at(-1)
      if (own) return { unit: own.unit, source: 'table_caption', sure: true }
      const page = table.cells[0]?.entry.page
      const here = page ? (byPage.get(page) ?? []) : []
      const units = new Set(here.map(({ unit }) => unit))
      const above = here.findLast(({ entry }) => entry.index < (table.cells[0]?.entry.index ?? 0))
      const found = above ?? (units.size === 1 ? here[0] : undefined)
      return found ? { unit: found.unit, source: 'page_caption', sure: units.size === 1 } : null
    },
    /** What every caption of the document says; a table that prints none may still be in another unit. */
    document: (): FoundUnit | null => {
      const [unit] = documentUnits
      return documentUnits.size === 1 && unit ? { unit, source: 'document_default', sure: false } : null
    },
  }
}
