import { yenText } from '../../model/yen-text.js'
import { claimOfSum, stated } from '../claims.js'
import type { Checked } from '../context.js'
import { type Evidence, type Findings, fitOf, isClear, merge, mostlyFails, noFindings, nothing } from './relation.js'
import type { Sheet, SheetCell, SheetRow } from './sheet.js'

/** Columns that part another one of the same row. */
interface PartSet {
  readonly parts: readonly number[]
  readonly whole: number
}

/** Part columns (財源内訳) against the amount of their row. Not every set of part columns is complete: a table may show one
 * source of money and leave out the rest, as うち国費. So a set that agrees in no row, or in fewer rows than not, is not
 * checked; and blank parts count as nothing only beside a printed one, since a row may leave all its parts out. */
export const rowParts = (sheet: Sheet): Findings =>
  merge(
    runsOf(sheet)
      .flatMap((run) => setsOf(sheet, run))
      .flatMap((set) => sheet.rows.map((row) => inRow(row, set))),
  )

/** Part columns with no other column of money between them. */
const runsOf = ({ columns, money }: Sheet): number[][] => {
  const runs: number[][] = []
  money.forEach((column, i) => {
    if (!columns[column]?.isPart) return
    const before = money[i - 1]
    if (before !== undefined && columns[before]?.isPart) runs.at(-1)?.push(column)
    else runs.push([column])
  })
  return runs
}

/** A run is one set when its sums say so; else it is cut where the outermost head changes. */
const setsOf = (sheet: Sheet, run: readonly number[]): PartSet[] => {
  const set = setOf(sheet, run)
  if (set) return [set]
  const heads = [...new Set(run.map((column) => sheet.columns[column]?.path[0]))]
  if (heads.length < 2) return []
  return heads
    .map((head) =>
      setOf(
        sheet,
        run.filter((column) => sheet.columns[column]?.path[0] === head),
      ),
    )
    .filter((found) => found !== null)
}

/** The column that the parts make: the nearest of their year and stage if most rows agree, else one that nearly all rows
 * point to. */
const setOf = (sheet: Sheet, parts: readonly number[]): PartSet | null => {
  const weighed = wholesFor(sheet, parts).map((whole) => ({ whole, evidence: weighRows(sheet, { parts, whole }) }))
  const [usual] = weighed
  if (!usual) return null
  if (usual.evidence.holds > 0 && !mostlyFails(usual.evidence)) return { parts, whole: usual.whole }
  const clear = weighed.find(({ evidence }) => isClear(evidence))
  return clear ? { parts, whole: clear.whole } : null
}

/** Amounts of the same year and stage first, then the nearest, to the left first. */
const wholesFor = ({ columns, money }: Sheet, parts: readonly number[]): number[] => {
  const first = parts[0] ?? 0
  const like = columns[first]
  const strange = (column: number): number =>
    Number(columns[column]?.fiscalYear !== like?.fiscalYear) + Number(columns[column]?.stage !== like?.stage)
  const away = (column: number): number => (column < first ? first - column : column - first + 0.5)
  return money
    .filter((column) => !columns[column]?.isPart && columns[column]?.role !== 'change')
    .sort((a, b) => strange(a) - strange(b) || away(a) - away(b))
}

const weighRows = (sheet: Sheet, set: PartSet): Evidence =>
  sheet.rows.reduce((evidence, row) => {
    const cells = cellsOf(row, set)
    if (!cells || !isSure(cells) || cells[0]?.yen === 0) return evidence
    const holds = fitOf(offOf(cells), cells) !== 'mismatch'
    return { tested: evidence.tested + 1, holds: evidence.holds + Number(holds) }
  }, nothing)

/** The whole and its parts; null where one is not known or nothing is printed. */
const cellsOf = ({ cells }: SheetRow, { parts, whole }: PartSet): SheetCell[] | null => {
  const all = [whole, ...parts].map((column) => cells[column] as SheetCell)
  const isKnown = all.every(({ state }) => state !== 'unknown')
  return isKnown && all[0]?.state === 'amount' && all.slice(1).some(({ state }) => state === 'amount') ? all : null
}

const isSure = (cells: readonly SheetCell[]): boolean => cells.every(({ sure, state }) => sure || state === 'nil')

/** How far the parts are above the whole, in yen. */
const offOf = ([whole, ...parts]: readonly SheetCell[]): number =>
  parts.reduce((sum, { yen }) => sum + yen, 0) - (whole?.yen ?? 0)

const inRow = (row: SheetRow, set: PartSet): Findings => {
  const cells = cellsOf(row, set)
  const [whole, ...parts] = cells ?? []
  if (!cells || !whole) return noFindings
  const closer = whole.figures[0] as Checked
  const off = offOf(cells)
  const fit = fitOf(off, cells)
  const claim = claimOfSum('row_parts', closer, [
    { sign: 1, figures: whole.figures },
    { sign: -1, figures: parts.flatMap(({ figures }) => figures) },
  ])
  if (fit === 'mismatch' && !isSure(cells)) {
    const message = 'A cell of the row is blank or holds more than one amount.'
    return { ...noFindings, open: [stated(claim, 'incomplete', message)] }
  }
  const relation = {
    claim,
    rule: 'parts_total_mismatch',
    fit,
    figures: cells.flatMap(({ figures }) => figures),
    closer,
    blames: true,
    message: `The parts printed in the row of ${row.row.name} do not add up to ${closer.figure.raw}.`,
    found: yenText(whole.yen + off),
    expected: yenText(whole.yen),
  } as const
  return { ...noFindings, relations: [relation] }
}
