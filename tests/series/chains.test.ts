import { describe, expect, it } from 'vitest'
import { claimOf, type Link, linksOf, tell } from '../../src/series/chains.js'
import type { Point } from '../../src/series/points.js'
import { comparison, point } from './points.js'

/** The links of one programme: rule, the two documents, and whether they agree. */
const linked = (points: readonly Point[]) =>
  linksOf({ key: '総務費', points }).map(({ rule, point, other, agrees }) =>
    [rule, point.document_id, agrees ? '=' : '≠', other.document_id].join(' '),
  )

const last = { fiscal_year: 2024 }
const draft = { stage: 'draft' } as const
const request = { stage: 'request' } as const
const extra = (supplementary_no: number) => ({ stage: 'supplementary', supplementary_no }) as const

describe('linksOf', () => {
  it.each<[what: string, points: readonly Point[], links: readonly string[]]>([
    ['editions that agree', [point('a', 25), point('b', 25)], ['editions b = a']],
    ['editions in the other order', [point('b', 25), point('a', 25)], ['editions b = a']],
    ['editions that do not', [point('a', 25), point('b', 26)], ['editions b ≠ a']],
    ['an edition that rounds', [point('a', 25), point('b', 25.4, { precision_yen: 10_000_000 })], ['editions b = a']],
    [
      'three editions: each with one before it that agrees',
      [point('a', 25), point('b', 26), point('c', 26)],
      ['editions b ≠ a', 'editions c = b'],
    ],
    ['one document', [point('a', 25), point('a', 26)], []],
    ['another year', [point('a', 25, last), point('b', 25)], []],
    ['a request and a draft', [point('a', 25, request), point('b', 25, draft)], []],
    ['supplements of one number', [point('a', 5, extra(1)), point('b', 5, extra(1))], ['editions b = a']],
    ['supplements of two numbers', [point('a', 5, extra(1)), point('b', 5, extra(2))], []],
    [
      'a supplement is added to nothing',
      [point('a', 25), point('b', 5, extra(1)), point('c', 30, { stage: 'revised' })],
      [],
    ],
    ['last year’s document', [point('r6', 20, last), comparison('r7', 20)], ['year_chain r7 = r6']],
    ['which prints something else', [point('r6', 21, last), comparison('r7', 20)], ['year_chain r7 ≠ r6']],
    ['whatever the order of the ids', [point('z', 20, last), comparison('a', 20)], ['year_chain a = z']],
    ['with its own budget', [point('r6', 20, last), comparison('r7', 20), point('r7', 25)], ['year_chain r7 = r6']],
    ['two comparisons', [comparison('r7', 20), comparison('r7-book', 20)], []],
    ['a comparison in the same document', [point('r7', 20, last), comparison('r7', 20)], []],
    ['the draft of last year', [point('r6', 20, { ...last, ...draft }), comparison('r7', 20)], ['stage_chain r7 = r6']],
    [
      'the enacted budget of last year before its draft',
      [point('r6-draft', 20, { ...last, ...draft }), point('r6', 21, last), comparison('r7', 20)],
      ['stage_chain r6 ≠ r6-draft', 'year_chain r7 ≠ r6'],
    ],
    ['the request of last year is another thing', [point('r6', 20, { ...last, ...request }), comparison('r7', 20)], []],
    [
      'a revised amount of last year has no draft',
      [point('r6', 20, { ...last, ...draft }), comparison('r7', 20, { stage: 'revised' })],
      [],
    ],
    ['the draft that was enacted', [point('b', 25, draft), point('a', 25)], ['stage_chain a = b']],
    ['the draft that was amended', [point('b', 25, draft), point('a', 26)], ['stage_chain a ≠ b']],
    ['the draft of another year', [point('b', 25, { ...draft, ...last }), point('a', 25)], []],
    [
      'an edition and a draft',
      [point('a', 25, draft), point('b', 25), point('c', 25)],
      ['stage_chain b = a', 'editions c = b', 'stage_chain c = a'],
    ],
    ['nothing', [], []],
  ])('%s', (_, points, links) => {
    expect(linked(points)).toEqual(links)
  })
})

/** Links between two documents, one for each outcome. */
const links = (from: string, to: string, ...outcomes: readonly boolean[]): Link[] =>
  outcomes.map((agrees) => ({ rule: 'editions', point: point(from, 25), other: point(to, 25), agrees }))

describe('tell', () => {
  it.each<[what: string, links: readonly Link[], tied: number, loose: number]>([
    ['all agree', links('b', 'a', true, true), 2, 0],
    ['half agree', links('b', 'a', true, false), 2, 0],
    ['fewer than half agree', links('b', 'a', true, false, false), 0, 3],
    ['none agrees', links('b', 'a', false), 0, 1],
    ['both directions are one pair', [...links('b', 'a', false), ...links('a', 'b', true)], 2, 0],
    [
      'pairs are told for themselves',
      [...links('b', 'a', false, false), ...links('c', 'a', true), ...links('c', 'b', false)],
      1,
      3,
    ],
    ['nothing', [], 0, 0],
  ])('%s', (_, all, tied, loose) => {
    const told = tell(all)
    expect([told.tied.length, told.loose.length]).toEqual([tied, loose])
  })

  it('keeps each link once, in its order', () => {
    const all = [...links('b', 'a', true), ...links('c', 'a', false), ...links('b', 'a', false)]
    const { tied, loose } = tell(all)
    expect([tied, loose]).toEqual([[all[0], all[2]], [all[1]]])
  })
})

describe('claimOf', () => {
  const other = point('r6', 20, last)
  const link = (reclassified: boolean, agrees: boolean): Link => ({
    rule: 'year_chain',
    point: comparison('r7', 21, { reclassified }),
    other,
    agrees,
  })

  it.each([
    ['that agrees', link(false, true), null],
    ['that does not', link(false, false), null],
    ['that is recast and agrees all the same', link(true, true), null],
    ['that is recast and does not', link(true, false), 'incomplete'],
  ])('of a previous year’s amount %s', (_, one, verdict) => {
    const { stated, ...claim } = claimOf(one)
    expect(claim).toEqual({
      rule: 'year_chain',
      figure: one.point.figure_id,
      inputs: [{ figure: other.figure_id, sign: 1 }],
      percent: null,
      given: null,
    })
    expect(stated?.verdict ?? null).toBe(verdict)
  })
})
