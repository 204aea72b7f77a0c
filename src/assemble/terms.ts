import type { DecisionRuleId } from '../model/decision-rules.js'
import type { RequestFrame, Stage } from '../model/finding.js'
import type { Entry } from './entries.js'
import type { Label, Mention } from './mentions.js'
import type { Tie } from './torn-labels.js'

/** The year and stage that a page or document is about. */
export interface Headline {
  readonly year: number
  readonly stage: Stage
  readonly requestFrame: RequestFrame | null
  readonly printed: string
}

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

/** Headline of each entry: the page's own main label (in a text file the last one above), else the document's. */
export interface Headlines {
  readonly of: ReadonlyMap<Entry, { headline: Headline; own: boolean }>
  readonly document: Headline | null
  /** All of the document's main labels agree. */
  readonly unanimous: boolean
}

export const headlinesOf = (entries: readonly Entry[], ties: ReadonlyMap<Mention, Tie>): Headlines => {
  const found = entries.flatMap((entry) =>
    mainLabels(entry, ties).map((label) => ({ entry, headline: toHeadline(label) })),
  )
  const mentioned =
    found.length > 0
      ? found
      : entries.flatMap((entry) => entry.labels.filter(isMain).map((label) => ({ entry, headline: toHeadline(label) })))
  const document = mostCommonHeadline(mentioned.map(({ headline }) => headline))
  const of = new Map<Entry, { headline: Headline; own: boolean }>()
  for (const entry of entries) {
    const near =
      entry.text.clean.source === 'text'
        ? found.findLast((other) => other.entry.index <= entry.index)
        : (found.find((other) => other.entry.page === entry.page && other.entry.text.clean.kind === 'amounts') ??
          found.find((other) => other.entry.page === entry.page))
    if (near) of.set(entry, { headline: near.headline, own: true })
    else if (document) of.set(entry, { headline: document, own: false })
  }
  const unanimous = new Set(mentioned.map(({ headline }) => `${headline.year} ${headline.stage}`)).size === 1
  return { of, document, unanimous }
}

const isMain = (label: Label): boolean =>
  label.year !== null && !label.stage.previous && mainStages.has(label.stage.stage)

const mainLabels = (entry: Entry, ties: ReadonlyMap<Mention, Tie>): Label[] =>
  entry.mentions.flatMap((mention) => mention.label ?? ties.get(mention)?.label ?? []).filter(isMain)

const toHeadline = (label: Label): Headline => ({
  year: label.year?.year ?? 0,
  stage: label.stage.stage,
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
  const from = above?.own ? 'page_headline' : 'document_headline'
  const headlineSure = above !== undefined && (above.own || unanimous)
  if (!label) {
    return {
      ...noTerm,
      year: headline?.year ?? null,
      stage: headline?.stage ?? null,
      requestFrame: headline?.requestFrame ?? null,
      inherited: true,
      yearRule: headline ? from : 'no_year',
      stageRule: headline ? from : 'no_stage',
      sure: headline !== null && headlineSure,
    }
  }
  const { stage } = label
  const printed = label.year ? label.text.clean.text.slice(label.year.from, label.year.to) : null
  const isSupplementary = stage.stage.startsWith('supplementary')
  const inheritsYear = label.year === null
  const year = label.year?.year ?? headline?.year ?? null
  const base = {
    yearPrinted: printed,
    stage: stage.stage,
    supplementaryNo: stage.supplementaryNo,
    requestFrame: stage.requestFrame,
    inherited: inheritsYear,
    stageRule: 'printed_label' as const,
  }
  if (!inheritsYear) return { ...base, year, yearRule: 'printed_year', sure: true }
  // a supplementary budget without a year may be of either year
  return {
    ...base,
    year: isSupplementary ? null : year,
    yearRule: isSupplementary ? 'no_year' : headline ? from : 'no_year',
    sure: !isSupplementary && headline !== null && headlineSure,
  }
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
