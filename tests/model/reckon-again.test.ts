import { describe, expect, it } from 'vitest'
import type { CheckRow } from '../../src/model/check.js'
import { toCheckRows } from '../../src/model/check-rows.js'
import { type Again, reckonAgain } from '../../src/model/reckon-again.js'
import { amount, tell } from './amounts.js'

const { claim, amountOf } = tell('column_total', amount(40), [
  ['+', amount(25)],
  ['+', amount(15)],
])
const rows = toCheckRows([claim], amountOf, { documentId: 'slides', letter: 'k' })

describe('reckonAgain', () => {
  it.each<[what: string, more: Partial<CheckRow>, differing: Again['differing']]>([
    ['nothing', {}, null],
    ['its message', { message: 'Otherwise.' }, null],
    ['what is expected', { expected_yen: 1 }, 'expected_yen'],
    ['what is found', { found_yen: 1 }, 'found_yen'],
    ['its tolerance', { tolerance_yen: null }, 'tolerance_yen'],
    ['its verdict', { verdict: 'mismatch' }, 'verdict'],
    ['two columns', { verdict: 'mismatch', found_yen: null }, 'found_yen'],
  ])('of a row with another hand in %s', (_, more, differing) => {
    const again = rows.map((row) => reckonAgain({ ...row, ...more }, amountOf))
    expect(again).toMatchObject([{ differing, now: { verdict: 'ok', expected_yen: 4_000_000_000 } }])
  })

  it('tells what has become of figures', () => {
    const again = rows.map((row) => reckonAgain(row, (id) => (id === 'found' ? amount(50) : amountOf(id))))
    expect(again).toMatchObject([{ differing: 'found_yen', now: { verdict: 'mismatch', found_yen: 5_000_000_000 } }])
    expect(rows.map((row) => reckonAgain(row, () => null).now.verdict)).toEqual(['not_run'])
  })
})
