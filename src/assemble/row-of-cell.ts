import type { Entry } from './entries.js'
import type { CellContext } from './tables/context.js'
import type { Readings } from './tables/readings.js'
import type { Target } from './target.js'

/** For a cell with words: what the row around it is for, from the cells of the row that the table explains. */
export const rowsOf = (readings: Readings): ((entry: Entry, cell: CellContext | null) => Target | null) => {
  const rows = new Map<string, Target>()
  for (const [entry, mentions] of readings.mentions) {
    const targets = mentions.flatMap((mention) => readings.of.get(mention)?.target ?? [])
    const target = targets.find(({ missing }) => !missing)
    for (const key of keysOf(entry)) if (target && !rows.has(key)) rows.set(key, target)
  }
  return (entry, cell) => keysOf(entry).flatMap((key) => rows.get(key) ?? [])[0] ?? ofNames(cell)
}

const keysOf = ({ page, text: { clean } }: Entry): string[] =>
  clean.cell
    ? Array.from({ length: clean.cell.rowSpan }, (_, i) => `${page.page}|${clean.block}|${(clean.cell?.row ?? 0) + i}`)
    : []

const ofNames = (cell: CellContext | null): Target | null => {
  const name = cell?.names.at(-1)
  return cell && name !== undefined
    ? {
        name,
        parents: cell.names.slice(0, -1).reverse(),
        numbering: null,
        body: null,
        missing: false,
        rule: 'table_row',
        sure: true,
      }
    : null
}
