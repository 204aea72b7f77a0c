import { describe, expect, it } from 'vitest'
import { claimOf, type Link, strangersIn, tell } from '../../src/series/chains.js'
import type { Point } from '../../src/series/points.js'
import type { Series } from '../../src/series/programmes.js'
import { comparison, point } from './points.js'

const linkText = ({ rule, point, other, agrees }: Link): string =>
  [rule, point.document_id, agrees ? '=' : '≠', other.document_id].join(' ')

/** Programmes by which documents are known to be of one body. */
const agreed = (documents: readonly string[], count = 5): Series[] =>
  Array.from({ length: count }, (_, i) => {
    const programme = `費${i}`
    return { key: programme, points: documents.map((id) => point(id, 1, { programme })) }
  })

/** The links of one programme of one body: rule, the two documents, and whether they agree. */
const linked = (points: readonly Point[]) => {
  const documents = [...new Set(points.map(({ document_id }) => document_id))]
  const { tied } = tell([{ key: '総務費', points }, ...agreed(documents)])
  return tied.filter((link) => points.includes(link.point)).map(linkText)
}

const last = { fiscal_year: 2024 }
const draft = { stage: 'draft' } as const
const request = { stage: 'request' } as const
const revised = { stage: 'revised' } as const
const extra = (supplementary_no: number) => ({ stage: 'supplementary', supplementary_no }) as const

describe('the links of a programme', () => {
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
    [
      'one edition before it alone',
      [point('a', 25), point('b', 25), point('c', 25)],
      ['editions b = a', 'editions c = a'],
    ],
    [
      'of two that differ the first',
      [point('a', 24), point('b', 25), point('c', 26)],
      ['editions b ≠ a', 'editions c ≠ a'],
    ],
    [
      'of two books of last year the one that agrees',
      [point('r6', 21, last), point('r6-book', 20, last), comparison('r7', 20)],
      ['editions r6-book ≠ r6', 'year_chain r7 = r6-book'],
    ],
    [
      'of two drafts the one that agrees',
      [point('a', 24, draft), point('b', 25, draft), point('c', 25)],
      ['editions b ≠ a', 'stage_chain c = b'],
    ],
    ['one document', [point('a', 25), point('a', 26)], []],
    ['another year', [point('a', 25, last), point('b', 25)], []],
    ['a request and a draft', [point('a', 25, request), point('b', 25, draft)], []],
    ['supplements of one number', [point('a', 5, extra(1)), point('b', 5, extra(1))], ['editions b = a']],
    ['supplements of two numbers', [point('a', 5, extra(1)), point('b', 5, extra(2))], []],
    [
      'supplements without a number, which may be any',
      [point('a', 5, { stage: 'supplementary' }), point('b', 5, { stage: 'supplementary' })],
      [],
    ],
    ['what was revised, which may be after any supplement', [point('a', 30, revised), point('b', 30, revised)], []],
    ['a supplement is added to nothing', [point('a', 25), point('b', 5, extra(1)), point('c', 30, revised)], []],
    ['last year’s document', [point('r6', 20, last), comparison('r7', 20)], ['year_chain r7 = r6']],
    ['which prints something else', [point('r6', 21, last), comparison('r7', 20)], ['year_chain r7 ≠ r6']],
    ['whatever the order of the ids', [point('z', 20, last), comparison('a', 20)], ['year_chain a = z']],
    ['with its own budget', [point('r6', 20, last), comparison('r7', 20), point('r7', 25)], ['year_chain r7 = r6']],
    ['two comparisons', [comparison('r7', 20), comparison('r7-book', 20)], []],
    ['a comparison in the same document', [point('r7', 20, last), comparison('r7', 20)], []],
    ['the draft of last year', [point('r6', 20, { ...last, ...draft }), comparison('r7', 20)], ['stage_chain r7 = r6']],
    [
      'the enacted budget of last year before its draft, even when that alone agrees',
      [point('r6-draft', 20, { ...last, ...draft }), point('r6', 21, last), comparison('r7', 20)],
      ['stage_chain r6 ≠ r6-draft', 'year_chain r7 ≠ r6'],
    ],
    ['the request of last year is another thing', [point('r6', 20, { ...last, ...request }), comparison('r7', 20)], []],
    [
      'a revised amount of last year has no draft',
      [point('r6', 20, { ...last, ...draft }), comparison('r7', 20, revised)],
      [],
    ],
    ['the draft that was enacted', [point('b', 25, draft), point('a', 25)], ['stage_chain a = b']],
    ['the draft that was amended', [point('b', 25, draft), point('a', 26)], ['stage_chain a ≠ b']],
    ['the draft of another year', [point('b', 25, { ...draft, ...last }), point('a', 25)], []],
    [
      'an edition and a draft',
      [point('a', 25, draft), point('b', 25), point('c', 25)],
      ['stage_chain b = a', 'stage_chain c = a', 'editions c = b'],
    ],
    ['nothing', [], []],
  ])('%s', (_, points, links) => {
    expect(linked(points)).toEqual(links)
  })
})

type Outcome = readonly [from: string, to: string, agrees: boolean]

/** Programmes of two documents each, that print one amount or two. */
const programmes = (...outcomes: readonly Outcome[]): Series[] =>
  outcomes.map(([from, to, agrees], i) => {
    const programme = `費${i}`
    return { key: programme, points: [point(from, 25, { programme }), point(to, agrees ? 25 : 26, { programme })] }
  })

const outcomes = (from: string, to: string, ...all: readonly boolean[]) =>
  all.map((agrees): Outcome => [from, to, agrees])

describe('tell', () => {
  it.each<[what: string, outcomes: readonly Outcome[], tied: number, loose: number]>([
    ['all agree', outcomes('b', 'a', true, true), 2, 0],
    ['half agree', outcomes('b', 'a', true, false), 2, 0],
    ['fewer than half agree', outcomes('b', 'a', true, false, false), 0, 3],
    ['none agrees', outcomes('b', 'a', false), 0, 1],
    ['both directions are one pair', [...outcomes('b', 'a', false), ...outcomes('a', 'b', true)], 2, 0],
    [
      'pairs are told for themselves',
      [...outcomes('b', 'a', false, false), ...outcomes('c', 'a', true), ...outcomes('c', 'b', false)],
      1,
      3,
    ],
    ['nothing', [], 0, 0],
  ])('%s', (_, all, tied, loose) => {
    const told = tell(programmes(...all))
    expect([told.tied.length, told.loose.length]).toEqual([tied, loose])
  })

  it('keeps each link once, in its order', () => {
    const series = programmes(['b', 'a', true], ['c', 'a', false], ['b', 'a', false])
    const { tied, loose } = tell(series)
    expect([tied.map(linkText), loose]).toEqual([['editions b = a', 'editions b ≠ a'], [series[1]?.points[0]]])
  })

  it('passes over strangers where another document is none', () => {
    const series = { key: '総務費', points: [point('a', 25), point('b', 26), point('c', 27)] }
    const { tied, loose } = tell([series, ...agreed(['b', 'c'])])
    expect(tied.slice(0, 1).map(linkText)).toEqual(['editions c ≠ b'])
    expect(loose).toEqual([series.points[1]])
  })
})

describe('strangersIn', () => {
  const [a, b] = [point('a', 1), point('b', 1)]

  it.each<[what: string, series: readonly Series[], areStrangers: boolean]>([
    ['nothing in common', [], false],
    ['half of it alike', programmes(['a', 'b', true], ['b', 'a', false]), false],
    ['less than half', programmes(['a', 'b', true], ['b', 'a', false], ['a', 'b', false]), true],
    ['all of it other than with a third one', programmes(['a', 'c', false], ['c', 'b', false]), false],
    [
      'recast amounts, which speak not against it',
      [{ key: '総務費', points: [point('a', 20, last), comparison('b', 21, { reclassified: true })] }],
      false,
    ],
    [
      'an amount of last year, once as budget and once beside a later one',
      [{ key: '総務費', points: [point('a', 20, last), comparison('b', 21)] }],
      true,
    ],
    ['comparisons alone', [{ key: '総務費', points: [comparison('a', 20), comparison('b', 21)] }], false],
  ])('%s', (_, series, areStrangers) => {
    const are = strangersIn(series)
    expect([are(a, b), are(b, a)]).toEqual([areStrangers, areStrangers])
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
