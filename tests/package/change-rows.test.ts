import { describe, expect, it } from 'vitest'
import { changeColumns, changeRowsOf } from '../../src/package/change-rows.js'
import type { DocumentReport } from '../../src/regression/report.js'
import { entry } from '../regression/entries.js'

const report = (more: Partial<DocumentReport>): DocumentReport => ({
  document: 'slides',
  file: 'as_before',
  status: 'complete',
  statusBefore: 'complete',
  same: 0,
  added: [],
  removed: [],
  changed: [],
  ...more,
})

const before = entry({ page: '', flags: '' })
const after = entry({ page: '', yen: '1..2', raw: '1円～2円', flags: 'new;fund' })

describe('changeRowsOf', () => {
  it('has no row for a document that is as before', () => {
    expect(changeRowsOf(report({ same: 3 }))).toEqual([])
  })

  it('has what was and what is, null where nothing is', () => {
    const [row] = changeRowsOf(report({ changed: [{ fields: ['yen', 'raw', 'flags'], before, after }] }))
    expect(row).toMatchObject({
      document_id: 'slides',
      change: 'changed',
      fields: 'yen;raw;flags',
      page_before: null,
      page_after: null,
      yen_before: '2500000000',
      yen_after: '1..2',
      raw_before: '25億円',
      raw_after: '1円～2円',
      flags_before: null,
      flags_after: 'new;fund',
      programme_before: before.programme,
      programme_after: before.programme,
    })
  })

  it.each([
    ['removed', '_after', '_before'],
    ['added', '_before', '_after'],
  ] as const)('of a figure that is %s holds nothing in %s', (change, empty, full) => {
    const [row = {}, ...rest] = changeRowsOf(report({ [change]: [after] }))
    expect(rest).toEqual([])
    expect(row).toMatchObject({ change, fields: null, [`raw${full}`]: '1円～2円', [`yen${full}`]: '1..2' })
    const emptied = Object.entries(row).filter(([name]) => name.endsWith(empty))
    expect(emptied.length).toBe(8)
    for (const [, value] of emptied) expect(value).toBeNull()
  })

  it('lists each difference once', () => {
    const rows = changeRowsOf(
      report({
        changed: [{ fields: ['flags'], before, after }],
        removed: [entry(), entry({ raw: '1円' })],
        added: Array.from({ length: 30 }, (_, i) => entry({ raw: `${i}円` })),
      }),
    )
    expect(rows.map(({ change }) => change)).toEqual([
      'changed',
      'removed',
      'removed',
      ...Array.from({ length: 30 }, () => 'added'),
    ])
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(33)
  })

  it('has the columns of the file, each once and no others', () => {
    const [row = {}] = changeRowsOf(report({ added: [after] }))
    expect(Object.keys(row)).toEqual(changeColumns)
    expect(new Set(changeColumns).size).toBe(changeColumns.length)
  })
})
