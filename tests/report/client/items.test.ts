import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printBoxes } from '../../../src/model/boxes.js'
import type { CheckRow } from '../../../src/model/check.js'
import type { Figure } from '../../../src/model/figure.js'
import type { IssueRow } from '../../../src/model/issue-row.js'
import { boxesOf, inputsOf, itemsOf } from '../../../src/report/client/items.js'
import { check, figure, issue } from '../../emit/sample.js'
import { dataOf, textDocument } from './data.js'

const sound: Figure = { ...figure, needs_review: false, check_status: 'ok' }

describe('the rank of a figure', () => {
  it.each<[what: string, more: Partial<Figure>, checks: readonly Partial<CheckRow>[], rank: number]>([
    ['sound', {}, [], 3],
    ['in doubt', { needs_review: true }, [], 1],
    ['with a warning', { check_status: 'warning' }, [], 1],
    ['with an error', { check_status: 'error' }, [], 1],
    ['within rounding', { check_status: 'rounding' }, [{ verdict: 'rounding' }], 3],
    ['not checked', { check_status: 'not_checked' }, [{ verdict: 'not_run' }, { verdict: 'incomplete' }], 3],
    ['of a check that failed', {}, [{ verdict: 'ok' }, { verdict: 'mismatch' }], 0],
    [
      'that another figure’s failed check reckons with',
      {},
      [{ verdict: 'mismatch', figure_id: 'x', inputs: `+${figure.figure_id}` }],
      3,
    ],
  ])('%s', (_, more, checks, rank) => {
    const rows = checks.map((one) => ({ ...check, figure_id: figure.figure_id, inputs: null, ...one }))
    const [item] = itemsOf(dataOf({ figures: [{ ...sound, ...more }], checks: rows }))
    expect(item?.rank).toBe(rank)
  })
})

describe('itemsOf', () => {
  it.each<[what: string, more: Partial<IssueRow>, rank: number | null]>([
    ['an amount that was not read', { rule: 'unit_missing', line: 4 }, 2],
    ['a check that failed', { rule: 'column_total_mismatch' }, 0],
    ['a doubt', { rule: 'year_missing' }, 1],
    ['what is good to know', { rule: 'figure_rejected' }, 3],
    ['trouble that this version does not know', { rule: 'later' }, 1],
    ['trouble of a figure', { figure_id: figure.figure_id }, null],
    ['trouble of the document', { page: null, line: null }, null],
  ])('has %s', (_, more, rank) => {
    const items = itemsOf(dataOf({ issues: [{ ...issue, page: 2, ...more }] }))
    expect(items.map((item) => item.rank)).toEqual(rank === null ? [] : [rank])
  })

  it('is in the order of the document', () => {
    const at = (figure_id: string, page: number, line: number) => ({ ...figure, figure_id, page, line })
    const items = itemsOf(
      dataOf({
        figures: [at('d', 2, 9), at('a', 1, 3), at('b', 1, 3), at('e', 3, 1)],
        issues: [{ ...issue, issue_id: 'c', page: 2, line: 1 }],
      }),
    )
    expect(items.map(({ id, sheet }) => `${id}${sheet}`)).toEqual(['a0', 'b0', 'c1', 'd1', 'e2'])
  })

  it.each([
    [1, 0],
    [100, 0],
    [101, 1],
    [1000, 9],
    [1001, 10],
  ])('shows line %i of a text on sheet %i', (line, sheet) => {
    const [item] = itemsOf(dataOf({ document: textDocument, figures: [{ ...figure, page: null, line, boxes: null }] }))
    expect(item).toMatchObject({ sheet, line, boxes: [] })
  })

  it('gives each figure the checks that reckon with it, once', () => {
    const rows = [
      { ...check, check_id: 'own', figure_id: 'a', inputs: '+b;-c' },
      { ...check, check_id: 'twice', figure_id: 'b', inputs: '+b;+b' },
      { ...check, check_id: 'none', figure_id: null, inputs: null },
    ]
    const figures = ['a', 'b', 'c', 'd'].map((figure_id) => ({ ...figure, figure_id }))
    const found = itemsOf(dataOf({ figures, checks: rows })).map((item) =>
      item.kind === 'figure' ? `${item.id}: ${item.checks.map(({ check_id }) => check_id)}` : '',
    )
    expect(found).toEqual(['a: own', 'b: own,twice', 'c: own', 'd: '])
  })
})

describe('inputsOf', () => {
  it.each<[inputs: string | null, read: readonly string[]]>([
    [null, []],
    ['+a', ['+ a']],
    ['+a-1;-b+2', ['+ a-1', '- b+2']],
  ])('of %j', (inputs, read) => {
    expect(inputsOf({ ...check, inputs }).map(({ sign, id }) => `${sign} ${id}`)).toEqual(read)
  })
})

describe('boxesOf', () => {
  it('reads what the data set writes', () => {
    const tenth = fc.integer({ min: -9999, max: 9999 }).map((n) => n / 10 + 0)
    const box = fc.record({ x0: tenth, y0: tenth, x1: tenth, y1: tenth })
    fc.assert(
      fc.property(fc.array(box, { maxLength: 3 }), (boxes) => {
        expect(boxesOf(printBoxes(boxes))).toEqual(boxes.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]))
      }),
    )
  })
})
