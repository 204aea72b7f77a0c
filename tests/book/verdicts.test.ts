import { describe, expect, it } from 'vitest'
import { outcomesOf } from '../../src/book/verdicts.js'
import type { CheckRow } from '../../src/model/check.js'
import { check } from '../emit/sample.js'

const row = (verdict: CheckRow['verdict'], figure_id: string, inputs: string): CheckRow => ({
  ...check,
  rule: 'row_parts',
  figure_id,
  inputs,
  verdict,
})

const told = (rows: readonly CheckRow[]): string[] =>
  [...outcomesOf(rows)].map(([id, { status, broken }]) => `${id} ${status}${broken.length > 0 ? ' broken' : ''}`).sort()

describe('what checks say of figures', () => {
  it.each<[string, readonly CheckRow[], readonly string[]]>([
    ['one that holds confirms all of its figures', [row('ok', 'a', '+b;+c')], ['a ok', 'b ok', 'c ok']],
    ['rounding confirms too', [row('rounding', 'a', '+b')], ['a ok', 'b ok']],
    ['one that could not be made says nothing', [row('incomplete', 'a', '+b'), row('not_run', 'c', '+d')], []],
    [
      'one that fails puts all in doubt that nothing confirms',
      [row('mismatch', 'a', '+b;+c')],
      ['a warning broken', 'b warning broken', 'c warning broken'],
    ],
    [
      'but not what another confirms, save the total itself',
      [row('mismatch', 'a', '+b;+c'), row('ok', 'd', '+b'), row('ok', 'e', '+a')],
      ['a warning broken', 'b ok', 'c warning broken', 'd ok', 'e ok'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(told(rows)).toEqual(expected)
  })
})
