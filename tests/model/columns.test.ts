import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkRules } from '../../src/model/check-rules.js'
import { type Column, columnsIn, headOf } from '../../src/model/columns.js'
import { columnsOf, type Dataset, tableNames, tables } from '../../src/model/dataset.js'
import { issueRules } from '../../src/model/issue-rules.js'
import { labels } from '../../src/model/labels.js'
import { publishedTable } from '../../src/model/published-table.js'
import { jsonSchema } from '../../src/schema.js'
import { dataset } from '../emit/sample.js'
import { editions } from '../package/packages.js'

const column = (table: keyof typeof tables, name: string): Column => {
  const found = columnsIn(table).find((one) => one.name === name)
  if (!found) throw new Error(`no column ${name}`)
  return found
}

/** The columns of a table with their schemas. */
const schemasIn = (table: keyof typeof tables): (readonly [Column, z.ZodType])[] => {
  const shape: Readonly<Record<string, z.ZodType>> = tables[table].shape
  return columnsIn(table).map((one) => [one, shape[one.name] ?? z.never()])
}

/** Whether a column allows a value, by what it says itself. */
const allows = ({ type, isNullable, values, pattern, minimum, maximum }: Column, value: unknown): boolean => {
  if (value === null) return isNullable
  if (typeof value === 'boolean') return type === 'boolean'
  if (typeof value === 'number')
    return type === 'integer' && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)
  if (type === 'datetime') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(value)
  return (
    typeof value === 'string' &&
    type === 'string' &&
    (values === null || values.includes(value)) &&
    (pattern === null || new RegExp(pattern, 'u').test(value))
  )
}

describe('columnsIn', () => {
  it.each(tableNames)('%s has the columns of its schema in their order', (table) => {
    expect(columnsIn(table).map(({ name }) => name)).toEqual(columnsOf(table))
  })

  it.each<[table: keyof typeof tables, name: string, more: Partial<Column>]>([
    ['figures', 'figure_id', { type: 'string', isNullable: false, values: null, pattern: null }],
    ['figures', 'yen', { type: 'integer', isNullable: true, minimum: null, maximum: null }],
    ['figures', 'page', { type: 'integer', isNullable: true, minimum: 1, maximum: null }],
    ['figures', 'line', { type: 'integer', isNullable: false, minimum: 1 }],
    ['figures', 'fiscal_year', { type: 'integer', isNullable: true, minimum: 1868, maximum: 2100 }],
    ['figures', 'fund', { type: 'boolean', isNullable: false, values: null }],
    ['figures', 'reposted', { type: 'string', isNullable: false, values: ['none', 'full', 'partial'] }],
    [
      'figures',
      'basis',
      { isNullable: true, values: ['appropriation', 'contract', 'commitment_limit', 'outyear', 'project_total'] },
    ],
    ['figures', 'bbox', { pattern: '^-?\\d+\\.\\d -?\\d+\\.\\d -?\\d+\\.\\d -?\\d+\\.\\d$' }],
    ['documents', 'bytes', { type: 'integer', isNullable: true, minimum: 0 }],
    ['documents', 'retrieved_at', { type: 'datetime', isNullable: true, pattern: null }],
    ['documents', 'sha256', { pattern: '^[0-9a-f]{64}$' }],
    ['issues', 'rule', { values: Object.keys(issueRules) }],
    ['checks', 'rule', { values: Object.keys(checkRules) }],
    ['checks', 'tolerance_yen', { minimum: 0, isNullable: true }],
  ])('%s.%s', (table, name, more) => {
    expect(column(table, name)).toMatchObject(more)
  })

  it.each(tableNames)('%s takes null where its schema does', (table) => {
    for (const [{ name, isNullable }, schema] of schemasIn(table))
      expect([name, schema.safeParse(null).success]).toEqual([name, isNullable])
  })

  it.each(tableNames)('%s takes the values that are listed and no others', (table) => {
    for (const [{ name, values }, schema] of schemasIn(table)) {
      if (!values) continue
      expect([name, values.filter((value) => !schema.safeParse(value).success)]).toEqual([name, []])
      expect([name, new Set(values).size]).toEqual([name, values.length])
      expect([name, schema.safeParse('no value').success]).toEqual([name, false])
    }
  })

  it.each(tableNames)('%s ends its numbers where its schema does', (table) => {
    for (const [{ name, minimum, maximum }, schema] of schemasIn(table)) {
      const takes = (...numbers: readonly number[]) => [
        name,
        ...numbers.map((number) => schema.safeParse(number).success),
      ]
      if (minimum !== null) expect(takes(minimum, minimum - 1)).toEqual([name, true, false])
      if (maximum !== null) expect(takes(maximum, maximum + 1)).toEqual([name, true, false])
    }
  })

  it('allows all that is in the sample and in the fixtures', async () => {
    const sets: readonly Dataset[] = [dataset, await editions()]
    for (const rows of sets)
      for (const table of tableNames)
        for (const row of rows[table])
          for (const one of columnsIn(table)) {
            const value = Object.entries(row).find(([name]) => name === one.name)?.[1]
            expect([table, one.name, value, allows(one, value)]).toEqual([table, one.name, value, true])
          }
  })

  it.each(tableNames)('%s says what its columns are, in both languages', (table) => {
    const known: Readonly<Record<string, object>> = labels[table]
    for (const one of columnsIn(table)) {
      expect(one).toMatchObject(known[one.name] ?? {})
      expect(one.japanese).toMatch(/[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]|^SHA-256$/u)
      expect(one.description).toMatch(/^[^|\n]+\.$/u)
    }
  })

  it.each(tableNames)('%s has its money in yen', (table) => {
    for (const one of columnsIn(table).filter(({ name }) => /(?:^|_)yen(?:_|$)/u.test(name)))
      expect(one).toMatchObject({ type: 'integer', unit: { code: 'JPY', japanese: '円' } })
  })

  it.each(tableNames)('%s has no two columns of one Japanese name', (table) => {
    const names = columnsIn(table).map(({ japanese }) => japanese)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(tableNames)('%s is described as yosan schema describes it', (table) => {
    const described: unknown = jsonSchema(table)
    const properties = Object.fromEntries(columnsIn(table).map(({ name, description }) => [name, { description }]))
    expect(described).toMatchObject({ items: { properties } })
  })
})

describe('headOf', () => {
  it.each([
    ['figures', 'yen', '金額（円）'],
    ['figures', 'programme', '事業名'],
    ['figures', 'fiscal_year', '会計年度（西暦）'],
    ['figures', 'page', 'ページ（ページ）'],
    ['documents', 'bytes', '大きさ（バイト）'],
  ] as const)('%s.%s is %s', (table, name, head) => {
    expect(headOf(column(table, name))).toBe(head)
  })
})

describe('the keys', () => {
  it.each(tableNames)('%s has keys that are columns, and points to keys of tables', (table) => {
    const { columns, keys } = publishedTable(table)
    const known = new Map(columns.map((one) => [one.name, one]))
    for (const name of keys.primary) expect(known.get(name)).toMatchObject({ type: 'string', isNullable: false })
    for (const { column: name, table: other, key } of keys.foreign) {
      expect(known.get(name)).toMatchObject({ type: 'string' })
      expect(tableNames.map(publishedTable).find((one) => one.name === other)?.keys.primary).toEqual([key])
    }
  })

  it.each(tableNames)('%s points to a table by every column that says so', (table) => {
    const { columns, keys } = publishedTable(table)
    const says = columns.filter(({ description }) => /, a key of `\w+`/u.test(description)).map(({ name }) => name)
    expect(keys.foreign.map((key) => key.column).sort()).toEqual(says.sort())
  })

  it.each(tableNames)('hold in the fixtures: %s', async (table) => {
    const rows = await editions()
    const { keys } = publishedTable(table)
    const idsOf = (name: keyof typeof tables, key: string) =>
      rows[name].map((row) => Object.entries(row).find(([own]) => own === key)?.[1])
    for (const key of keys.primary) expect(new Set(idsOf(table, key)).size).toBe(rows[table].length)
    for (const { column: name, table: other, key } of keys.foreign) {
      const targets = new Set(idsOf(tableNames.find((one) => one === other) ?? table, key))
      expect(idsOf(table, name).filter((id) => id !== null && !targets.has(id))).toEqual([])
    }
  })
})
