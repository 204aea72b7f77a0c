import type { DecisionRuleId } from '../../model/decision-rules.js'
import type { Draft } from '../../model/draft.js'
import type { Amount, Stage } from '../../model/finding.js'
import type { Role } from '../../model/role.js'
import type { TablePlace } from '../../model/table.js'
import type { Entry } from '../entries.js'
import type { Mention } from '../mentions.js'
import { classify, tidyName } from '../names.js'
import type { Target } from '../target.js'
import type { Headlines, Term } from '../terms.js'
import type { ReadBand } from './bands.js'
import { type CaptionFlags, captionFlagsOf } from './captions.js'
import { amountOf, negated } from './cell-amounts.js'
import { bracketOf, bracketRules, fundSource, ruleForWords } from './column-meanings.js'
import { covers, type PrintedCell, type Value } from './printed.js'
import type { PrintedRow } from './rows.js'
import { type ColumnTerm, columnTermsOf } from './terms.js'
import type { FoundUnit } from './units.js'

/** What the table says of one amount in a cell. */
export interface CellReading {
  readonly role: Role
  readonly roleRule: DecisionRuleId
  readonly roleSure: boolean
  readonly term: Term
  readonly target: Target
  readonly isPart: boolean
  readonly isNew: boolean
  readonly isFund: boolean
  readonly unitSource: Draft['unitSource']
  readonly unitSure: boolean
  readonly place: TablePlace
  readonly row: PrintedRow
  /** Head cells of its column. */
  readonly heads: readonly PrintedCell[]
  readonly sign: PrintedCell | null
}

export interface Readings {
  /** Amounts of each cell of values, in place of what its text alone says. */
  readonly mentions: ReadonlyMap<Entry, readonly Mention[]>
  readonly of: ReadonlyMap<Mention, CellReading>
  /** What the columns of each band are. */
  readonly terms: readonly (readonly (ColumnTerm | null)[])[]
}

/** Bands whose heads name what at least one column of amounts is are read cell by cell; the others by their words. */
export const readingsOf = (bands: readonly ReadBand[], headlines: Headlines): Readings => {
  const mentions = new Map<Entry, readonly Mention[]>()
  const of = new Map<Mention, CellReading>()
  const terms = bands.map((read) => columnTermsOf(read, headlines))
  const captions = captionFlagsOf(bands)
  bands.forEach((read, table) => {
    const columns = terms[table] ?? []
    if (!isRead(read, columns)) return
    for (const cell of read.band.table.cells) {
      const column = columns.findIndex((term, at) => term !== null && covers(cell, at))
      if (cell.row < read.band.body || cell.row >= read.band.end || !cell.holdsValues || column < 0) continue
      const group = read.groups.findIndex(({ from, to }) => column >= from && column < to)
      const row = read.groups[group]?.rows[cell.row - read.band.body] as PrintedRow
      const made = cell.values.map((value, index) => ({
        value,
        mention: mentionOf(cell, value, index, read.units[column] ?? null),
      }))
      mentions.set(
        cell.entry,
        made.map(({ mention }) => mention),
      )
      for (const { value, mention } of made)
        of.set(
          mention,
          readingOf({
            read,
            group,
            cell,
            row,
            value,
            column: columns[column] as ColumnTerm,
            unit: read.units[column] ?? null,
            place: { table, row: cell.row - read.band.top, column },
            caption: captions[table] as CaptionFlags,
          }),
        )
    }
  })
  return { mentions, of, terms }
}

/** Heads or labels of rows say what some amounts are, or nothing but the table says what its bare numbers are. */
const isRead = ({ band: { table }, groups, units }: ReadBand, columns: readonly (ColumnTerm | null)[]): boolean =>
  columns.some((column) => column?.meaning != null) ||
  groups.some(({ rows }) => rows.some(({ words, year }) => words.length > 0 || year !== null)) ||
  columns.some(
    (column, at) =>
      column !== null &&
      units[at] != null &&
      table.cells.some((cell) => cell.column === at && cell.values.some(({ finding }) => finding.kind === 'number')),
  )

const mentionOf = (
  { entry, sign }: PrintedCell,
  { finding, lead, plusUnpriced }: Value,
  index: number,
  unit: FoundUnit | null,
): Mention => {
  const read: Amount = finding.kind === 'number' ? amountOf(finding, unit) : finding
  const amount: Amount = plusUnpriced && read.status === 'numeric' ? { ...read, status: 'numeric_plus_unpriced' } : read
  return {
    text: entry.text,
    amount: sign ? negated(amount, sign.squeezed === '▲' ? '▲' : '△') : amount,
    index,
    label: null,
    year: null,
    name: null,
    bracketed: 'none',
    before: lead,
    after: '',
    flags: [],
  }
}

interface Situation {
  readonly read: ReadBand
  /** Index of the column's group in the band. */
  readonly group: number
  readonly cell: PrintedCell
  readonly row: PrintedRow
  readonly value: Value
  readonly column: ColumnTerm
  readonly unit: FoundUnit | null
  readonly place: TablePlace
  readonly caption: CaptionFlags
}

const readingOf = (at: Situation): CellReading => {
  const { read, cell, row, value, column, unit, place, caption } = at
  const isInline = value.finding.kind === 'amount'
  const base = withoutValue(at) ?? ofPlan(at) ?? ofRow(at) ?? ofYear(at) ?? ofBracket(at) ?? ofSession(at) ?? column
  return {
    role: base.role,
    roleRule: base.roleRule,
    roleSure: base.sure,
    term: base.term,
    target: targetOf(at),
    isPart: base.isPart || isPartRow(row, value),
    isNew: caption.isNew || row.flags.some(({ name }) => name === 'new'),
    isFund: caption.isFund,
    unitSource: isInline ? 'inline' : (unit?.source ?? null),
    unitSure: isInline || unit === null || unit.sure,
    place,
    row,
    heads: read.columns[place.column]?.heads ?? [],
    sign: cell.sign,
  }
}

/** A number without a unit and an item without an amount are no money to add up. */
const withoutValue = ({ value: { finding }, unit, column }: Situation): ColumnTerm | null => {
  if (finding.kind === 'number' && unit === null)
    return { ...column, role: 'context', roleRule: 'no_unit', sure: false }
  const isUnpriced = finding.kind === 'amount' && finding.status === 'unpriced'
  return isUnpriced ? { ...column, role: 'context', roleRule: 'unpriced', sure: true } : null
}

/** Rows of a plan of the state beside the budget's own: 地方財政計画. */
const plans = /地(?:方)?財(?:政)?計画/u

const ofPlan = ({ row, read, group, column }: Situation): ColumnTerm | null =>
  [row.name, ...lineageOf(row, read, group)].some((name) => plans.test(name))
    ? { ...column, role: 'context', roleRule: 'row_of_plan' }
    : null

/** What the row's own words say: 本年度, 前年度, 比較 in a column of labels. */
const ofRow = ({ row, column }: Situation): ColumnTerm | null => {
  const word = row.words.at(-1)
  if (!word) return null
  const rule = ruleForWords(word)
  if (!rule || column.meaning === 'initial') return null
  const stage = rule.meaning.stage === 'document' ? column.term.stage : (rule.meaning.stage ?? null)
  const year = column.term.year === null ? null : column.term.year - (rule.meaning.yearsBefore ?? 0)
  return {
    ...column,
    role: rule.meaning.role,
    roleRule: 'row_word',
    sure: column.term.year !== null,
    term: { ...column.term, stage, year, sure: year !== null },
    meaning: rule.name,
  }
}

/** `予算額(案)` behind the year of a row names its stage. */
const stageOfWords = (words: string): Stage | null => {
  const stage = ruleForWords(words)?.meaning.stage
  return stage === 'document' ? null : (stage ?? null)
}

/** A row that is a year: the table's own year is the budget, earlier ones are compared with it, settled ones are statistics. */
const ofYear = ({ row, column }: Situation): ColumnTerm | null => {
  if (row.year === null || column.role === 'change') return null
  const { year, printed, words } = row.year
  const isSettled = /決算/u.test(words) || column.meaning === 'settled'
  const current = column.term.year
  const term: Term = {
    ...column.term,
    year: year.year,
    yearPrinted: printed,
    inherited: false,
    yearRule: 'printed_year',
    stage: stageOfWords(words) ?? (year.year === current ? column.term.stage : 'enacted'),
  }
  const role =
    isSettled || column.role === 'context'
      ? 'context'
      : current !== null && year.year < current
        ? 'comparison'
        : 'budget'
  return { ...column, role, roleRule: 'row_of_year', sure: current !== null, term }
}

/** The budget of the year that the row names, where the column says no more than that it holds amounts. */
const ofSession = ({ row, column }: Situation): ColumnTerm | null =>
  row.session !== null && column.meaning === 'amount'
    ? { ...column, term: { ...column.term, stage: row.session, stageRule: 'row_session' } }
    : null

/** The second amount of `a(b)`: what its head or a note on the page says of amounts in brackets, else nobody knows. */
const ofBracket = ({ value, column, read, place }: Situation): ColumnTerm | null => {
  if (!value.isSecond) return null
  const said = bracketOf(read.columns[place.column]?.path ?? []) ?? read.bracketNote ?? ''
  const meaning = bracketRules.find(([, pattern]) => pattern.test(said))?.[0]
  if (!meaning) return { ...column, role: 'context', roleRule: 'column_unknown', sure: false }
  const { term } = column
  const { role = column.role, stage, yearsBefore = 0, isPart = column.isPart } = meaning
  const isOther = stage !== undefined && stage !== 'document'
  return {
    ...column,
    role,
    isPart,
    roleRule: 'second_of_pair',
    term: isOther
      ? {
          ...term,
          stage,
          year: term.year === null ? null : term.year - (yearsBefore ?? 0),
          yearRule: yearsBefore ? 'year_before' : term.yearRule,
          inherited: true,
        }
      : term,
  }
}

const isPartRow = ({ name }: PrintedRow, { finding, isSecond }: Value): boolean =>
  /^うち|内数/u.test(name) || (finding.sign === '（）' && !isSecond)

/** Words that lead to an amount in a cell and name no programme: how a fund moves, whose money it is. */
const leadWords = /^(?:取崩|積立|繰入|繰出|新規|継続|増|減|前年度?|本年度|当初|補正|計)(?:額|分)?$/u

/** Heads of columns that say what amounts are and name nothing, with the year before them. */
const roleWords =
  /(?:(?:令和|平成)(?:元|\d+)年度)|当初|予算|決算|額|金額|計上|見込|[(（].*[)）]|千円|百万円|億円|うち/gu

/** What the column's own head names, where rows are years: `市税`, `科学技術関係予算(当初)`. */
const nameOfColumn = (heads: readonly PrintedCell[]): string => {
  // heads over this column alone are the lines of one head
  const own = heads.filter(({ columnSpan }) => columnSpan === 1).map(({ squeezed }) => squeezed)
  const path = own.length > 0 ? [own.join('')] : heads.map(({ squeezed }) => squeezed)
  return path.findLast((text) => text.replace(roleWords, '') !== '')?.replace(/[(（].*[)）]$|^うち/gu, '') ?? ''
}

/** Heads under which the words before an amount name it. */
const namingHeads: ReadonlySet<string | null> = new Set(['fund_content', 'explanation'])

const leadNames = (lead: string, { meaning, isPart }: ColumnTerm): boolean => {
  if (['prose', 'empty'].includes(classify(lead))) return false
  if (namingHeads.has(meaning)) return true
  return !isPart && [...lead].length > 2 && !leadWords.test(lead) && !fundSource.test(lead)
}

/** The row names the programme; words before the amount in a cell may name a part of it. */
const targetOf = ({ read, group, row, value, column, cell, place }: Situation): Target => {
  const lead = tidyName(value.lead)
  const isName = leadNames(lead, column)
  const above = lineageOf(row, read, group)
  const path = isName ? [row.name, ...above] : above
  const isTurned = row.year !== null || (row.name === '' && row.words.length > 0)
  const ofColumn = isTurned ? nameOfColumn(read.columns[place.column]?.heads ?? []) : ''
  const name = isName ? lead : isTurned ? ofColumn : row.name
  const caption = read.band.table.above.findLast(({ heading }) => heading !== null && heading.kind === 'name')?.heading
    ?.name
  return {
    name,
    parents: [...path, ...(caption ? [caption] : [])].filter((parent) => parent !== ''),
    path: path.filter((parent) => parent !== ''),
    numbering: isName ? null : row.numbering,
    body: null,
    missing: name === '',
    rule: name === '' ? 'no_heading' : 'table_row',
    sure:
      name !== '' &&
      (row.isOwn || isName || cell.rowSpan > 1) &&
      (isName || column.meaning !== 'explanation') &&
      !isOfManyRows(cell),
  }
}

/** A cell over several rows with several numbers of their own in it: which row each belongs to is not printed. */
const isOfManyRows = ({ rowSpan, values }: PrintedCell): boolean =>
  rowSpan > 1 && values.filter(({ finding, isSecond }) => finding.kind === 'number' && !isSecond).length > 1

/** Names around a row, nearest first; behind those of its own group those of the row of the group to the left. */
const lineageOf = (row: PrintedRow, read: ReadBand, group: number): string[] => {
  const rows = read.groups[group]?.rows ?? []
  const names: string[] = []
  for (let at: PrintedRow | undefined = row; at; at = at.parent === null ? undefined : rows[at.parent])
    names.push(...(at === row ? [] : [at.name]), ...[...at.groups].reverse(), ...[...at.outer].reverse())
  const left = group > 0 ? read.groups[group - 1]?.rows[row.row - read.band.body] : undefined
  const outer = left ? [left.name, ...lineageOf(left, read, group - 1)] : []
  return [...names, ...outer].filter((name, i, all) => name !== all[i - 1])
}
