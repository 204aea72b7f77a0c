import type { DecisionRuleId } from '../../model/decision-rules.js'
import type { Stage } from '../../model/finding.js'
import type { Role } from '../../model/role.js'
import type { Headline, Headlines } from '../terms.js'
import { noTerm, type Term } from '../terms.js'
import type { ReadBand } from './bands.js'
import type { PrintedColumn } from './column-kinds.js'
import { type Heads, type MeaningRule, type PrintedTerm, ruleFor, termIn, withoutBracket } from './column-meanings.js'
import { captionCells } from './head-rows.js'
import { headWordsOf } from './head-text.js'

/** What the amounts of a column are, in all. */
export interface ColumnTerm {
  readonly role: Role
  readonly roleRule: DecisionRuleId
  readonly sure: boolean
  readonly term: Term
  readonly isPart: boolean
  /** Name of the rule of meaning, or null where the heads say nothing. */
  readonly meaning: string | null
}

/** A table of this many years is a series: years without words of the budget are statistics. */
const SERIES = 4

/** The terms of the columns of amounts of a band; null for all others. */
export const columnTermsOf = (read: ReadBand, headlines: Headlines): (ColumnTerm | null)[] => {
  const headline = headlineOf(read, headlines)
  const carriedOver = headline === null ? yearCarriedFrom(read, headlines) : null
  const candidates = read.columns.map((column, i) => (column.kind === 'money' ? candidateOf(read, column, i) : null))
  const printed = candidates.flatMap((candidate) => candidate?.printed.year?.year ?? [])
  const budgets = candidates.flatMap((candidate) =>
    candidate?.rule?.meaning.role === 'budget' ? (candidate.printed.year?.year ?? []) : [],
  )
  // a column that holds nothing but dashes still says which year the table is about
  const empty = read.columns.flatMap((column) => (column.filled === 0 ? (termIn(column).year?.year ?? []) : []))
  const current = currentYear([...budgets, ...empty], headline?.year ?? null) ?? carriedOver
  const isSeries = new Set(printed).size >= SERIES
  const isFlow = candidates.some((candidate) => candidate?.rule?.name === 'balance')
  return candidates.map(
    (candidate) =>
      candidate && termOf(candidate, { headline, current, isSeries, isFlow, isCarriedOver: carriedOver !== null }),
  )
}

/** The year that a table is about: the latest of its budgets, unless that lies far from what the page is about. */
const currentYear = (budgets: readonly number[], headline: number | null): number | null => {
  if (budgets.length === 0) return headline
  const latest = Math.max(...budgets)
  return headline !== null && (budgets.includes(headline) ? latest > headline + 1 : latest > headline)
    ? headline
    : latest
}

/** Money carried over (繰越) without a year in print is of the year before the one that its notes speak of. */
const yearCarriedFrom = (read: ReadBand, { document }: Headlines): number | null =>
  document && /繰越/u.test(captionOf(read)) ? document.year - 1 : null

interface Candidate {
  readonly rule: MeaningRule | null
  readonly printed: PrintedTerm
  readonly heads: Heads
}

interface Setting {
  readonly headline: Headline | null
  /** The year that the table is about. */
  readonly current: number | null
  readonly isSeries: boolean
  readonly isFlow: boolean
  /** The year is worked out from the notes of a table of money carried over. */
  readonly isCarriedOver: boolean
}

/** The headline of the table's page or document, else of its heading; labels inside sentences are none. */
const headlineOf = (read: ReadBand, headlines: Headlines): Headline | null => {
  const first = read.band.table.cells[0]?.entry
  const found = headlines.isLoose || !first ? null : (headlines.of.get(first)?.headline ?? null)
  return found ?? headlineOfHeading(read)
}

/** A heading with a fiscal year and 予算: `令和7年度 ○○市 事業別予算一覧`. */
const headlineOfHeading = ({ heading }: ReadBand): Headline | null => {
  const text = heading?.text.clean.text ?? ''
  const years =
    heading?.text.findings.flatMap((finding) => (finding.kind === 'year' && finding.fiscal ? [finding] : [])) ?? []
  const [year] = years
  if (!year || years.length > 1 || !/予算|要求|要望/u.test(text)) return null
  return {
    year: year.year,
    stage: /要求|要望/u.test(text)
      ? 'request'
      : /予算[(（]?案/u.test(text)
        ? 'draft'
        : /補正/u.test(text)
          ? 'supplementary'
          : 'enacted',
    supplementaryNo: null,
    requestFrame: null,
    printed: text.slice(year.from, year.to),
  }
}

const candidateOf = (read: ReadBand, column: PrintedColumn, at: number): Candidate => {
  const heads = headsOf(read, hasPairs(read, at) ? withoutBracket(column.path) : column.path, at)
  return { rule: ruleFor(heads), printed: termIn(column), heads }
}

/** Cells of the column print a second amount in brackets. */
const hasPairs = ({ band: { table, body, end } }: ReadBand, column: number): boolean =>
  table.cells.some(
    ({ row, column: at, values }) =>
      row >= body && row < end && at === column && values.some(({ isSecond }) => isSecond),
  )

/** The words around a column. A bracket that speaks of the second amount of `a(b)` is left out. */
export const headsOf = (read: ReadBand, printed: readonly string[], at: number): Heads => {
  const path = printed.map(headWordsOf)
  const others = read.columns.filter((_, i) => i !== at)
  return {
    own: path.at(-1) ?? '',
    above: path.slice(0, -1).join(''),
    whole: path.join(''),
    siblings: others.map((other) => headWordsOf(other.path.at(-1) ?? '')),
    siblingPaths: others.flatMap((other) => (other.kind === 'money' ? [other.path.map(headWordsOf).join('')] : [])),
    caption: captionOf(read),
  }
}

/** What stands over the table: texts above it and its rows over the whole width. */
const captionOf = ({ band, heading }: ReadBand): string =>
  [...(heading ? [heading] : []), ...band.table.above, ...captionCells(band).map(({ entry }) => entry)]
    .map(({ text }) => text.clean.text)
    .join('')
    .replace(/\s+/gu, '')

const termOf = ({ rule, printed, heads }: Candidate, setting: Setting): ColumnTerm => {
  const { headline, current, isSeries, isFlow, isCarriedOver } = setting
  if (!rule) return unknown(setting)
  const { role, stage = null, isPart = false } = rule.meaning
  const yearsBefore = rule.meaning.yearsBefore ?? (role === 'context' ? yearsBeforeIn(heads.own) : null)
  const year = printed.year?.year ?? (current === null ? null : current - (yearsBefore ?? 0))
  const base: Term = {
    ...noTerm,
    year,
    yearPrinted: printed.yearPrinted,
    stage: stageOf(rule, heads, year, setting),
    supplementaryNo:
      printed.supplementaryNo ?? (stage === 'supplementary' ? (headline?.supplementaryNo ?? null) : null),
    requestFrame: printed.requestFrame,
    inherited: printed.year === null,
    yearRule: yearRuleOf(printed, year, yearsBefore, isCarriedOver),
    stageRule: stage === 'document' && headline ? 'document_headline' : 'column_head',
    sure: year !== null && (printed.year !== null || !isCarriedOver),
  }
  const known = { isPart, meaning: rule.name, roleRule: 'column_meaning' as const }
  if (role !== 'budget') return { ...known, role, sure: true, term: role === 'comparison' ? base : { ...noTerm, year } }
  if (rule.name === 'amount' && year === null && !/予算|要求|要望/u.test(heads.whole))
    return { ...known, role: 'context', roleRule: 'no_headline', sure: false, term: { ...noTerm, sure: false } }
  if (isFlow && year !== null && current !== null && year < current && !/予算/u.test(heads.whole))
    return { ...known, role: 'context', sure: true, term: { ...noTerm, year } }
  if (isSeries && !/予算|当初|要求|要望|案|補正/u.test(heads.whole))
    return { ...known, role: 'context', sure: true, term: { ...noTerm, year } }
  if (
    year !== null &&
    current !== null &&
    year < current &&
    !isFlow &&
    printed.year &&
    !base.stage?.startsWith('supplementary')
  )
    return {
      ...known,
      role: 'comparison',
      roleRule: 'column_of_earlier_year',
      sure: true,
      term: {
        ...base,
        stage: base.stage ?? 'enacted',
      },
    }
  return { ...known, role, sure: !isUndatedSupplement(rule, printed, headline, heads), term: base }
}

/** 前々年度末現在高 is of two years before the table's own. */
const yearsBeforeIn = (own: string): number | null => (/前々年度/u.test(own) ? 2 : /前年度/u.test(own) ? 1 : null)

const yearRuleOf = (
  printed: PrintedTerm,
  year: number | null,
  yearsBefore: number | null,
  isCarriedOver: boolean,
): DecisionRuleId => {
  if (printed.year) return 'printed_year'
  if (year === null) return 'no_year'
  if (isCarriedOver) return 'year_carried_from'
  return yearsBefore ? 'year_before' : 'document_headline'
}

/** The stage of the rule; where it leaves it to the document, the document's for the table's own year and 当初 before. */
const stageOf = (
  { name, meaning }: MeaningRule,
  { whole }: Heads,
  year: number | null,
  setting: Setting,
): Stage | null => {
  const { headline, current } = setting
  const isOwn = year === null || year === current
  if (meaning.stage === 'document') return headline && isOwn ? headline.stage : 'enacted'
  // 当初予算額 of the year of a draft (予算案) is that draft, and 補正額 in a draft of a supplementary budget
  if (name === 'initial') return headline?.stage === 'draft' && isOwn ? 'draft' : 'enacted'
  if (meaning.stage === 'supplementary')
    return /[(（]案[)）]/u.test(whole) || (headline?.stage === 'supplementary_draft' && isOwn)
      ? 'supplementary_draft'
      : 'supplementary'
  return meaning.stage ?? null
}

/** 補正 without a year in a document that is about another budget may be of the year before. */
const isUndatedSupplement = (
  rule: MeaningRule,
  printed: PrintedTerm,
  headline: Headline | null,
  { siblings }: Heads,
): boolean =>
  rule.meaning.stage === 'supplementary' &&
  printed.year === null &&
  !headline?.stage.startsWith('supplementary') &&
  !siblings.some((head) => /補正前|補正後|現計/u.test(head))

const unknown = ({ headline, current }: Setting): ColumnTerm => ({
  role: headline ? 'budget' : 'context',
  roleRule: 'column_unknown',
  sure: false,
  isPart: false,
  meaning: null,
  term: {
    ...noTerm,
    year: current,
    stage: headline?.stage ?? null,
    inherited: true,
    yearRule: current === null ? 'no_year' : 'document_headline',
    stageRule: headline ? 'document_headline' : 'no_stage',
    sure: false,
  },
})
