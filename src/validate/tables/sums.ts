import type { Claim } from '../../model/claim.js'
import { yenText } from '../../model/yen-text.js'
import { claimOfSum, stated } from '../claims.js'
import type { Checked } from '../context.js'
import { type Doubt, type Findings, merge, type Relation } from './relation.js'
import { figuresIn, type Sheet } from './sheet.js'
import { type ColumnFit, type Sum, sumsOf, tellingFits } from './totals.js'

/** Totals of columns and rows below rows, with what each column makes of them. */
export const sums = (sheet: Sheet): Findings => {
  const all = sumsOf(sheet)
  const found = (['total', 'children'] as const).map((kind) =>
    judge(
      sheet,
      all.filter((sum) => sum.kind === kind),
    ),
  )
  return merge(found)
}

/** When most sums of a table fail in all their columns, it is not the sums that are wrong but how the rows were read. */
const judge = (sheet: Sheet, all: readonly Sum[]): Findings => {
  const agreed = all.filter((sum) => tallyOf(sum).holds > 0)
  const failed = all.filter((sum) => sum.sure && tallyOf(sum).holds === 0 && tallyOf(sum).fails > 0)
  const relations = agreed.flatMap((sum) => [...agreeing(sheet, sum), ...disagreeing(sheet, sum)])
  const raised = agreed.filter((sum) => sum.raised.length > 0).map((sum) => misplaced(sheet, sum))
  const trouble = failed.filter(isTrouble)
  const isMess = failed.length >= 2 && failed.length > agreed.length
  const open = all.flatMap(openOf)
  if (isMess && trouble.length > 0)
    return {
      relations,
      doubts: [...raised, misfit(sheet, failed, agreed.length)],
      open: [
        ...open,
        ...failed.filter(isTrouble).flatMap((sum) => sum.fits.filter(isFault).map((fit) => claimOf(sum, fit))),
      ],
    }
  return { relations: [...relations, ...trouble.flatMap((sum) => strayOf(sheet, sum))], doubts: raised, open }
}

/** Sums that prove nothing: a cell is not sure, or only some of the rows below a row may be printed. */
const openOf = (sum: Sum): Claim[] => {
  const isPartial = sum.kind === 'children' && tallyOf(sum).holds === 0 && !isTrouble(sum)
  return sum.fits
    .filter(({ fit, sure }) => fit === 'mismatch' && (!sure || !sum.sure || isPartial))
    .map((fit) =>
      stated(
        claimOf(sum, fit),
        'incomplete',
        isPartial
          ? 'The rows below are fewer than make the amount.'
          : 'A cell of the sum is blank or holds more than one amount.',
      ),
    )
}

const claimOf = ({ kind }: Sum, { cells: [whole, ...parts] }: ColumnFit): Claim =>
  claimOfSum(kind === 'total' ? 'column_total' : 'parent_total', whole?.figures[0] as Checked, [
    { sign: 1, figures: whole?.figures ?? [] },
    { sign: -1, figures: parts.flatMap(({ figures }) => figures) },
  ])

/** In how many columns with more than noughts a sum agrees, and in how many it does not though all is sure. */
const tallyOf = (sum: Sum): { readonly holds: number; readonly fails: number } => ({
  holds: tellingFits(sum),
  fails: sum.fits.filter(isFault).length,
})

const isFault = ({ fit, sure }: ColumnFit): boolean => fit === 'mismatch' && sure

/** Rows below a row may be its main ones only, so that a sum below it says nothing. */
const isTrouble = ({ kind, fits }: Sum): boolean =>
  kind === 'total' || fits.filter(isFault).every(({ sum, cells }) => sum > (cells[0]?.yen ?? 0))

const agreeing = (sheet: Sheet, sum: Sum): Relation[] =>
  sum.fits.filter(({ fit }) => fit !== 'mismatch').map((fit) => toRelation(sheet, sum, fit))

/** A sum that agrees in one column should do so in the others. */
const disagreeing = (sheet: Sheet, sum: Sum): Relation[] => {
  const { holds, fails } = tallyOf(sum)
  if (!sum.sure || fails > holds) return []
  return sum.fits.filter(isFault).map((fit) => toRelation(sheet, sum, fit))
}

/** A sum that agrees nowhere is reported once. In several columns at once no digit is to blame: rows are missing, or the
 * total closes others. */
const strayOf = (sheet: Sheet, sum: Sum): Relation[] => {
  const [first, ...rest] = sum.fits.filter(isFault).map((fit) => toRelation(sheet, sum, fit))
  return first ? [{ ...first, blames: rest.length === 0 }] : []
}

const toRelation = ({ rows }: Sheet, sum: Sum, column: ColumnFit): Relation => {
  const { kind, whole, parts } = sum
  const { fit, cells } = column
  const closer = cells[0]?.figures[0] as Checked
  const name = rows[whole]?.row.name ?? ''
  const what = parts.length === 1 ? 'row' : `${parts.length} rows`
  return {
    claim: claimOf(sum, column),
    rule: kind === 'total' ? 'column_total_mismatch' : 'parts_total_mismatch',
    fit,
    figures: cells.flatMap(({ figures }) => figures),
    closer,
    blames: true,
    message: `${closer.figure.raw} of ${name} is not the sum of the ${what} ${kind === 'total' ? 'that it closes' : 'below it'}.`,
    found: yenText(column.sum),
    expected: yenText(cells[0]?.yen ?? null),
  }
}

const misplaced = ({ rows, money }: Sheet, { whole, raised }: Sum): Doubt => ({
  figures: raised.flatMap((row) => money.flatMap((column) => rows[row]?.cells[column]?.figures ?? [])),
  check: 'column_total',
  evenConfirmed: true,
  otherwise: null,
  message: `${rows[whole]?.row.name ?? ''} is the sum of its rows only if rows stand beside those that they were read to stand below.`,
  found: raised.map((row) => rows[row]?.row.name ?? '').join(', '),
  expected: 'rows beside the others',
})

/** Amounts that other checks confirm stand as they are; what stands below another row may belong elsewhere all the same. */
const misfit = ({ rows, money }: Sheet, failed: readonly Sum[], agreed: number): Doubt => {
  const nested = rows.filter(({ parent }) => parent !== null)
  const doubtful = nested.length > 0 ? nested : rows
  return {
    figures: figuresIn(doubtful, money),
    check: failed[0]?.kind === 'total' ? 'column_total' : 'parent_total',
    evenConfirmed: nested.length > 0,
    otherwise: 'column_total_mismatch',
    message: `Most ${failed[0]?.kind === 'total' ? 'totals of the table do not agree with the rows beside them' : 'rows of the table do not agree with the rows below them'}.`,
    found: `${agreed} of ${agreed + failed.length} agree`,
    expected: `${failed
      .slice(0, 5)
      .map(({ whole }) => rows[whole]?.row.name ?? '')
      .join(', ')} to be the sum of their rows`,
  }
}
