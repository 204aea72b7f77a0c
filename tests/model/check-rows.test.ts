import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSchema } from '../../src/model/check.js'
import { claimOfRow, toCheckRows } from '../../src/model/check-rows.js'
import { type CheckId, checkRules } from '../../src/model/check-rules.js'
import type { Amount, Claim } from '../../src/model/claim.js'
import { reckon } from '../../src/model/reckon.js'
import { amount, previous, tell } from './amounts.js'

const named = { documentId: 'slides', letter: 'k' } as const

const rowOf = (claim: Claim, amountOf: (figure: string) => Amount | null) => {
  const [row] = toCheckRows([claim], amountOf, named)
  if (!row) throw new Error('no row')
  return row
}

describe('toCheckRows', () => {
  const { claim, amountOf } = tell('column_total', amount(40), [
    ['+', amount(25)],
    ['-', amount(-15)],
  ])

  it('prints what is checked, what makes it and how it came out', () => {
    expect(rowOf(claim, amountOf)).toEqual({
      check_id: 'slides-k0001',
      document_id: 'slides',
      rule: 'column_total',
      figure_id: 'found',
      inputs: '+input0;-input1',
      percent: null,
      expected_yen: 4_000_000_000,
      found_yen: 4_000_000_000,
      tolerance_yen: 150_000_000,
      verdict: 'ok',
      message: null,
    })
  })

  it.each([
    ['one', '+input0', tell('printings', amount(25), [['+', amount(25)]])],
    ['one that is taken off', '-input0', tell('difference', amount(-20, { role: 'change' }), [['-', previous(20)]])],
    ['none', null, tell('column_total', null, [])],
  ])('inputs: %s', (_, inputs, told) => {
    expect(rowOf(told.claim, told.amountOf).inputs).toBe(inputs)
  })

  it.each([
    ['growth', '25.0', 'growth 25.0'],
    ['ratio', '125', 'ratio 125'],
    ['share', '-12.50', 'share -12.50'],
  ] as const)('percent: a %s of %s', (meaning, printed, percent) => {
    expect(rowOf({ ...claim, rule: 'percent', percent: { meaning, printed } }, amountOf).percent).toBe(percent)
  })

  it('numbers them in their order, whatever the letter', () => {
    const ids = (count: number, letter: 'k' | 'x') =>
      toCheckRows(Array(count).fill(claim), amountOf, { documentId: 'book', letter }).map(({ check_id }) => check_id)
    expect(ids(2, 'k')).toEqual(['book-k0001', 'book-k0002'])
    expect(ids(10_000, 'x').slice(-2)).toEqual(['book-x9999', 'book-x10000'])
  })
})

const yen = fc.oneof(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), fc.constantFrom(0, 1, 1_000_000_000, null))

const amounts: fc.Arbitrary<Amount> = fc.record({
  yen,
  precision_yen: fc.constantFrom(1, 1000, 100_000_000, null),
  role: fc.constantFrom('budget', 'comparison', 'change'),
  fiscal_year: fc.constantFrom(2024, 2025, null),
  stage: fc.constantFrom('draft', 'enacted', 'supplementary', 'revised', null),
  supplementary_no: fc.constantFrom(1, 2, null),
  programme_row_id: fc.constantFrom('slides-0001', null),
  part_of: fc.boolean(),
})

const stated: fc.Arbitrary<Claim['stated']> = fc.record({
  verdict: fc.constantFrom('mismatch', 'incomplete', 'not_run'),
  message: fc.constant('A cell of the row is blank.'),
})

const printed = fc
  .tuple(fc.constantFrom('', '-'), fc.nat(9999), fc.constantFrom('', '.0', '.25'))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction}`)

const given: fc.Arbitrary<Claim['given']> = fc.record({
  expected: fc.integer({ min: -(10 ** 13), max: 10 ** 13 }),
  tolerance: fc.nat(10 ** 9),
  message: fc.constant('The outside source has another amount.'),
})

const percents = fc.record({ meaning: fc.constantFrom('growth', 'ratio', 'share'), printed })

const ids = ['slides-p001-001', 'slides-p001-002', 'r7-~研究-p002-001', 'gone'] as const
const inputs = fc.record({ figure: fc.constantFrom(...ids), sign: fc.constantFrom(1, -1) })

const claims: fc.Arbitrary<Claim> = fc
  .record({
    rule: fc.constantFrom(...(Object.keys(checkRules) as CheckId[])),
    figure: fc.constantFrom(...ids, null),
    inputs: fc.array(inputs, { maxLength: 4 }),
    percent: percents,
    given,
    stated: fc.option(stated, { freq: 2 }),
  })
  .map((claim) => ({
    ...claim,
    percent: claim.rule === 'percent' ? claim.percent : null,
    given: claim.rule === 'outside' && claim.inputs.length === 0 ? claim.given : null,
  }))

/** Amounts of the ids, but for the last one. */
const books = fc
  .tuple(amounts, amounts, amounts)
  .map((all) => (figure: string) => all[ids.indexOf(figure as (typeof ids)[number])] ?? null)

describe('any row', () => {
  it('fits the schema', () => {
    fc.assert(
      fc.property(claims, books, (claim, amountOf) => {
        expect(checkSchema.safeParse(rowOf(claim, amountOf)).error).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  it('reckoned again from the figures that it names comes out the same', () => {
    fc.assert(
      fc.property(claims, books, (claim, amountOf) => {
        const row = rowOf(claim, amountOf)
        expect(rowOf(claimOfRow(row), amountOf)).toEqual(row)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives back its claim, as long as figures alone can tell', () => {
    fc.assert(
      fc.property(claims, books, (claim, amountOf) => {
        const told = { ...claim, stated: null }
        const row = rowOf(told, amountOf)
        expect({ ...claimOfRow(row), stated: null }).toEqual(
          row.expected_yen === null ? { ...told, given: null } : told,
        )
        if (row.expected_yen !== null) expect(claimOfRow(row).stated).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  it('finds out a figure that was changed', () => {
    const whole = tell('column_total', amount(40), [
      ['+', amount(25)],
      ['+', amount(15)],
    ])
    const row = rowOf(whole.claim, whole.amountOf)
    for (const id of ['found', 'input0', 'input1']) {
      const mended = (figure: string) => {
        const own = whole.amountOf(figure)
        return own && figure === id ? { ...own, yen: (own.yen ?? 0) + 1_000_000_000 } : own
      }
      expect([id, reckon(claimOfRow(row), mended).verdict]).toEqual([id, 'mismatch'])
    }
  })
})

describe('claimOfRow', () => {
  const { claim, amountOf } = tell('difference', amount(5, { role: 'change' }), [
    ['+', amount(25)],
    ['-', previous(20)],
  ])
  const message = 'A cell of the row is blank.'

  it.each([
    ['what figures can tell', null],
    ['what nobody can', { verdict: 'not_run', message }],
    ['what is open', { verdict: 'incomplete', message }],
    ['a doubt', { verdict: 'mismatch', message }],
  ] as const)('keeps %s', (_, stated) => {
    expect(claimOfRow(rowOf({ ...claim, stated }, amountOf))).toEqual({ ...claim, stated })
  })

  it('keeps what an outside source says', () => {
    const given = { expected: 2_600_000_000, tolerance: 1000, message: '行政事業レビュー has another amount.' }
    const told = tell('outside', amount(25), [], { given })
    expect(claimOfRow(rowOf(told.claim, told.amountOf))).toEqual(told.claim)
  })

  it('keeps a percent', () => {
    const percent = { meaning: 'growth', printed: '-0.3' } as const
    const told = tell('percent', amount(25), [['+', previous(20)]], { percent })
    expect(claimOfRow(rowOf(told.claim, told.amountOf))).toEqual(told.claim)
  })

  it('an amount that is not there is the same again', () => {
    const told = tell('column_total', amount(40), [['+', null]])
    const row = rowOf(told.claim, told.amountOf)
    expect(rowOf(claimOfRow(row), told.amountOf)).toEqual(row)
  })
})
