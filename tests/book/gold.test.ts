import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { extractDocument } from '../../src/corridor.js'
import type { Dataset } from '../../src/model/dataset.js'
import { tableNames, tables } from '../../src/model/dataset.js'
import { book, bookFolder } from './leaves.js'

const gold: readonly Record<string, unknown>[] = readFileSync(join(bookFolder, 'r7-asagiri-book.lines.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

let dataset: Dataset

beforeAll(async () => {
  dataset = await extractDocument(book, { pages: null })
})

describe('the budget book of the fixtures', () => {
  it('has every line of the gold and no other', () => {
    const keys = Object.keys(gold[0] ?? {})
    const said = (row: object): string => JSON.stringify(keys.map((key) => Reflect.get(row, key)))
    expect(dataset.lines.map(said).sort()).toEqual(gold.map(said).sort())
  })

  it('is recognised', () => {
    expect(dataset.documents).toMatchObject([
      { document_type: 'budget_book', fiscal_year: 2025, stage: 'enacted', status: 'complete' },
    ])
  })

  it('balances', () => {
    expect(dataset.checks.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
    expect(new Set(dataset.checks.map(({ rule }) => rule))).toEqual(
      new Set(['difference', 'row_parts', 'parent_total', 'column_total', 'printings', 'sides']),
    )
    expect(dataset.checks.length).toBeGreaterThan(200)
  })

  it('asks for no review', () => {
    expect(dataset.lines.filter(({ needs_review }) => needs_review)).toEqual([])
    expect(dataset.issues).toEqual([])
  })

  it('has the year and the account on every line', () => {
    expect(new Set(dataset.lines.map(({ account }) => account))).toEqual(new Set(['一般会計']))
    for (const { column, fiscal_year } of dataset.lines) expect(fiscal_year).toBe(column === 'previous' ? 2024 : 2025)
  })

  it('has the same money in figures, under programmes of 款項目節', () => {
    const figures = new Map(dataset.figures.map((figure) => [figure.figure_id, figure]))
    for (const { line_id, yen, raw, page } of dataset.lines)
      expect(figures.get(line_id)).toMatchObject({ yen, raw, page })
    expect(figures.size).toBe(dataset.lines.length)
    const types = new Set(dataset.programmes.map(({ level_type }) => level_type))
    expect([...types]).toEqual(expect.arrayContaining(['款', '項', '目', '節']))
  })

  it.each(tableNames)('%s fits its schema', (table) => {
    for (const row of dataset[table]) expect(tables[table].parse(row)).toEqual(row)
  })

  it('prints each line where its box is', () => {
    for (const { page, boxes } of dataset.lines) {
      expect(page).toBeLessThanOrEqual(17)
      expect(
        boxes
          .split(/[ ;]/u)
          .map(Number)
          .every((n) => n >= 0 && n <= 842),
      ).toBe(true)
    }
  })
})

it('is read as a book when told so, though it shows 款 and 項 alone', async () => {
  const [alone, told] = [
    await extractDocument(book, { pages: { from: 1, to: 3 } }),
    await extractDocument(book, { pages: { from: 1, to: 3 }, as: 'budget-book' }),
  ]
  expect(alone.lines).toEqual([])
  expect(told.lines.length).toBeGreaterThan(20)
  expect(told.documents[0]?.document_type).toBe('budget_book')
})
