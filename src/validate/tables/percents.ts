import type { PercentMeaning } from '../../model/check.js'
import { type Claim, claimThat } from '../../model/claim.js'
import { fitPercent, type Percent, type PercentCell, printPercent, readPercent } from '../../model/percent.js'
import type { TableColumn } from '../../model/table.js'
import { yenText } from '../../model/yen-text.js'
import { stated } from '../claims.js'
import type { Checked } from '../context.js'
import type { Difference } from './differences.js'
import {
  type Doubt,
  type Evidence,
  type Findings,
  isClear,
  merge,
  mostlyFails,
  noFindings,
  nothing,
  type Relation,
} from './relation.js'
import { figuresIn, headOf, type Sheet, type SheetCell } from './sheet.js'

/** What a percent column may say. growth: current less previous of previous; ratio: current of previous; share: an amount
 * of the total of its column. */
type Meaning = PercentMeaning

/** Heads of percent columns. Where `firm`, the head leaves no doubt, so that percents that do not fit are reported; any other
 * head may speak of something that the table does not print. */
const heads: readonly { readonly head: RegExp; readonly meanings: readonly Meaning[]; readonly firm: boolean }[] = [
  { head: /構成/u, meanings: ['share'], firm: true },
  { head: /伸び?率|増△?減率|増加率|減少率/u, meanings: ['growth', 'ratio'], firm: true },
  { head: /前年|対前|増減|増△減|比較/u, meanings: ['growth', 'ratio'], firm: false },
  { head: /割合|比率|シェア|占率/u, meanings: ['share'], firm: false },
]

/** A way to read a percent column, with the rows that bear it out. */
interface Reading {
  readonly meaning: Meaning
  readonly part: number
  /** The column of the previous amounts; the same column as `part` for shares. */
  readonly whole: number
  readonly evidence: Evidence
  readonly reversed: boolean
}

/** Printed percents against the amounts of their rows. They have two or three digits, so they confirm amounts but roughly;
 * above all they tell columns that were mixed up. */
export const percents = (sheet: Sheet, known: readonly Difference[]): Findings => {
  const found = sheet.columns.flatMap((column, i) => {
    const head = headFor(column)
    return head ? [judge(sheet, i, head, known)] : []
  })
  return merge(found)
}

/** What the innermost head says comes first. */
const headFor = ({ kind, path }: TableColumn): (typeof heads)[number] | undefined => {
  if (kind !== 'percent') return undefined
  const [whole, own] = [path.join(''), path.at(-1) ?? ''].map((text) => text.replace(/\s+/gu, ''))
  return heads.find(({ head }) => head.test(own ?? '')) ?? heads.find(({ head }) => head.test(whole ?? ''))
}

const judge = (
  sheet: Sheet,
  column: number,
  { meanings, firm }: (typeof heads)[number],
  known: readonly Difference[],
): Findings => {
  const percents = readColumn(sheet, column)
  const readings = readingsOf(sheet, column, percents, meanings, known)
  const usual = readings.find(({ reversed, evidence }) => !reversed && evidence.tested > 0)
  if (!usual) return noFindings
  const taken = mostlyFails(usual.evidence) ? readings.find(({ evidence }) => isClear(evidence)) : usual
  if (taken?.reversed) return { ...noFindings, doubts: [swap(sheet, column, taken)] }
  if (taken) return { ...noFindings, ...relationsOf(sheet, column, percents, taken) }
  return { ...noFindings, doubts: firm && usual.evidence.tested >= 2 ? [misfit(sheet, column, usual)] : [] }
}

/** The readings that the head allows, those of the nearest columns first. */
const readingsOf = (
  sheet: Sheet,
  column: number,
  percents: PercentColumn,
  meanings: readonly Meaning[],
  known: readonly Difference[],
): Reading[] =>
  meanings
    .flatMap((meaning): Omit<Reading, 'evidence'>[] =>
      meaning === 'share'
        ? sharedColumns(sheet, column).map((part) => ({ meaning, part, whole: part, reversed: false }))
        : pairsOf(sheet, column, known).flatMap(([part, whole]) => [
            { meaning, part, whole, reversed: false },
            { meaning, part: whole, whole: part, reversed: true },
          ]),
    )
    .map((reading) => ({ ...reading, evidence: weighRows(sheet, percents, reading) }))

/** A percent column: what its cells say, and for each row the row of 100 percent that its share is of. */
interface PercentColumn {
  readonly cells: readonly PercentCell[]
  readonly totals: readonly (number | null)[]
}

/** The next row of 100 percent is what shares are of; below the last one, that one. */
const readColumn = ({ rows }: Sheet, column: number): PercentColumn => {
  const cells = rows.map(({ texts }) => readPercent(texts[column] ?? ''))
  const totals: (number | null)[] = []
  let next: number | null = null
  for (let row = rows.length - 1; row >= 0; row--) {
    if (isHundred(cells[row] ?? null)) next = row
    totals[row] = next
  }
  const last = totals.findLast((total) => total !== null) ?? null
  return { cells, totals: totals.map((total) => total ?? last) }
}

const isHundred = (percent: PercentCell): boolean =>
  percent !== null && typeof percent === 'object' && percent.digits === 100n * 10n ** BigInt(percent.decimals)

/** Columns of amounts, the nearest to the left first. */
const sharedColumns = (sheet: Sheet, column: number): number[] => {
  const amounts = sheet.money.filter((other) => sheet.columns[other]?.role !== 'change')
  return [...amounts.filter((other) => other < column).reverse(), ...amounts.filter((other) => other > column)]
}

/** Current and previous columns: those that a printed change ties together, else those of the roles; the nearest first. */
const pairsOf = ({ columns, money }: Sheet, column: number, known: readonly Difference[]): [number, number][] => {
  const tied = known
    .filter(({ changes }) => changes.some((change) => columns[change]?.role === 'change'))
    .map(({ later, earlier }): [number, number] => [later, earlier])
  const of = (role: string) => money.filter((other) => columns[other]?.role === role && !columns[other]?.isPart)
  const byRole = of('budget').flatMap((a) => of('comparison').map((b): [number, number] => [a, b]))
  const distance = ([a, b]: [number, number]) => Math.abs(a - column) + Math.abs(b - column)
  return (tied.length > 0 ? tied : byRole).sort((a, b) => distance(a) - distance(b))
}

const weighRows = (sheet: Sheet, percents: PercentColumn, reading: Omit<Reading, 'evidence'>): Evidence =>
  percents.cells.reduce((evidence, percent, row) => {
    if (percent === null || typeof percent === 'string' || percent.digits === 0n) return evidence
    const operands = operandsOf(sheet, row, percents, reading)
    const fit = operands && fitOf(percent, operands, reading.meaning)
    if (!fit || !operands.every(({ sure }) => sure)) return evidence
    return { tested: evidence.tested + 1, holds: evidence.holds + Number(fit !== 'mismatch') }
  }, nothing)

const fitOf = (percent: Percent, [part, whole]: readonly [SheetCell, SheetCell], meaning: Meaning) =>
  fitPercent(percent, part, whole, meaning === 'growth' ? 100 : 0)

/** The two amounts of a percent; null where one is not printed. */
const operandsOf = (
  { rows }: Sheet,
  row: number,
  { totals }: PercentColumn,
  { meaning, part, whole }: Pick<Reading, 'meaning' | 'part' | 'whole'>,
): [SheetCell, SheetCell] | null => {
  const base = meaning === 'share' ? (totals[row] ?? null) : row
  const [a, b] = [rows[row]?.cells[part], base === null ? undefined : rows[base]?.cells[whole]]
  return a?.state === 'amount' && b?.state === 'amount' ? [a, b] : null
}

/** A percent confirms the amounts that it was made of; for a share not the total, which all shares have in common. */
const relationsOf = (
  sheet: Sheet,
  column: number,
  percents: PercentColumn,
  reading: Reading,
): Pick<Findings, 'relations' | 'open'> => {
  const relations: Relation[] = []
  const open: Claim[] = []
  percents.cells.forEach((percent, row) => {
    if (percent === null || typeof percent === 'string') return
    const operands = operandsOf(sheet, row, percents, reading)
    const fit = operands && fitOf(percent, operands, reading.meaning)
    const closer = sheet.rows[row]?.cells[reading.part]?.figures[0]
    if (!closer) return
    const claim = claimOfPercent(closer, operands, percent, reading.meaning)
    const isPlain = operands?.every(({ figures }) => figures.length === 1) ?? false
    if (!operands || !fit || !isPlain || (fit === 'mismatch' && !operands.every(({ sure }) => sure))) {
      open.push(stated(claim, 'not_run', 'The row has no two plain amounts for its percent.'))
      return
    }
    const [part, whole] = operands
    // The total of a column of shares is 100 percent of itself.
    if (part === whole) return
    const text = (sheet.rows[row]?.texts[column] ?? '').trim()
    relations.push({
      claim,
      rule: 'percent_mismatch',
      fit,
      figures: reading.meaning === 'share' ? part.figures : [...part.figures, ...whole.figures],
      closer,
      // Two or three digits find fault with no amount: the percent is reported, and the amounts stand as printed.
      blames: false,
      message: `The ${reading.meaning} of ${text} percent does not fit ${closer.figure.raw} of ${sheet.rows[row]?.row.name ?? ''}.`,
      found: text,
      expected: `${reading.meaning} of ${yenText(part.yen)} by ${yenText(whole.yen)}`,
    })
  })
  return { relations, open }
}

const claimOfPercent = (
  { figure }: Checked,
  operands: readonly SheetCell[] | null,
  percent: Percent,
  meaning: Meaning,
): Claim => {
  const inputs = (operands?.[1]?.figures ?? []).map((input) => ({ figure: input.figure.figure_id, sign: 1 as const }))
  return {
    ...claimThat('percent', figure.figure_id, inputs),
    percent: { meaning, printed: printPercent(percent) },
  }
}

const figuresOf = ({ rows }: Sheet, { part, whole }: Reading): Checked[] => figuresIn(rows, [...new Set([part, whole])])

const swap = (sheet: Sheet, column: number, reading: Reading): Doubt => ({
  figures: figuresOf(sheet, reading),
  check: 'percent',
  evenConfirmed: true,
  otherwise: null,
  message: `The percents of ${headOf(sheet, column)} fit only with the current and the previous column the other way round.`,
  found: `${headOf(sheet, reading.whole)} read as the current one`,
  expected: `${headOf(sheet, reading.part)} by ${headOf(sheet, reading.whole)}, as in ${reading.evidence.holds} of ${reading.evidence.tested} rows`,
})

const misfit = (sheet: Sheet, column: number, reading: Reading): Doubt => ({
  figures: figuresOf(sheet, reading),
  check: 'percent',
  evenConfirmed: false,
  otherwise: 'percent_mismatch',
  message: `The percents of ${headOf(sheet, column)} do not fit the amounts beside them.`,
  found: `${reading.evidence.holds} of ${reading.evidence.tested} rows agree`,
  expected: `${reading.meaning} of ${headOf(sheet, reading.part)}`,
})
