import { type Claim, claimThat } from '../model/claim.js'
import { areOneAmount } from '../model/rounding.js'
import { type Point, termOf } from './points.js'
import type { Series } from './programmes.js'

/** What two documents print of one programme that should be the same amount. */
export interface Link {
  readonly rule: 'editions' | 'stage_chain' | 'year_chain'
  readonly point: Point
  /** What another document prints. */
  readonly other: Point
  readonly agrees: boolean
}

/** What the documents of one programme say of each other: editions that print the same budget, last year's document that
 * prints what this one compares with, and the draft that was enacted. Supplements are never added to anything. */
export const linksOf = ({ points }: Series): Link[] => points.flatMap((point) => linksFrom(point, points))

const linksFrom = (point: Point, all: readonly Point[]): Link[] => {
  if (!isOneBudget(point)) return []
  const elsewhere = all.filter(
    (other) =>
      other.document_id !== point.document_id && other.role === 'budget' && other.fiscal_year === point.fiscal_year,
  )
  const sameTerm = elsewhere.filter((other) => termOf(other) === termOf(point))
  const drafts = point.stage === 'enacted' ? elsewhere.filter(({ stage }) => stage === 'draft') : []
  const earlier = sameTerm.filter(({ document_id }) => document_id < point.document_id)
  if (point.role === 'comparison')
    return sameTerm.length > 0 ? link('year_chain', point, sameTerm) : link('stage_chain', point, drafts)
  return [...link('editions', point, earlier), ...link('stage_chain', point, drafts)]
}

/** A year may have several supplements, each with its amount and its amount after: without a number nothing tells them apart. */
const isOneBudget = ({ stage, supplementary_no }: Point): boolean =>
  stage !== 'revised' && (supplementary_no !== null || !stage.startsWith('supplementary'))

/** With the one that agrees, else the first. */
const link = (rule: Link['rule'], point: Point, others: readonly Point[]): Link[] => {
  const equal = others.find((candidate) => areOneAmount(point, candidate))
  const other = equal ?? others[0]
  return other ? [{ rule, point, other, agrees: equal !== undefined }] : []
}

/** Tells the links of documents that belong to one budget from those that only share names, as 総務費 of two towns: of two
 * documents at least half of what should be the same must be. */
export const tell = (links: readonly Link[]): { readonly tied: readonly Link[]; readonly loose: readonly Link[] } => {
  const tally = new Map<string, { tested: number; holds: number }>()
  for (const one of links) {
    if (isRecast(one)) continue
    const pair = tally.get(pairOf(one)) ?? { tested: 0, holds: 0 }
    tally.set(pairOf(one), { tested: pair.tested + 1, holds: pair.holds + Number(one.agrees) })
  }
  const isTied = (one: Link): boolean => {
    const { tested = 0, holds = 0 } = tally.get(pairOf(one)) ?? {}
    return holds * 2 >= tested
  }
  return { tied: links.filter(isTied), loose: links.filter((one) => !isTied(one)) }
}

const pairOf = ({ point, other }: Link): string => [point.document_id, other.document_id].sort().join(' ')

/** A previous year's amount that the document says is recast (組替え) need not be what was printed then. */
const isRecast = ({ point, agrees }: Link): boolean => point.reclassified && !agrees

export const claimOf = (link: Link): Claim => ({
  ...claimThat(link.rule, link.point.figure_id, [{ figure: link.other.figure_id, sign: 1 }]),
  stated: isRecast(link)
    ? { verdict: 'incomplete', message: 'The previous year’s amount is recast to the new structure (組替え).' }
    : null,
})
