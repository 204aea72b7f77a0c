import type { DecisionRuleId } from '../model/decision-rules.js'
import type { RequestFrame, Stage } from '../model/finding.js'
import type { Entry } from './entries.js'
import type { Headline } from './headline.js'
import { titleHeadlines } from './headline-titles.js'
import type { Label, Mention } from './mentions.js'
import type { OtherBudget } from './sentences/other-budget.js'
import type { Tie } from './torn-labels.js'

export type { Headline } from './headline.js'

/** When and at what stage a figure's money stands. */
export interface Term {
  readonly year: number | null
  readonly yearPrinted: string | null
  readonly stage: Stage | null
  readonly supplementaryNo: number | null
  readonly requestFrame: RequestFrame | null
  readonly inherited: boolean
  readonly yearRule: DecisionRuleId
  readonly stageRule: DecisionRuleId
  readonly sure: boolean
}

const mainStages: ReadonlySet<Stage> = new Set(['request', 'draft', 'enacted'])

/** Headline of each entry: the page's own main label (in a text file the last one above), else the title above it, else
 * the document's. */
export interface Headlines {
  readonly of: ReadonlyMap<Entry, { headline: Headline; own: boolean }>
  readonly document: Headline | null
  /** All of the document's main labels agree. */
  readonly unanimous: boolean
  /** No title and no amount carries a label: the document's comes from labels in sentences and heads of tables. */
  readonly isLoose: boolean
}

interface Found {
  readonly entry: Entry
  readonly headline: Headline
}

export const headlinesOf = (entries: readonly Entry[], ties: ReadonlyMap<Mention, Tie>): Headlines => {
  const titles = titleHeadlines(entries).map(
    ({ entry, ...headline }): Found => ({
      entry,
      headline: { ...headline, requestFrame: null },
    }),
  )
  const labelled = entries.flatMap((entry) =>
    mainLabels(entry, ties).map((label): Found => ({ entry, headline: toHeadline(label) })),
  )
  // where a title names the budget, labels inside sentences and cells tell of other budgets
  const found = titles.length > 0 ? labelled.filter(({ entry }) => isApart(entry)) : labelled
  const loose = (): Found[] =>
    entries.flatMap((entry) => entry.labels.filter(isMain).map((label) => ({ entry, headline: toHeadline(label) })))
  const mentioned = [found, titles].find(({ length }) => length > 0) ?? loose()
  const document = mostCommonHeadline(mentioned.map(({ headline }) => headline))
  const of = new Map<Entry, { headline: Headline; own: boolean }>()
  for (const entry of entries) {
    const near = nearLabel(entry, found) ?? nearTitle(entry, titles)
    if (near) of.set(entry, { headline: near.headline, own: true })
    else if (document) of.set(entry, { headline: document, own: false })
  }
  const unanimous = new Set(mentioned.map(({ headline }) => `${headline.year} ${headline.stage}`)).size === 1
  return { of, document, unanimous, isLoose: found.length === 0 && titles.length === 0 }
}

const nearLabel = (entry: Entry, found: readonly Found[]): Found | undefined =>
  entry.text.clean.source === 'text'
    ? found.findLast((other) => other.entry.index <= entry.index)
    : (found.find((other) => other.entry.page === entry.page && other.entry.text.clean.kind === 'amounts') ??
      found.find((other) => other.entry.page === entry.page))

/** The title above on its page; above the first one, the first. */
const nearTitle = (entry: Entry, titles: readonly Found[]): Found | undefined => {
  const ofPage = titles.filter((title) => title.entry.page === entry.page)
  return ofPage.findLast((title) => title.entry.index <= entry.index) ?? ofPage[0]
}

/** Not in a sentence and not in a cell. */
const isApart = ({ text: { clean } }: Entry): boolean => clean.cell === null && !/。|は、/u.test(clean.text)

const isMain = (label: Label): boolean =>
  label.year !== null && !label.stage.previous && mainStages.has(label.stage.stage)

const mainLabels = (entry: Entry, ties: ReadonlyMap<Mention, Tie>): Label[] =>
  entry.mentions.flatMap((mention) => mention.label ?? ties.get(mention)?.label ?? []).filter(isMain)

const toHeadline = (label: Label): Headline => ({
  year: label.year?.year ?? 0,
  stage: label.stage.stage,
  supplementaryNo: label.stage.supplementaryNo,
  requestFrame: label.stage.requestFrame,
  printed: label.text.clean.text.slice(label.from, label.to),
})

const mostCommonHeadline = (headlines: readonly Headline[]): Headline | null => {
  const counts = new Map<string, number>()
  const keyOf = (headline: Headline): string => `${headline.year} ${headline.stage}`
  for (const headline of headlines) counts.set(keyOf(headline), (counts.get(keyOf(headline)) ?? 0) + 1)
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return headlines.find((headline) => keyOf(headline) === best) ?? null
}

/** Year and stage of a budget figure from its label and the headline above it. */
export const budgetTerm = (
  label: Label | null,
  above: { headline: Headline; own: boolean } | undefined,
  unanimous: boolean,
): Term => {
  const headline = above?.headline ?? null
  const from: DecisionRuleId = above?.own ? 'page_headline' : 'document_headline'
  const headlineSure = above !== undefined && (above.own || unanimous)
  if (!label) {
    return {
      ...noTerm,
      year: headline?.year ?? null,
      stage: headline?.stage ?? null,
      supplementaryNo: headline?.supplementaryNo ?? null,
      requestFrame: headline?.requestFrame ?? null,
      inherited: true,
      yearRule: headline ? from : 'no_year',
      stageRule: headline ? from : 'no_stage',
      sure: headline !== null && headlineSure,
    }
  }
  const { stage } = label
  const printed = label.year ? label.text.clean.text.slice(label.year.from, label.year.to) : null
  const inheritsYear = label.year === null
  const year = label.year?.year ?? headline?.year ?? null
  const draft = draftOf(label, headline)
  const base: Omit<Term, 'year' | 'yearRule' | 'sure'> = {
    yearPrinted: printed,
    stage: draft ?? stage.stage,
    supplementaryNo: stage.supplementaryNo,
    requestFrame: stage.requestFrame,
    inherited: inheritsYear,
    stageRule: draft ? from : 'printed_label',
  }
  if (!inheritsYear) return { ...base, year, yearRule: 'printed_year', sure: true }
  // a supplementary budget without a year may be of either year, but where the headline is of one too
  const isEither = isSupplementary(stage.stage) && !(headline && isSupplementary(headline.stage))
  return {
    ...base,
    year: isEither ? null : year,
    yearRule: isEither || !headline ? 'no_year' : from,
    sure: !isEither && headline !== null && headlineSure,
  }
}

const isSupplementary = (stage: Stage): boolean => stage.startsWith('supplementary')

/** `当初予算` or `補正予算額` in a document that its title calls a draft (案). */
const draftOf = ({ stage, year }: Label, headline: Headline | null): Stage | null => {
  if (!headline || stage.previous || (year !== null && year.year !== headline.year)) return null
  if (stage.stage === 'enacted' && headline.stage === 'draft') return 'draft'
  const isSame = year === null && (stage.supplementaryNo ?? headline.supplementaryNo) === headline.supplementaryNo
  return stage.stage === 'supplementary' && headline.stage === 'supplementary_draft' && isSame ? headline.stage : null
}

/** Year and stage of the previous year's amount beside a budget. */
export const comparisonTerm = (
  label: Label | null,
  budget: Term | null,
  above: { headline: Headline; own: boolean } | undefined,
): Term => {
  const ofYear = budget?.year ?? above?.headline.year ?? null
  const printed = label?.year ? label.text.clean.text.slice(label.year.from, label.year.to) : null
  const year = label?.year?.year ?? (ofYear === null ? null : ofYear - 1)
  return {
    ...noTerm,
    year,
    yearPrinted: printed,
    stage: label && !label.stage.previous && label.stage.stage !== 'enacted' ? label.stage.stage : 'enacted',
    inherited: label === null,
    yearRule: label?.year ? 'printed_year' : ofYear === null ? 'no_year' : 'year_before',
    stageRule: label ? 'printed_label' : 'previous_in_brackets',
    sure: year !== null,
  }
}

/** Year and stage of the budget that a sentence names beside the headline's. */
export const otherTerm = ({ year, stage, printed }: OtherBudget): Term => ({
  ...noTerm,
  year,
  yearPrinted: printed,
  stage,
  yearRule: year === null ? 'no_year' : 'named_budget',
  stageRule: 'named_budget',
  sure: year !== null,
})

export const noTerm: Term = {
  year: null,
  yearPrinted: null,
  stage: null,
  supplementaryNo: null,
  requestFrame: null,
  inherited: false,
  yearRule: 'no_year',
  stageRule: 'no_stage',
  sure: true,
}
