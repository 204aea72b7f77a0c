import type { Claim } from '../../model/claim.js'
import type { TableColumn } from '../../model/table.js'
import { yenText } from '../../model/yen-text.js'
import { claimOfSum, stated } from '../claims.js'
import type { Checked } from '../context.js'
import { type Doubt, type Evidence, type Findings, fitOf, mostlyFails, nothing, type Relation } from './relation.js'
import { figuresIn, headOf, type Sheet, type SheetCell, type SheetRow } from './sheet.js'

/** Columns of a table where `later` less `earlier` is the sum of `changes`: one printed change, or the supplements that make
 * the one of the other. */
export interface Difference {
  readonly later: number
  readonly earlier: number
  readonly changes: readonly number[]
}

interface Candidate extends Difference {
  /** The roles of the columns ask for this difference. */
  readonly expected: boolean
  readonly evidence: Evidence
  readonly distance: number
}

/** Rows that a difference must hold in to stand for columns that nothing else ties together: one may be chance. */
const ENOUGH = 2

/** Current less previous amount against the printed change, and amounts before and after a supplement.
 * Which columns belong together is asked of the numbers and of the roles; where the numbers answer and the roles say
 * otherwise, the columns were read wrong. */
export const differences = (sheet: Sheet): Findings & { readonly taken: readonly Difference[] } => {
  const judged = sheet.money
    .filter((column) => isChange(sheet.columns[column]) || isSupplement(sheet.columns[column]))
    .flatMap((change) => judge(sheet, change) ?? [])
  // Each of several supplements that make one amount leads to the same difference.
  const found = [...new Map(judged.map((one) => [keyOf(one.difference), one])).values()]
  return {
    relations: found.flatMap(({ difference, doubt }) => (doubt ? [] : relationsOf(sheet, difference))),
    doubts: found.flatMap(({ doubt }) => doubt ?? []),
    open: found.flatMap(({ difference, doubt }) => (doubt ? [] : openOf(sheet, difference))),
    taken: found.flatMap(({ difference, doubt }) => (doubt ? [] : [difference])),
  }
}

const keyOf = ({ later, earlier, changes }: Difference): string => [later, earlier, ...changes].join(' ')

const isChange = (column: TableColumn | undefined): boolean => column?.role === 'change' && !column.isPart

const isSupplement = (column: TableColumn | undefined): boolean =>
  column?.role === 'budget' && (column.stage ?? '').startsWith('supplementary') && !column.isPart

const judge = (sheet: Sheet, change: number): { difference: Difference; doubt: Doubt | null } | null => {
  const candidates = candidatesFor(sheet, change)
  const expected = candidates.find((candidate) => candidate.expected)
  const best =
    candidates.find(({ evidence, expected }) => !mostlyFails(evidence) && evidence.holds >= (expected ? 1 : ENOUGH)) ??
    candidates.find((other) => speaksOfSwap(other, expected))
  if (best) return { difference: best, doubt: isReversed(sheet, best) ? swap(sheet, best) : null }
  if (!expected) return null
  return { difference: expected, doubt: expected.evidence.tested >= ENOUGH ? misfit(sheet, expected) : null }
}

/** One row is enough to say that the columns may be the other way round, when it does not hold as they were read. */
const speaksOfSwap = (other: Candidate, expected: Candidate | undefined): boolean =>
  expected !== undefined &&
  other.later === expected.earlier &&
  other.earlier === expected.later &&
  other.evidence.holds > expected.evidence.holds

/** Pairs of columns, those with the most rows that hold first, then those that the roles ask for, then the nearest. */
const candidatesFor = (sheet: Sheet, change: number): Candidate[] => {
  const others = sheet.money.filter((column) => column !== change && isAmount(sheet.columns[column]))
  const pairs = others.flatMap((later) =>
    others.filter((earlier) => earlier !== later).flatMap((earlier) => differencesOf(sheet, later, earlier, change)),
  )
  return pairs
    .map((difference) => ({
      ...difference,
      expected: isExpected(sheet, difference),
      evidence: weighRows(sheet, difference),
      distance: Math.abs(difference.later - change) + Math.abs(difference.earlier - change),
    }))
    .sort(
      (a, b) =>
        b.evidence.holds - a.evidence.holds || Number(b.expected) - Number(a.expected) || a.distance - b.distance,
    )
}

const isAmount = (column: TableColumn | undefined): boolean => !column?.isPart && column?.role !== 'change'

/** The change alone makes the difference; or, of a supplement, all that stands between the amount before and after. */
const differencesOf = (sheet: Sheet, later: number, earlier: number, change: number): Difference[] => {
  const alone = { later, earlier, changes: [change] }
  const between = betweenOf(sheet, alone)
  const isRun = isSupplement(sheet.columns[change]) && between.length > 1 && between.includes(change) && earlier < later
  return isRun ? [alone, { later, earlier, changes: between }] : [alone]
}

const betweenOf = ({ columns, money }: Sheet, { later, earlier }: Difference): number[] =>
  money.filter((column) => earlier < column && column < later && isAmount(columns[column]))

const isExpected = ({ columns }: Sheet, { later, earlier, changes }: Difference): boolean => {
  const [after, before] = [columns[later], columns[earlier]]
  if (changes.some((change) => isSupplement(columns[change])))
    return after?.stage === 'revised' && later > earlier && !isSupplement(before) && changes.length === 1
  return after?.role === 'budget' && before?.role === 'comparison'
}

const stageOrder: readonly string[] = ['enacted', 'revised']

const isReversed = ({ columns }: Sheet, { later, earlier }: Difference): boolean => {
  const [after, before] = [columns[later], columns[earlier]]
  if (!after || !before) return false
  if (after.role !== before.role) return after.role === 'comparison' && before.role === 'budget'
  if (after.fiscalYear !== before.fiscalYear) return (after.fiscalYear ?? Infinity) < (before.fiscalYear ?? -Infinity)
  const [a, b] = [after.stage, before.stage].map((stage) => stageOrder.indexOf(stage ?? ''))
  return a !== undefined && b !== undefined && a >= 0 && b > a
}

/** The cells of a difference in a row. */
interface Cells {
  readonly all: readonly SheetCell[]
  readonly ends: readonly [later: SheetCell, earlier: SheetCell]
  readonly changes: readonly SheetCell[]
  /** How far the printed change is from the difference, and the change itself, in yen. */
  readonly off: number
  readonly change: number
}

const cellsOf = ({ cells }: SheetRow, { later, earlier, changes }: Difference): Cells => {
  const ends = [cells[later] as SheetCell, cells[earlier] as SheetCell] as const
  const printed = changes.map((column) => cells[column] as SheetCell)
  const change = printed.reduce((sum, { yen }) => sum + yen, 0)
  return { all: [...ends, ...printed], ends, changes: printed, change, off: ends[0].yen - ends[1].yen - change }
}

/** Rows of plain amounts with a change that rounding does not explain. */
const weighRows = (sheet: Sheet, difference: Difference): Evidence =>
  sheet.rows.reduce((evidence, row) => {
    const cells = cellsOf(row, difference)
    const grain = cells.changes.reduce((sum, cell) => sum + cell.grain, 0)
    if (!isSure(cells) || Math.abs(cells.change) <= grain) return evidence
    const holds = fitOf(cells.off, cells.all) !== 'mismatch'
    return { tested: evidence.tested + 1, holds: evidence.holds + Number(holds) }
  }, nothing)

/** A blank among several supplements is none of them; any other blank may mean something else. */
const isSure = ({ ends, changes }: Cells): boolean =>
  ends.every(({ sure }) => sure) &&
  changes.every(({ sure, state }) => sure || (changes.length > 1 && state === 'nil')) &&
  changes.some(({ state }) => state === 'amount')

/** A difference in a row with the claim that it makes; null where the row has no two amounts for it. */
interface RowDifference extends Cells {
  readonly row: SheetRow
  readonly figures: readonly Checked[]
  readonly closer: Checked
  readonly claim: Claim
  readonly fit: ReturnType<typeof fitOf>
  /** Why the row proves nothing, or null. */
  readonly blank: string | null
}

/** A blank cell counts as nothing where the row agrees (皆増); where it does not, nobody knows what it means. Nor does one
 * supplement make the difference where others are printed beside it. */
const inRow = (sheet: Sheet, difference: Difference, row: SheetRow): RowDifference | null => {
  const cells = cellsOf(row, difference)
  const figures = cells.all.flatMap((cell) => cell.figures)
  const closer = cells.changes.flatMap((cell) => cell.figures)[0] ?? figures[0]
  if (figures.length < 2 || !closer) return null
  const fit = fitOf(cells.off, cells.all)
  const [later, earlier] = cells.ends
  const claim = claimOfSum('difference', closer, [
    { sign: 1, figures: later.figures },
    { sign: -1, figures: earlier.figures },
    { sign: -1, figures: cells.changes.flatMap((cell) => cell.figures) },
  ])
  const aside = betweenOf(sheet, difference).some(
    (column) => !difference.changes.includes(column) && row.cells[column]?.state !== 'nil',
  )
  const isUnknown = cells.all.some(({ state }) => state === 'unknown')
  const isOpen = fit === 'mismatch' && (!isSure(cells) || aside)
  const blank = isUnknown
    ? 'A cell of the row holds no amount that could be read.'
    : isOpen
      ? 'A cell of the row is blank or holds more than one amount.'
      : null
  return { ...cells, row, figures, closer, claim, fit, blank }
}

const rowsOf = (sheet: Sheet, difference: Difference): RowDifference[] =>
  sheet.rows.flatMap((row) => inRow(sheet, difference, row) ?? [])

const openOf = (sheet: Sheet, difference: Difference): Claim[] =>
  rowsOf(sheet, difference).flatMap(({ claim, blank }) => (blank === null ? [] : [stated(claim, 'not_run', blank)]))

const relationsOf = (sheet: Sheet, difference: Difference): Relation[] =>
  rowsOf(sheet, difference)
    .filter(({ blank }) => blank === null)
    .map(({ row, ends, figures, closer, claim, fit, change, off }) => {
      const [later, earlier] = ends.map((cell) => cell.figures[0]?.figure.raw ?? '')
      return {
        claim,
        rule: 'difference_mismatch',
        fit,
        figures,
        closer,
        blames: true,
        message: `${later} and ${earlier} of ${row.row.name} do not differ by the printed change.`,
        found: yenText(change),
        expected: yenText(change + off),
      }
    })

const figuresOf = ({ rows }: Sheet, { later, earlier, changes }: Difference): Checked[] =>
  figuresIn(rows, [later, earlier, ...changes])

const swap = (sheet: Sheet, candidate: Candidate): Doubt => ({
  figures: figuresOf(sheet, candidate),
  check: 'difference',
  evenConfirmed: true,
  otherwise: null,
  message: `The change of ${headOf(sheet, candidate.changes[0] ?? 0)} fits only with the later and the earlier column the other way round.`,
  found: `${headOf(sheet, candidate.earlier)} read as the later one`,
  expected: `${headOf(sheet, candidate.later)} less ${headOf(sheet, candidate.earlier)}, as in ${candidate.evidence.holds} of ${candidate.evidence.tested} rows`,
})

const misfit = (sheet: Sheet, candidate: Candidate): Doubt => ({
  figures: figuresOf(sheet, candidate),
  check: 'difference',
  evenConfirmed: true,
  otherwise: null,
  message: `The column ${headOf(sheet, candidate.changes[0] ?? 0)} is not the difference of the columns that it was read to compare.`,
  found: `${candidate.evidence.holds} of ${candidate.evidence.tested} rows agree`,
  expected: `${headOf(sheet, candidate.later)} less ${headOf(sheet, candidate.earlier)}`,
})
