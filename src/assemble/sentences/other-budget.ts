import type { Stage } from '../../model/finding.js'
import type { Headline } from '../headline.js'
import type { Mention } from '../mentions.js'

/** A budget that a sentence names and that is not the headline's. */
export interface OtherBudget {
  /** Null where nothing says it. */
  readonly year: number | null
  readonly stage: Stage
  readonly printed: string
}

const named =
  /(?<month>\d{1,2}月|第 ?\d+ ?号)?(?<what>補正|専決|当初)(?:予算)?(?:分|額)?(?:において|にて|により|として|では|で|に|は|:|・)?\s*$/u

/** The budget named right before the amount: `R4当初分`, `3月補正において`, `令和3年度2月専決予算で`. */
export const otherBudget = (
  lead: string,
  { year, amount, text }: Mention,
  headline: Headline | null,
): OtherBudget | null => {
  const match = named.exec(lead)
  if (!match?.groups) return null
  const stage: Stage = match.groups.what === '当初' ? 'enacted' : 'supplementary'
  const isNear = year !== null && text.clean.text.slice(year.to, amount.from).trim() === match[0].trim()
  return {
    year: isNear ? year.year : yearWithout(stage, match.groups.month !== undefined, headline),
    stage,
    printed: match[0].trim(),
  }
}

/** An initial budget is drawn up before its year begins, so a supplementary budget of some month that it speaks of is the
 * year before's. */
const yearWithout = (stage: Stage, hasMonth: boolean, headline: Headline | null): number | null =>
  headline && hasMonth && stage === 'supplementary' && (headline.stage === 'enacted' || headline.stage === 'draft')
    ? headline.year - 1
    : null

/** A fiscal year in the same clause that is not the headline's: the money is that year's. */
export const otherYear = (
  lead: string,
  { year, amount, text }: Mention,
  headline: Headline | null,
): OtherBudget | null => {
  if (!year?.fiscal || !headline || year.year === headline.year || amount.from - year.from > lead.length) return null
  return { year: year.year, stage: 'enacted', printed: text.clean.text.slice(year.from, year.to) }
}
