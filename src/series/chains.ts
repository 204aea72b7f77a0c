import { type Claim, claimThat } from '../model/claim.js'
import { groupBy } from '../model/groups.js'
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
  const linksFrom = linkerOf(points)
  for (const point of points) if (isOneBudget(point)) yield* linksFrom(point)
}

/** Finds what the other documents print that a point should agree with: looked up by year and stage, since a programme that
 * every town has stands in thousands of documents. */
const linkerOf = (all: readonly Point[]): ((point: Point) => Generator<Link>) => {
  const budgets = all.filter(({ role }) => role === 'budget')
  const byTerm = groupBy(budgets, termOf)
  const drafts = groupBy(
    budgets.filter(({ stage }) => stage === 'draft'),
    ({ fiscal_year }) => fiscal_year,
  )
  return function* (point) {
    for (const other of point.stage === 'enacted' ? (drafts.get(point.fiscal_year) ?? []) : [])
      if (isElsewhere(point, other)) yield linkOf('stage_chain', point, other)
    for (const other of byTerm.get(termOf(point)) ?? []) {
      const rule = point.role === 'comparison' ? 'year_chain' : 'editions'
      if (rule === 'year_chain' ? isElsewhere(point, other) : other.document_id < point.document_id)
        yield linkOf(rule, point, other)
    }
  }
}

const isElsewhere = (point: Point, other: Point): boolean => other.document_id !== point.document_id

const linkOf = (rule: Link['rule'], point: Point, other: Point): Link => ({
  rule,
  point,
  other,
  agrees: areOneAmount(point, other),
})

/** A year may have several supplements, each with its amount and its amount after: without a number nothing tells them apart. */
const isOneBudget = ({ stage, supplementary_no }: Point): boolean =>
  stage !== 'revised' && (supplementary_no !== null || !stage.startsWith('supplementary'))

/** Tells documents that belong to one budget from those that only share names, as 総務費 of two towns: of what two documents
 * should print alike at least half must be. */
export const strangersIn = (all: readonly Series[]): AreStrangers => {
  const tally = new StrangerTally()
  tally.add(all)
  return tally.areStrangers
}

/** Whether the documents of two points belong to budgets of different bodies. */
export type AreStrangers = (a: Point, b: Point) => boolean

/** Counts over all programmes what documents print alike; the programmes may come some at a time. */
export class StrangerTally {
  private readonly pairOf = pairNumbers()
  private readonly pairs = new Map<number, { tested: number; holds: number }>()

  add(all: readonly Series[]): void {
    for (const series of all)
      for (const link of linksOf(series)) {
        if (isRecast(link)) continue
        const key = this.pairOf(link.point, link.other)
        const pair = this.pairs.get(key) ?? { tested: 0, holds: 0 }
        pair.tested++
        if (link.agrees) pair.holds++
        this.pairs.set(key, pair)
      }
  }

  readonly areStrangers: AreStrangers = (a, b) => {
    const { tested = 0, holds = 0 } = this.pairs.get(this.pairOf(a, b)) ?? {}
    return holds * 2 < tested
  }
}

/** A number for each pair of documents, whichever comes first; millions of pairs make texts slow. */
const pairNumbers = (): ((a: Point, b: Point) => number) => {
  const numbers = new Map<string, number>()
  const numberOf = ({ document_id }: Point): number => {
    const number = numbers.get(document_id) ?? numbers.size
    numbers.set(document_id, number)
    return number
  }
  return (a, b) => {
    const [m, n] = [numberOf(a), numberOf(b)]
    return Math.min(m, n) * 2 ** 26 + Math.max(m, n)
  }
}

/** The links of points to what documents of their own budget print: for each point and rule one, with what agrees before what
 * does not. Points that are linked to strangers alone are loose. */
export const tell = (all: readonly Series[]): { readonly tied: readonly Link[]; readonly loose: readonly Point[] } => {
  const areStrangers = strangersIn(all)
  const tied: Link[] = []
  const loose: Point[] = []
  for (const { points } of all) {
    const linksFrom = linkerOf(points)
    for (const point of points.filter(isOneBudget)) {
      const best = new Map<Link['rule'], Link>()
      let strangers = 0
      for (const link of linksFrom(point))
        if (areStrangers(link.point, link.other)) strangers++
        else if (!best.has(link.rule) || (link.agrees && !best.get(link.rule)?.agrees)) best.set(link.rule, link)
      // What last year's document prints as its budget says more than its draft.
      if (best.has('year_chain')) best.delete('stage_chain')
      tied.push(...best.values())
      if (best.size === 0 && strangers > 0) loose.push(point)
    }
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
