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
function* linksOf({ points }: Series): Generator<Link> {
  for (const point of points) if (isOneBudget(point)) yield* linksFrom(point, points)
}

function* linksFrom(point: Point, all: readonly Point[]): Generator<Link> {
  for (const other of all) {
    const rule = ruleOf(point, other)
    if (rule !== null) yield { rule, point, other, agrees: areOneAmount(point, other) }
  }
}

const ruleOf = (point: Point, other: Point): Link['rule'] | null => {
  const isElsewhere = other.document_id !== point.document_id && other.role === 'budget'
  if (!isElsewhere || other.fiscal_year !== point.fiscal_year) return null
  if (point.stage === 'enacted' && other.stage === 'draft') return 'stage_chain'
  if (termOf(other) !== termOf(point)) return null
  if (point.role === 'comparison') return 'year_chain'
  return other.document_id < point.document_id ? 'editions' : null
}

/** A year may have several supplements, each with its amount and its amount after: without a number nothing tells them apart. */
const isOneBudget = ({ stage, supplementary_no }: Point): boolean =>
  stage !== 'revised' && (supplementary_no !== null || !stage.startsWith('supplementary'))

/** Tells documents that belong to one budget from those that only share names, as 総務費 of two towns: of what two documents
 * should print alike at least half must be. */
export const strangersIn = (all: readonly Series[]): ((a: Point, b: Point) => boolean) => {
  const tally = new Map<string, { tested: number; holds: number }>()
  for (const series of all)
    for (const link of linksOf(series)) {
      if (isRecast(link)) continue
      const key = pairOf(link.point, link.other)
      const pair = tally.get(key) ?? { tested: 0, holds: 0 }
      pair.tested++
      if (link.agrees) pair.holds++
      tally.set(key, pair)
    }
  return (a, b) => {
    const { tested = 0, holds = 0 } = tally.get(pairOf(a, b)) ?? {}
    return holds * 2 < tested
  }
}

const pairOf = (a: Point, b: Point): string =>
  a.document_id < b.document_id ? `${a.document_id}\t${b.document_id}` : `${b.document_id}\t${a.document_id}`

/** The links of points to what documents of their own budget print: for each point and rule one, with what agrees before what
 * does not. Points that are linked to strangers alone are loose. */
export const tell = (all: readonly Series[]): { readonly tied: readonly Link[]; readonly loose: readonly Point[] } => {
  const areStrangers = strangersIn(all)
  const tied: Link[] = []
  const loose: Point[] = []
  for (const { points } of all)
    for (const point of points.filter(isOneBudget)) {
      const best = new Map<Link['rule'], Link>()
      let strangers = 0
      for (const link of linksFrom(point, points))
        if (areStrangers(link.point, link.other)) strangers++
        else if (!best.has(link.rule) || (link.agrees && !best.get(link.rule)?.agrees)) best.set(link.rule, link)
      // What last year's document prints as its budget says more than its draft.
      if (best.has('year_chain')) best.delete('stage_chain')
      tied.push(...best.values())
      if (best.size === 0 && strangers > 0) loose.push(point)
    }
  return { tied, loose }
}

/** A previous year's amount that the document says is recast (組替え) need not be what was printed then. */
const isRecast = ({ point, agrees }: Link): boolean => point.reclassified && !agrees

export const claimOf = (link: Link): Claim => ({
  ...claimThat(link.rule, link.point.figure_id, [{ figure: link.other.figure_id, sign: 1 }]),
  stated: isRecast(link)
    ? { verdict: 'incomplete', message: 'The previous year’s amount is recast to the new structure (組替え).' }
    : null,
})
