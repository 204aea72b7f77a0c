import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/model/draft.js'
import type { Figure } from '../../src/model/figure.js'
import type { IssueRuleId } from '../../src/model/issue-rules.js'
import { amount, draft, node, placeOn, previous, tree, validated } from './assemblies.js'

/** What the checks say: the rules of the issues, and the status of the last figure. */
interface Case {
  readonly what: string
  readonly drafts: readonly Draft[]
  readonly rules: readonly IssueRuleId[]
  readonly status: Figure['check_status']
  readonly review: boolean
}

const on = (page: number) => ({ place: placeOn(page) })
const exact = (oku: number) => ({ amount: amount(oku, { precision: 10_000_000 }) })

const cases: readonly Case[] = [
  { what: 'a budget with all it needs', drafts: [draft(25)], rules: [], status: 'not_checked', review: false },
  {
    what: 'a budget without a programme',
    drafts: [draft(25, { programme: null })],
    rules: ['programme_missing'],
    status: 'warning',
    review: true,
  },
  {
    what: 'a budget without a year',
    drafts: [draft(25, { fiscalYear: null })],
    rules: ['year_missing'],
    status: 'warning',
    review: true,
  },
  {
    what: 'a budget without a stage',
    drafts: [draft(25, { stage: null })],
    rules: ['stage_missing'],
    status: 'warning',
    review: true,
  },
  {
    what: 'other money needs none of them',
    drafts: [draft(25, { role: 'context', programme: null, fiscalYear: null, stage: null })],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'digits in doubt',
    drafts: [draft(25, { amount: amount(25, { status: 'unreadable', yen: null, precision: null }) })],
    rules: ['amount_unreadable'],
    status: 'error',
    review: true,
  },
  {
    what: 'a previous year beside its budget',
    drafts: [draft(25), previous(20, 0)],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'a previous year alone',
    drafts: [previous(20, null)],
    rules: ['comparison_without_budget'],
    status: 'warning',
    review: true,
  },
  {
    what: 'a forerunner stands alone',
    drafts: [previous(20, null, { decisions: [{ field: 'role', rule: 'predecessor_note', sure: true }] })],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'a previous year a thousandth of the budget',
    drafts: [draft(1000), previous(1, 0)],
    rules: ['factor_thousand'],
    status: 'warning',
    review: true,
  },
  {
    what: 'a previous year a thousand times the budget',
    drafts: [draft(1), previous(1100, 0)],
    rules: ['factor_thousand'],
    status: 'warning',
    review: true,
  },
  {
    what: 'a budget that grew a hundredfold',
    drafts: [draft(100), previous(1, 0)],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'the same amount on two pages',
    drafts: [draft(25), draft(25, on(2))],
    rules: ['duplicate_figure'],
    status: 'ok',
    review: false,
  },
  {
    what: 'the same amount, rounded, on two pages',
    drafts: [draft(25), draft(25.3, { ...on(2), ...exact(25.3) })],
    rules: [],
    status: 'rounding',
    review: false,
  },
  {
    what: 'another amount on two pages',
    drafts: [draft(25), draft(26, on(2))],
    rules: ['summary_detail_mismatch'],
    status: 'warning',
    review: false,
  },
  {
    what: 'a difference beyond the rounding',
    drafts: [draft(25), draft(25.7, { ...on(2), ...exact(25.7) })],
    rules: ['summary_detail_mismatch'],
    status: 'warning',
    review: false,
  },
  {
    what: 'another year on two pages',
    drafts: [draft(25), draft(26, { ...on(2), fiscalYear: 2024 })],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'two amounts on one page',
    drafts: [draft(25), draft(26)],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'parts that add up',
    drafts: [draft(40), draft(25, { programme: 1 }), draft(15, { programme: 2 })],
    rules: [],
    status: 'ok',
    review: false,
  },
  {
    what: 'parts that add up but for rounding',
    drafts: [draft(40), draft(25, { programme: 1 }), draft(16, { programme: 2 })],
    rules: [],
    status: 'rounding',
    review: false,
  },
  {
    what: 'parts that are not all printed',
    drafts: [draft(40), draft(25, { programme: 1 }), draft(5, { programme: 2 })],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'parts that add up to more',
    drafts: [draft(25, { programme: 1 }), draft(25, { programme: 2 }), draft(40)],
    rules: ['parts_total_mismatch'],
    status: 'warning',
    review: false,
  },
  {
    what: 'a part larger than the whole',
    drafts: [draft(40), draft(90, { programme: 1 })],
    rules: ['parts_exceed_total'],
    status: 'warning',
    review: true,
  },
  {
    what: 'a reposted part is counted elsewhere',
    drafts: [draft(40), draft(90, { programme: 1, reposted: 'full' })],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'a share is no part',
    drafts: [draft(40), draft(90, { programme: 1, partOf: true })],
    rules: [],
    status: 'not_checked',
    review: false,
  },
  {
    what: 'parts of another year',
    drafts: [draft(40), draft(90, { programme: 1, fiscalYear: 2024 })],
    rules: [],
    status: 'not_checked',
    review: false,
  },
]

describe('checks', () => {
  it.each(cases)('$what', ({ drafts, rules, status, review }) => {
    const { figures, issues } = validated(drafts)
    const last = figures.at(-1)
    expect(issues.map(({ rule }) => rule)).toEqual(rules)
    expect([last?.check_status, last?.needs_review]).toEqual([status, review])
  })

  it('a lost name is no programme', () => {
    const { issues } = validated([draft(25)], { programmes: [node('', null, { nameMissing: true })] })
    expect(issues.map(({ rule }) => rule)).toEqual(['programme_missing'])
  })

  it('what is printed again points to the first printing', () => {
    const { figures } = validated([draft(25), draft(25, on(2))])
    expect(figures.map(({ duplicate_of_figure_id }) => duplicate_of_figure_id)).toEqual([null, 'slides-p001-001'])
  })
})

describe('review', () => {
  it.each([
    ['nothing in doubt', [{ field: 'role', rule: 'label', sure: true }], null],
    ['one doubt', [{ field: 'programme', rule: 'line_above', sure: false }], 'line_above'],
    [
      'two doubts of one rule',
      [
        { field: 'fiscal_year', rule: 'document_headline', sure: false },
        { field: 'stage', rule: 'document_headline', sure: false },
      ],
      'document_headline',
    ],
  ] as const)('%s', (_, decisions, reasons) => {
    const [figure] = validated([draft(25, { decisions })]).figures
    expect([figure?.needs_review, figure?.review_reasons]).toEqual([reasons !== null, reasons])
  })
})

describe('sums of parts in programmes', () => {
  it.each([
    ['ok', [40, 25, 15], 4_000_000_000],
    ['rounding', [40, 25, 16], 4_100_000_000],
    ['mismatch', [40, 25, 25], 5_000_000_000],
    ['incomplete', [40, 25, 5], 3_000_000_000],
  ] as const)('%s', (check, [whole, one, two], sum) => {
    const made = validated([draft(whole), draft(one, { programme: 1 }), draft(two, { programme: 2 })])
    expect(made.programmes[0]).toMatchObject({ sum_check: check, children_sum_yen: sum })
  })

  it('without parts there is nothing to check', () => {
    expect(validated([draft(40)], { programmes: tree.slice(0, 1) }).programmes[0]).toMatchObject({
      sum_check: 'not_checked',
      children_sum_yen: null,
    })
  })
})
