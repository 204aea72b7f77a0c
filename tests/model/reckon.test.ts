import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFactorThousand } from '../../src/model/arithmetic.js'
import type { CheckVerdict, PercentMeaning } from '../../src/model/check.js'
import { type CheckId, checkRules } from '../../src/model/check-rules.js'
import type { Amount, Claim, Reckoning } from '../../src/model/claim.js'
import { printPercent } from '../../src/model/percent.js'
import { reckon } from '../../src/model/reckon.js'
import { areOneAmount, grainOf, judge, roundingBetween } from '../../src/model/rounding.js'
import { amount, change, exact, previous, revised, supplement, type Told, tell } from './amounts.js'

const reckoned = ({ claim, amountOf }: Told): Reckoning => reckon(claim, amountOf)

/** What a claim comes to; amounts in hundred million yen. */
interface Outcome {
  readonly what: string
  readonly told: Told
  readonly verdict: CheckVerdict
  readonly expected: number | null
  readonly tolerance: number | null
}

const outcome = (
  what: string,
  told: Told,
  verdict: CheckVerdict,
  expected: number | null,
  tolerance: number | null,
): Outcome => ({ what, told, verdict, expected, tolerance })

const holds = ({ told, verdict, expected, tolerance }: Outcome): void => {
  const { message, found_yen, ...row } = reckoned(told)
  expect(row).toEqual({
    verdict,
    expected_yen: expected === null ? null : Math.round(expected * 100_000_000),
    tolerance_yen: tolerance === null ? null : Math.round(tolerance * 100_000_000),
  })
  expect(found_yen).toBe(told.amountOf('found')?.yen)
  expect(message === null).toBe(verdict === 'ok' || verdict === 'rounding')
}

const inside = (oku: number) => amount(oku, { part_of: true })
const other = (oku: number, more: Partial<Amount> = {}) => amount(oku, { programme_row_id: 'slides-0002', ...more })

const sumRules = ['column_total', 'parent_total', 'row_parts', 'programme_parts'] as const

describe.each(sumRules)('%s', (rule) => {
  const sum = (whole: Amount, ...parts: readonly Amount[]): Told =>
    tell(
      rule,
      whole,
      parts.map((part) => ['+', part]),
    )
  it.each([
    outcome('parts that add up', sum(amount(40), amount(25), amount(15)), 'ok', 40, 1.5),
    outcome('all that rounding explains', sum(amount(41), amount(25), amount(15)), 'rounding', 40, 1.5),
    outcome('more than it explains', sum(amount(42), amount(25), amount(15)), 'mismatch', 40, 1.5),
    outcome('half a digit of both', sum(amount(25), amount(24)), 'rounding', 24, 1),
    outcome('below nothing', sum(amount(-5), amount(5), amount(-10)), 'ok', -5, 1.5),
    outcome('coarse and fine', sum(amount(40), amount(39.5, { precision_yen: 10_000_000 })), 'rounding', 39.5, 0.55),
    outcome('another year', sum(amount(40), amount(25), amount(15, { fiscal_year: 2024 })), 'mismatch', 40, 1.5),
    outcome('an unknown year', sum(amount(40), amount(25), amount(15, { fiscal_year: null })), 'mismatch', 40, 1.5),
    outcome('another stage', sum(amount(40), amount(25), amount(15, { stage: 'draft' })), 'mismatch', 40, 1.5),
    outcome('another role', sum(amount(40), amount(25), change(15, { stage: 'enacted' })), 'mismatch', 40, 1.5),
    outcome('what lies inside other figures', sum(amount(40), inside(25), inside(15)), 'ok', 40, 1.5),
    outcome('beside what does not', sum(amount(40), amount(25), inside(15)), 'mismatch', 40, 1.5),
    outcome('rows of other programmes', sum(amount(40), other(25), amount(15)), 'ok', 40, 1.5),
    outcome('one supplement', sum(supplement(9, 1), supplement(5, 1), supplement(4, 1)), 'ok', 9, 1.5),
    outcome('several supplements', sum(supplement(9, 1), supplement(5, 1), supplement(4, 2)), 'mismatch', 9, 1.5),
    outcome('a supplement as a part', sum(amount(9), amount(5), supplement(4, 1)), 'mismatch', 9, 1.5),
  ])('$what', holds)
})

const difference = (found: Amount, ...inputs: readonly (readonly ['+' | '-', Amount])[]): Told =>
  tell('difference', found, inputs)

describe('difference', () => {
  it.each([
    outcome('up', difference(change(5), ['+', amount(25)], ['-', previous(20)]), 'ok', 5, 1.5),
    outcome('down', difference(change(-5), ['+', amount(20)], ['-', previous(25)]), 'ok', -5, 1.5),
    outcome('within rounding', difference(change(6), ['+', amount(25)], ['-', previous(20)]), 'rounding', 5, 1.5),
    outcome('beyond it', difference(change(7), ['+', amount(25)], ['-', previous(20)]), 'mismatch', 5, 1.5),
    outcome('without its sign', difference(change(5), ['+', amount(20)], ['-', previous(25)]), 'mismatch', -5, 1.5),
    outcome('new', difference(change(25), ['+', amount(25)]), 'ok', 25, 1),
    outcome('ended', difference(change(-20), ['-', previous(20)]), 'ok', -20, 1),
    outcome('told of the amount', difference(amount(25), ['+', previous(20)], ['+', change(5)]), 'ok', 25, 1.5),
    outcome(
      'request and draft of one year',
      difference(change(-5), ['+', amount(20, { stage: 'draft' })], ['-', amount(25, { stage: 'request' })]),
      'ok',
      -5,
      1.5,
    ),
    outcome('one term twice', difference(change(5), ['+', amount(25)], ['-', amount(20)]), 'mismatch', 5, 1.5),
    outcome(
      'before, supplement, after',
      difference(supplement(5, 1), ['+', revised(25)], ['-', revised(20)]),
      'ok',
      5,
      1.5,
    ),
    outcome(
      'two supplements of one year',
      difference(supplement(5, 1), ['+', revised(28)], ['-', revised(20)], ['-', supplement(3, 2)]),
      'ok',
      5,
      2,
    ),
    outcome(
      'a supplement between two years',
      difference(supplement(5, 1), ['+', revised(25)], ['-', previous(20, { stage: 'revised' })]),
      'mismatch',
      5,
      1.5,
    ),
  ])('$what', holds)
})

describe('a printed change', () => {
  it.each([
    [
      'between supplements of two years',
      supplement(25, 1),
      previous(20, { stage: 'supplementary', supplementary_no: 1 }),
    ],
    ['from last year’s amount after its supplements', amount(25), previous(20, { stage: 'revised' })],
    ['between amounts after the supplements of two years', revised(25), previous(20, { stage: 'revised' })],
    ['between amounts before and after a supplement', revised(25), revised(20)],
    ['between balances', amount(25, { role: 'context' }), amount(20, { role: 'context' })],
  ])('%s is as good as between two budgets', (_, now, last) => {
    const told = difference(change(5), ['+', now], ['-', last])
    expect(reckoned(told)).toMatchObject({ verdict: 'ok', expected_yen: 500_000_000 })
  })
})

const percent = (meaning: PercentMeaning, printed: string, found: Amount, base: Amount): Told =>
  tell('percent', found, [['+', base]], { percent: { meaning, printed } })

const thousand = (yen: number) => exact(yen * 1000)
const last = (yen: number) => exact(yen * 1000, { fiscal_year: 2024, role: 'comparison' })

describe('percent', () => {
  it.each([
    ['growth', percent('growth', '25.0', thousand(250), last(200)), 'ok', 250_000],
    ['growth below nothing', percent('growth', '-25.0', thousand(150), last(200)), 'ok', 150_000],
    ['growth without its sign', percent('growth', '25.0', thousand(150), last(200)), 'mismatch', 250_000],
    ['no growth', percent('growth', '0.0', thousand(200), last(200)), 'ok', 200_000],
    ['all gone', percent('growth', '-100.0', thousand(0), last(200)), 'ok', 0],
    ['growth that falls below nothing', percent('growth', '-150', thousand(-100), last(200)), 'ok', -100_000],
    ['ratio', percent('ratio', '125.0', thousand(250), last(200)), 'ok', 250_000],
    ['ratio read as growth', percent('growth', '125.0', thousand(250), last(200)), 'mismatch', 450_000],
    ['ratio below nothing', percent('ratio', '-12.5', thousand(-25), last(200)), 'ok', -25_000],
    ['share', percent('share', '12.5', thousand(25), thousand(200)), 'ok', 25_000],
    ['share below nothing', percent('share', '-12.5', thousand(-25), thousand(200)), 'ok', -25_000],
    ['the whole', percent('share', '100', thousand(200), thousand(200)), 'ok', 200_000],
    ['rounded down', percent('share', '33.3', exact(100_000), exact(300_000)), 'ok', 99_900],
    ['rounded to the nearest yen', percent('share', '33.3', exact(5), exact(15)), 'ok', 5],
    ['cut off', percent('share', '66.6', exact(200_000), exact(300_000)), 'rounding', 199_800],
    ['a digit off', percent('share', '66.5', exact(200_000), exact(300_000)), 'mismatch', 199_500],
    ['growth in one term', percent('growth', '25.0', thousand(250), thousand(200)), 'mismatch', 250_000],
    ['ratio in one term', percent('ratio', '125.0', thousand(250), thousand(200)), 'mismatch', 250_000],
    ['share of another year', percent('share', '12.5', thousand(25), last(200)), 'mismatch', 25_000],
    ['of nothing', percent('growth', '25.0', thousand(250), last(0)), 'not_run', null],
    ['of less than nothing', percent('growth', '25.0', thousand(250), last(-200)), 'not_run', null],
    ['a word', percent('growth', '皆増', thousand(250), last(200)), 'not_run', null],
  ] as const)('%s', (_, told, verdict, expected) => {
    expect(reckoned(told)).toMatchObject({ verdict, expected_yen: expected, found_yen: told.amountOf('found')?.yen })
  })

  it('that is of nothing does not find fault with the amounts', () => {
    const [fault, open] = [last(200), last(0)].map((base) => reckoned(percent('growth', '99', thousand(250), base)))
    expect([fault?.verdict, open?.verdict]).toEqual(['mismatch', 'not_run'])
    expect(open?.message).not.toBe(fault?.message)
  })

  it.each([
    ['its own digit', percent('growth', '25.0', exact(250_000), last(200)), 200],
    ['a coarser one', percent('growth', '25', exact(250_000), last(200)), 2000],
    [
      'those of growth',
      percent('growth', '25.0', amount(250), previous(200)),
      20_000_000 + 62_500_000 + 50_000_000 + 50_000,
    ],
    [
      'those of a cut',
      percent('growth', '-90.0', amount(20), previous(200)),
      20_000_000 + 5_000_000 + 50_000_000 + 50_000,
    ],
    [
      'those of a ratio',
      percent('ratio', '50.0', amount(100), previous(200)),
      20_000_000 + 25_000_000 + 50_000_000 + 50_000,
    ],
    [
      'those of a share',
      percent('share', '50.0', amount(100), amount(200)),
      20_000_000 + 25_000_000 + 50_000_000 + 50_000,
    ],
  ])('tolerates %s, half of those of both amounts, and what roundings make of each other', (_, told, tolerance) => {
    const tolerated = reckoned(told).tolerance_yen ?? 0
    expect(tolerated).toBeGreaterThanOrEqual(tolerance)
    expect(tolerated).toBeLessThanOrEqual(tolerance + 1)
  })
})

describe.each(['printings', 'editions', 'year_chain', 'stage_chain', 'outside'] as const)('%s', (rule) => {
  const pair = (found: Amount, other: Amount): Told => tell(rule, found, [['+', other]])
  const fine = (oku: number) => amount(oku, { precision_yen: 10_000_000 })

  it.each([
    outcome('one amount', pair(amount(25), amount(25)), 'ok', 25, 0),
    outcome('two amounts of one precision', pair(amount(25), amount(26)), 'mismatch', 26, 0),
    outcome('rounded', pair(amount(25), fine(25.4)), 'rounding', 25.4, 0.5),
    outcome('rounded up from the half', pair(fine(24.5), amount(25)), 'rounding', 25, 0.5),
    outcome('rounded too far', pair(amount(25), fine(25.6)), 'mismatch', 25.6, 0.5),
    outcome('rounded to the yen', pair(amount(25), exact(2_549_999_999)), 'rounding', 25.49999999, 0.5),
  ])('$what', holds)
})

describe('figures of two programmes', () => {
  const last = { role: 'comparison', fiscal_year: 2024 } as const
  const growth = { percent: { meaning: 'growth', printed: '25.0' } } as const
  const share = { percent: { meaning: 'share', printed: '50.0' } } as const
  it.each([
    [
      'make no difference',
      tell('difference', change(5), [
        ['+', amount(25)],
        ['-', other(20, last)],
      ]),
      'mismatch',
    ],
    ['have no growth', tell('percent', amount(25), [['+', other(20, last)]], growth), 'mismatch'],
    ['may be a share', tell('percent', amount(25), [['+', other(50)]], share), 'ok'],
    ['are no printings of each other', tell('printings', amount(25), [['+', other(25)]]), 'mismatch'],
    ['have no size in common', tell('unit_size', amount(25), [['+', other(20, last)]]), 'mismatch'],
    ['add up', tell('column_total', amount(25), [['+', other(25)]]), 'ok'],
    ['of two documents are editions', tell('editions', amount(25), [['+', other(25)]]), 'ok'],
    ['of two documents chain years', tell('year_chain', amount(25), [['+', other(25)]]), 'ok'],
    ['of two documents chain stages', tell('stage_chain', amount(25), [['+', other(25)]]), 'ok'],
  ] as const)('%s', (_, told, verdict) => {
    expect(reckoned(told).verdict).toBe(verdict)
  })
})

describe('terms', () => {
  const draft = amount(25, { stage: 'draft' })
  const earlier = amount(25, { fiscal_year: 2024 })
  it.each([
    ['printings', 'of another stage', draft, 'mismatch'],
    ['printings', 'of another role', amount(25, { role: 'comparison' }), 'mismatch'],
    ['editions', 'of another stage', draft, 'mismatch'],
    ['editions', 'of another role', amount(25, { role: 'comparison' }), 'ok'],
    ['editions', 'of another supplement', amount(25, { supplementary_no: 2 }), 'mismatch'],
    ['year_chain', 'of another role', amount(25, { role: 'comparison' }), 'ok'],
    ['year_chain', 'of another year', earlier, 'mismatch'],
    ['stage_chain', 'of the draft', draft, 'ok'],
    ['stage_chain', 'of another year', earlier, 'mismatch'],
    ['outside', 'of any term', { ...draft, fiscal_year: 1999 }, 'ok'],
  ] as const)('%s %s', (rule, _, other, verdict) => {
    expect(reckoned(tell(rule, amount(25), [['+', other]])).verdict).toBe(verdict)
  })
})

describe('unit_size', () => {
  const pair = (now: number, last: Amount): Told => tell('unit_size', amount(now), [['+', last]])
  it.each([
    ['one size', pair(25, previous(20)), 'ok'],
    ['a hundredfold', pair(100, previous(1)), 'ok'],
    ['just below the factor', pair(299, previous(1)), 'ok'],
    ['the least factor', pair(300, previous(1)), 'mismatch'],
    ['a thousandfold', pair(1000, previous(1)), 'mismatch'],
    ['a thousandth', pair(1, previous(1000)), 'mismatch'],
    ['the most', pair(3000, previous(1)), 'mismatch'],
    ['a millionfold', pair(1_000_000, previous(1)), 'ok'],
    ['a thousandfold below nothing', pair(1000, previous(-1)), 'mismatch'],
    ['nothing before', pair(1000, previous(0)), 'ok'],
    ['nothing now', pair(0, previous(1000)), 'ok'],
    ['of one year', pair(25, amount(20)), 'mismatch'],
    ['of a later year', pair(25, previous(20, { fiscal_year: 2026 })), 'mismatch'],
    ['of an unknown year', pair(25, previous(20, { fiscal_year: null })), 'ok'],
  ] as const)('%s', (_, told, verdict) => {
    const { message, ...row } = reckoned(told)
    expect(row).toEqual({
      verdict,
      expected_yen: told.amountOf('input0')?.yen,
      found_yen: told.amountOf('found')?.yen,
      tolerance_yen: null,
    })
    expect(message === null).toBe(verdict === 'ok')
  })
})

describe('supplementary', () => {
  const sum = (after: Amount, ...parts: readonly Amount[]): Told =>
    tell(
      'supplementary',
      after,
      parts.map((part) => ['+', part]),
    )
  it.each([
    outcome('the initial budget and one', sum(revised(45), amount(40), supplement(5, 1)), 'ok', 45, 1.5),
    outcome('and two', sum(revised(48), amount(40), supplement(5, 1), supplement(3, 2)), 'ok', 48, 2),
    outcome('a cut', sum(revised(35), amount(40), supplement(-5, 1)), 'ok', 35, 1.5),
    outcome('one left out', sum(revised(48), amount(40), supplement(5, 1)), 'mismatch', 45, 1.5),
    outcome(
      'one of another year',
      sum(revised(45), amount(40), supplement(5, 1, { fiscal_year: 2024 })),
      'mismatch',
      45,
      1.5,
    ),
  ])('$what', holds)
})

describe('an amount from outside', () => {
  const given = { expected: 2_500_000_000, tolerance: 50_000_000, message: '行政事業レビュー has 2,500 million yen.' }
  it.each([
    ['that is the same', 25, 'ok', null],
    ['within its tolerance', 25.5, 'rounding', null],
    ['beyond it', 25.6, 'mismatch', given.message],
  ] as const)('%s', (_, oku, verdict, message) => {
    const { yen } = amount(oku)
    expect(reckoned(tell('outside', amount(oku), [], { given }))).toEqual({
      expected_yen: given.expected,
      found_yen: yen,
      tolerance_yen: given.tolerance,
      verdict,
      message,
    })
  })

  it.each([
    ['of no figure', null],
    ['of a figure without one', amount(0, { yen: null })],
  ])('%s proves nothing', (_, found) => {
    expect(reckoned(tell('outside', found, [], { given }))).toMatchObject({ verdict: 'not_run', expected_yen: null })
  })
})

const rules = Object.keys(checkRules) as CheckId[]
const unpriced = amount(0, { yen: null, precision_yen: null })

describe.each(rules)('%s without an amount', (rule) => {
  const growth: Pick<Claim, 'percent'> = { percent: { meaning: 'growth', printed: '25.0' } }
  it.each([
    ['of its own', tell(rule, unpriced, [['+', previous(20)]], growth)],
    ['of an input', tell(rule, amount(25), [['+', unpriced]], growth)],
    [
      'of one of two inputs',
      tell(
        rule,
        amount(25),
        [
          ['+', previous(20)],
          ['+', unpriced],
        ],
        growth,
      ),
    ],
    ['for an id', tell(rule, amount(25), [['+', null]], growth)],
    ['at all', tell(rule, amount(25), [], growth)],
    ['for several figures at once', tell(rule, null, [['+', previous(20)]], growth)],
  ])('%s is not run', (_, told) => {
    const { verdict, expected_yen, tolerance_yen, message } = reckoned(told)
    expect([verdict, expected_yen, tolerance_yen]).toEqual(['not_run', null, null])
    expect(message).toBe('An amount that the check needs is not there.')
  })

  it.each(['ok', 'rounding', 'mismatch', 'incomplete', 'not_run'] as const)(
    'and with the stated outcome %s is that',
    (verdict) => {
      const stated = { verdict, message: 'A cell is blank.' }
      const row = { ...stated, expected_yen: null, tolerance_yen: null }
      expect(reckoned(tell(rule, amount(25), [['+', unpriced]], { stated }))).toEqual({
        ...row,
        found_yen: 2_500_000_000,
      })
      expect(reckoned(tell(rule, null, [], { stated }))).toEqual({ ...row, found_yen: null })
    },
  )
})

describe('what is wrong', () => {
  const pair = (found: Amount, input: Amount) => [found, ['+', input]] as const
  const [off, strange] = [pair(amount(3000), amount(3)), pair(amount(25), previous(25))]
  it.each([
    ...sumRules.map((rule) => [rule, off, strange] as const),
    ['difference', pair(change(7), amount(25)), [change(0), ['+', amount(25)], ['-', amount(25)]]],
    ['supplementary', off, strange],
    ['printings', off, strange],
    ['unit_size', pair(amount(3000), previous(3)), pair(amount(25), amount(25))],
    ['year_chain', off, strange],
    ['stage_chain', off, strange],
    ['editions', off, strange],
  ] as const)('%s: amounts that do not agree, and figures that should not meet', (rule, ...pairs) => {
    const rows = pairs.map(([found, ...inputs]) => reckoned(tell(rule, found, inputs)))
    for (const { verdict, message } of rows) {
      expect(verdict).toBe('mismatch')
      expect(message).toMatch(/^[A-Z].*\.$/)
    }
    expect(rows[0]?.message).not.toBe(rows[1]?.message)
  })
})

describe('printed in yen', () => {
  it.each([
    [
      'column_total',
      tell('column_total', exact(30), [
        ['+', exact(10)],
        ['+', exact(20)],
      ]),
      'ok',
    ],
    [
      'column_total',
      tell('column_total', exact(31), [
        ['+', exact(10)],
        ['+', exact(20)],
      ]),
      'mismatch',
    ],
    [
      'difference',
      tell('difference', exact(9, { role: 'change' }), [
        ['+', exact(30)],
        ['-', last(0.02)],
      ]),
      'mismatch',
    ],
    ['printings', tell('printings', exact(31), [['+', exact(30)]]), 'mismatch'],
    ['supplementary', tell('supplementary', exact(31), [['+', exact(30)]]), 'mismatch'],
  ] as const)('%s tolerates nothing', (_, told, verdict) => {
    expect(reckoned(told)).toMatchObject({ verdict, tolerance_yen: 0 })
  })

  it.each([
    [1, 0],
    [null, 0],
    [1000, 1000],
  ])('the last digit of a precision of %j may be rounded by %i', (precision_yen, grain) => {
    expect(grainOf({ precision_yen })).toBe(grain)
  })
})

describe('judge', () => {
  it.each([
    [100, 100, 0, 'ok'],
    [100, 101, 1, 'rounding'],
    [101, 100, 1, 'rounding'],
    [100, 102, 1, 'mismatch'],
    [-100, 100, 199, 'mismatch'],
  ] as const)('%i and %i within %i', (expected, found, tolerance, verdict) => {
    expect(judge(expected, found, tolerance)).toBe(verdict)
  })
})

describe('one amount printed twice', () => {
  it.each([
    [1000, 1000, 0],
    [1, 1, 0],
    [1, null, 0],
    [1, 1000, 500],
    [1000, null, 500],
    [1000, 1_000_000, 500_000],
  ])('precisions of %j and %j may differ by %i', (a, b, rounding) => {
    expect(roundingBetween({ precision_yen: a }, { precision_yen: b })).toBe(rounding)
    expect(roundingBetween({ precision_yen: b }, { precision_yen: a })).toBe(rounding)
  })

  it('is one whichever print comes first', () => {
    const print = fc.record({
      yen: fc.integer({ min: -5000, max: 5000 }),
      precision_yen: fc.constantFrom(1, 10, 1000, null),
    })
    fc.assert(
      fc.property(print, print, (a, b) => {
        expect(areOneAmount(a, b)).toBe(areOneAmount(b, a))
      }),
    )
  })

  it('is one with itself rounded half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.constantFrom(1000, 1_000_000), (yen, grain) => {
        const rounded = Math.floor((yen + grain / 2) / grain) * grain
        expect(areOneAmount({ yen, precision_yen: 1 }, { yen: rounded, precision_yen: grain })).toBe(true)
        const next = rounded + (rounded >= yen ? grain : -grain)
        expect(areOneAmount({ yen, precision_yen: 1 }, { yen: next, precision_yen: grain })).toBe(false)
      }),
    )
  })
})

describe('isFactorThousand', () => {
  it('is the same both ways round', () => {
    const yen = fc.integer({ min: -(10 ** 7), max: 10 ** 7 })
    fc.assert(
      fc.property(yen, yen, (a, b) => {
        expect(isFactorThousand(a, b)).toBe(isFactorThousand(b, a))
      }),
    )
  })
})

describe('a sum', () => {
  const yen = fc.integer({ min: -(10 ** 12), max: 10 ** 12 })
  const precision = fc.constantFrom(1, 1000, 1_000_000, null)
  const printed = fc.record({ yen, precision_yen: precision }).map((part) => amount(0, part))

  it('comes to the same whichever of its figures it is told of', () => {
    const off = fc.integer({ min: -3_000_000, max: 3_000_000 })
    fc.assert(
      fc.property(fc.array(printed, { minLength: 1, maxLength: 6 }), precision, off, (parts, precision_yen, by) => {
        const total = parts.reduce((sum, part) => sum + (part.yen ?? 0), by)
        const whole = amount(0, { yen: total, precision_yen })
        const [first, ...rest] = parts as [Amount, ...Amount[]]
        const ofWhole = reckoned(
          tell(
            'column_total',
            whole,
            parts.map((part) => ['+', part]),
          ),
        )
        const ofPart = reckoned(
          tell('column_total', first, [['+', whole], ...rest.map((part) => ['-', part] as const)]),
        )
        expect([ofPart.verdict, ofPart.tolerance_yen]).toEqual([ofWhole.verdict, ofWhole.tolerance_yen])
        expect(ofWhole.verdict).toBe(
          by === 0 ? 'ok' : Math.abs(by) <= (ofWhole.tolerance_yen ?? 0) ? 'rounding' : 'mismatch',
        )
      }),
    )
  })

  it('holds for any parts that were rounded half up before they were printed', () => {
    const grain = 1000
    const round = (yen: number): number => Math.floor((yen + grain / 2) / grain) * grain
    fc.assert(
      fc.property(fc.array(yen, { minLength: 1, maxLength: 9 }), (parts) => {
        const print = (part: number): Amount => amount(0, { yen: round(part) + 0, precision_yen: grain })
        const whole = print(parts.reduce((sum, part) => sum + part, 0))
        const told = tell(
          'parent_total',
          whole,
          parts.map((part) => ['+', print(part)]),
        )
        expect(['ok', 'rounding']).toContain(reckoned(told).verdict)
      }),
    )
  })
})

interface Near {
  readonly meaning: PercentMeaning
  readonly grain: number
  readonly found: number
  readonly base: number
  readonly decimals: number
}

describe('any percent', () => {
  const near: fc.Arbitrary<Near> = fc.record({
    meaning: fc.constantFrom('growth', 'ratio', 'share'),
    grain: fc.constantFrom(1, 1000, 100_000_000),
    found: fc.integer({ min: 1, max: 20_000 }),
    base: fc.integer({ min: 1000, max: 20_000 }),
    decimals: fc.integer({ min: 0, max: 2 }),
  })

  /** A percent that is so many last digits off the true one, reckoned, and how far the amount is from what it expects. */
  const off = ({ meaning, grain, found, base, decimals }: Near, by: number) => {
    const rounded = Math.round(((found / base) * 100 - (meaning === 'growth' ? 100 : 0)) * 10 ** decimals)
    const printed = printPercent({ digits: BigInt(rounded + by), decimals })
    const print = (yen: number, more: Partial<Amount> = {}) =>
      amount(0, { yen: yen * grain, precision_yen: grain, ...more })
    const whole = print(base, meaning === 'share' ? {} : { fiscal_year: 2024, role: 'comparison' })
    const { verdict, expected_yen, found_yen, tolerance_yen } = reckoned(percent(meaning, printed, print(found), whole))
    return { verdict, miss: Math.abs((expected_yen ?? 0) - (found_yen ?? 0)), tolerance: tolerance_yen ?? 0 }
  }

  it('that is rounded from the amounts fits them, and they lie within its tolerance', () => {
    fc.assert(
      fc.property(near, (one) => {
        const { verdict, miss, tolerance } = off(one, 0)
        expect(verdict).toBe('ok')
        expect(miss).toBeLessThanOrEqual(tolerance)
      }),
    )
  })

  it('counts as rounding only where the amounts lie within its tolerance', () => {
    fc.assert(
      fc.property(near, fc.constantFrom(-1, 1), (one, by) => {
        const { verdict, miss, tolerance } = off(one, by)
        if (verdict === 'rounding') expect(miss).toBeLessThanOrEqual(tolerance)
      }),
    )
  })
})
