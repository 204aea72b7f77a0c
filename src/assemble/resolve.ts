import type { DecisionRuleId } from '../model/decision-rules.js'
import { beforeAndAfter } from './before-after.js'
import { budgetRightAbove, isOfSize } from './below.js'
import { chartReadings } from './chart-labels.js'
import type { Entry } from './entries.js'
import type { Label, Mention } from './mentions.js'
import type { Resolved, Situation } from './resolved.js'
import { type Circumstance, roleRules } from './roles.js'
import { rowsOf } from './row-of-cell.js'
import type { Scope } from './scope.js'
import { isExplaining, readSentence, type SentenceReading } from './sentences/index.js'
import type { CellContext } from './tables/context.js'
import type { CellReading, Readings } from './tables/readings.js'
import type { Target } from './target.js'
import { budgetAbove, ofScope, targetOf } from './targets.js'
import { budgetTerm, comparisonTerm, type Headlines, noTerm, otherTerm } from './terms.js'
import type { Tie } from './torn-labels.js'

export const resolve = (
  entries: readonly Entry[],
  scopes: readonly Scope[],
  ties: ReadonlyMap<Mention, Tie>,
  cells: ReadonlyMap<Entry, CellContext>,
  readings: Readings,
  headlines: Headlines,
): Resolved[] => {
  const all: Resolved[] = []
  const rowOf = rowsOf(readings)
  const charts = chartReadings(entries)
  const arrows = beforeAndAfter(entries, (entry) => headlines.of.get(entry)?.headline ?? null)
  for (const entry of entries) {
    const inText: Resolved[] = []
    const scope = scopes[entry.index] as Scope
    const cell = cells.get(entry) ?? null
    const row = rowOf(entry, cell)
    for (const mention of readings.mentions.get(entry) ?? entry.mentions) {
      const reading = readings.of.get(mention)
      const at: Situation = {
        entry,
        mention,
        scope,
        tie: ties.get(mention) ?? null,
        cell,
        row,
        headlines,
        inText,
        all,
      }
      const resolved = reading
        ? ofTable(at, reading)
        : resolveOne(at, arrows.get(mention) ?? charts.get(mention) ?? null)
      inText.push(resolved)
      all.push(resolved)
    }
  }
  return besideInRow(all)
}

/** What the table says of an amount in one of its cells stands. */
const ofTable = ({ entry, mention, scope, cell }: Situation, reading: CellReading): Resolved => ({
  entry,
  mention,
  label: null,
  labelFrom: null,
  tie: null,
  cell,
  reading,
  sentence: null,
  scope,
  role: reading.role,
  roleRule: reading.roleRule,
  roleSure: reading.roleSure,
  term: reading.term,
  partner: null,
  target: targetOfTable(scope, reading),
})

/** What the table names; where it names nothing, what stands over it, for sure only where the row tells all but the name. */
const targetOfTable = (scope: Scope, { role, row, target }: CellReading): Target | null => {
  if (role !== 'rate' && !target.missing) return target
  if (role === 'rate' && !scope.head) return null
  const head = ofScope(scope)
  return { ...head, sure: head.sure && (role === 'rate' || row.words.length > 0 || row.year !== null) }
}

/** In a table a comparison or change stands beside the budget of its row, before it or after it. */
const besideInRow = (all: readonly Resolved[]): Resolved[] => {
  const budgets = new Map<string, Resolved>()
  for (const resolved of all) {
    const key = rowKey(resolved)
    if (key !== null && resolved.role === 'budget' && !resolved.reading?.isPart && !budgets.has(key))
      budgets.set(key, resolved)
  }
  return all.map((resolved) => {
    const partner = budgets.get(rowKey(resolved) ?? '')
    return partner && (resolved.role === 'comparison' || resolved.role === 'change')
      ? { ...resolved, partner }
      : resolved
  })
}

const rowKey = ({ reading }: Resolved): string | null =>
  reading ? `${reading.place.table}|${reading.place.row}` : null

const resolveOne = (at: Situation, ofChart: SentenceReading | null): Resolved => {
  const { entry, mention, scope, tie, cell, headlines, inText } = at
  const [label, labelFrom] = labelOf(at) ?? [null, null]
  const circumstance: Circumstance = {
    entry,
    mention,
    label,
    scope,
    cell,
    previous: inText.at(-1)?.role ?? null,
    hasHeadline: headlines.of.has(entry),
    afterBudget: inText.some(({ role }) => role === 'budget') || followsBudget(at),
  }
  const below = label === null ? budgetRightAbove(at) : null
  const sentence = below ? null : (sentenceOf(at, label) ?? (headlines.of.has(entry) ? ofChart : null))
  const rule = below
    ? { name: 'below_budget' as const, role: 'comparison' as const, sure: isOfSize(at, below) }
    : sentence
      ? { name: sentence.rule, role: sentence.role, sure: sentence.sure }
      : (roleRules.find(({ matches }) => matches(circumstance)) as (typeof roleRules)[number])
  const partner = below ?? (rule.role === 'comparison' || rule.role === 'change' ? partnerOf(at) : null)
  const above = headlines.of.get(entry)
  const share = label === null ? wholeOf(rule.name, at) : null
  const term =
    rule.role === 'budget'
      ? share
        ? { ...share.term, inherited: true }
        : sentence?.other
          ? otherTerm(sentence.other)
          : budgetTerm(label, above, headlines.unanimous)
      : rule.role === 'comparison'
        ? sentence?.other
          ? otherTerm(sentence.other)
          : comparisonTerm(label ?? yearOnly(mention), partner?.term ?? null, above)
        : sentence?.role === 'change'
          ? { ...noTerm, year: partner?.term.year ?? above?.headline.year ?? null }
          : noTerm
  const base = {
    entry,
    mention,
    label,
    labelFrom,
    tie,
    cell,
    reading: null,
    sentence,
    scope,
    role: rule.role,
    roleRule: rule.name,
    roleSure: rule.sure,
    term,
    partner,
  }
  return { ...base, target: rule.role === 'context' ? null : targetOf(at, base) }
}

/** What the sentence around the amount says, where no label with its year does. */
const sentenceOf = (at: Situation, label: Label | null): SentenceReading | null => {
  const { entry, mention, row, headlines, inText } = at
  return mention.amount.status === 'unpriced' || label?.year
    ? null
    : readSentence(mention, {
        inRow: row !== null && label === null && isExplaining(mention),
        headline: headlines.of.get(entry)?.headline ?? null,
        earlier: inText.map(({ sentence }) => sentence),
        previous: inText.at(-1)?.role ?? null,
        whole: wholeNear(at),
      })
}

/** Yen of the budget of the row, else of the nearest one before it in its text or a few lines above. */
const wholeNear = ({ entry, inText, all, cell }: Situation): number | null => {
  const isNear = (other: Resolved): boolean =>
    other.role === 'budget' &&
    other.sentence?.isPart !== true &&
    other.entry.page === entry.page &&
    (cell === null ? entry.index - other.entry.index <= 5 : isSameRow(other.entry, entry))
  return (inText.find(isNear) ?? all.findLast(isNear))?.mention.amount.yen ?? null
}

type Found = readonly [label: Label, from: NonNullable<Resolved['labelFrom']>]

/** The label printed with the amount, else the one torn from it, of its column, or of the panel around it. */
const labelOf = ({ mention, tie, cell, scope }: Situation): Found | null => {
  if (mention.label) return [mention.label, 'own']
  if (tie) return [tie.label, 'torn']
  if (mention.bracketed === 'pair' || mention.amount.scale !== null) return null
  if (cell) return null
  return scope.panel && mention.name?.kind !== 'prose' ? [scope.panel, 'panel'] : null
}

/** A comparison that prints only its year. */
const yearOnly = ({ year, text, label }: Mention): Label | null =>
  label === null && year !== null
    ? {
        stage: {
          kind: 'stage',
          stage: 'enacted',
          previous: true,
          supplementaryNo: null,
          requestFrame: null,
          sure: true,
          from: year.from,
          to: year.to,
        },
        year,
        text,
        from: year.from,
        to: year.to,
        body: null,
      }
    : null

/** The entry above holds a budget figure and this text goes on with its shares. */
const followsBudget = ({ entry, all }: Situation): boolean =>
  all.at(-1)?.role === 'budget' &&
  all.at(-1)?.entry.page === entry.page &&
  entry.index - (all.at(-1)?.entry.index ?? 0) <= 2

/** The figure that a share is a part of. */
const wholeOf = (rule: DecisionRuleId, at: Situation): Resolved | null => {
  const inText = at.inText.findLast(({ role }) => role === 'budget')
  if (rule === 'share_of_body') return inText ?? budgetAbove(at)
  return rule === 'booked_elsewhere' ? (inText ?? partnerOf(at)) : null
}

/** The main budget figure that a previous year's amount is compared with: in its text, else above it on the page. */
const partnerOf = ({ entry, inText, all }: Situation): Resolved | null =>
  inText.findLast(({ role }) => role === 'budget') ??
  all.findLast(
    (other) =>
      other.role === 'budget' &&
      other.entry.page === entry.page &&
      isSameRow(other.entry, entry) &&
      entry.index - other.entry.index <= 6 &&
      !other.term.stage?.startsWith('supplementary'),
  ) ??
  null

/** In a table a figure stands beside those of its row only. */
const isSameRow = ({ text: { clean: a } }: Entry, { text: { clean: b } }: Entry): boolean =>
  a.cell === null || b.cell === null ? a.cell === b.cell : a.block === b.block && a.cell.row === b.cell.row
