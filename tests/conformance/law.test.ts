import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '../../src/emit/csv.js'
import { type Json, problemsOf, usePackages } from './packages.js'

usePackages()

interface Row {
  readonly [column: string]: string
  readonly id: string
  readonly parent: string
  readonly name: string
  readonly yen: string
  readonly day: string
}

const columns = ['id', 'parent', 'name', 'yen', 'day']

const descriptor: Json = {
  resources: [
    {
      name: 't',
      path: 't.csv',
      schema: {
        fields: [
          { name: 'id', type: 'string', constraints: { required: true } },
          { name: 'parent', type: 'string' },
          { name: 'name', type: 'string', constraints: { maxLength: 10 } },
          { name: 'yen', type: 'integer', constraints: { minimum: -1000, maximum: 1000 } },
          { name: 'day', type: 'date' },
        ],
        primaryKey: ['id'],
        foreignKeys: [{ fields: ['parent'], reference: { fields: ['id'] } }],
      },
    },
  ],
}

/** Rows of a valid table: each may have an earlier or later one as its parent. */
const tables: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.record({
      parent: fc.nat({ max: 20 }),
      name: fc.string({ unit: fc.constantFrom('予', '"', ',', '\n', 'x'), maxLength: 10 }),
      yen: fc.oneof(fc.constant(''), fc.integer({ min: -1000, max: 1000 }).map(String)),
      day: fc.oneof(fc.constant(''), fc.constant('2024-02-29')),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ parent, ...row }, i) => ({ id: `r${i}`, parent: parent < rows.length ? `r${parent}` : '', ...row })),
  )

/** What breaks one row of a table, with the problem that comes of it. */
const breaks: readonly (readonly [field: string, value: string, rule: string])[] = [
  ['id', '', 'required'],
  ['parent', 'nobody', 'foreign_key_unmatched'],
  ['name', 'x'.repeat(11), 'too_long'],
  ['yen', '1.5', 'wrong_type'],
  ['yen', '-1001', 'below_minimum'],
  ['yen', '1001', 'above_maximum'],
  ['day', '2023-02-29', 'wrong_type'],
]

const check = async (rows: readonly Row[]) => problemsOf(descriptor, { 't.csv': await csv.piece(columns, rows, true) })

describe('any table', () => {
  it('is valid as it is, and one thing broken is one problem in its place', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), fc.constantFrom(...breaks), async (rows, at, [field, value, rule]) => {
        expect(await check(rows)).toEqual([])
        const broken = at % rows.length
        const id = rows[broken]?.id
        const others = rows.map((row) => (field === 'id' && row.parent === id ? { ...row, parent: '' } : row))
        const changed = others.map((row, i) => (i === broken ? { ...row, [field]: value } : row))
        // A row without any value is blank, and nothing else is said of it.
        fc.pre(Object.values(changed[broken] ?? {}).some((text) => text !== ''))
        expect(await check(changed)).toEqual([`t.csv ${broken + 2} ${field} ${rule}`])
      }),
      { numRuns: 60 },
    )
  })

  it('has a row twice only once', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.nat(), async (rows, at) => {
        const twice = rows[at % rows.length]
        expect(await check(twice ? [...rows, twice] : rows)).toEqual([
          `t.csv ${rows.length + 2} id primary_key_duplicate`,
        ])
      }),
      { numRuns: 30 },
    )
  })
})
