import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../src/extract.js'
import { checkSchema } from '../src/model/check.js'
import type { Dataset } from '../src/model/dataset.js'
import { namedIn, reckonedAgain, unproved } from './checks.js'

const folder = join(import.meta.dirname, '..', 'fixtures', 'documents')
const paths = readdirSync(folder)
  .filter((name) => /\.(?:pdf|txt|md)$/.test(name))
  .map((name) => join(folder, name))

describe('the checks of all documents', () => {
  let dataset: Dataset
  beforeAll(async () => {
    dataset = (await extract(paths, { pages: null })).dataset
  })

  it('are of all kinds that documents of one body give', () => {
    const rules = new Set(dataset.checks.map(({ rule }) => rule))
    const verdicts = new Set(dataset.checks.map(({ verdict }) => verdict))
    expect([...rules].sort()).toEqual([
      'column_total',
      'difference',
      'parent_total',
      'percent',
      'printings',
      'programme_parts',
      'row_parts',
      'sides',
      'stage_chain',
      'supplementary',
      'unit_size',
      'year_chain',
    ])
    expect([...verdicts].sort()).toEqual(['incomplete', 'mismatch', 'not_run', 'ok', 'rounding'])
  })

  it('fit the schema', () => {
    for (const row of dataset.checks) expect(checkSchema.safeParse(row).error, row.check_id).toBeUndefined()
  })

  it('have ids of their own, which begin with that of their document', () => {
    const ids = dataset.checks.map(({ check_id }) => check_id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(dataset.checks.filter(({ check_id, document_id }) => !check_id.startsWith(`${document_id}-`))).toEqual([])
    const documents = new Set(dataset.documents.map(({ document_id }) => document_id))
    expect(dataset.checks.filter(({ document_id }) => !documents.has(document_id))).toEqual([])
  })

  it('name figures of the data set, and check one of their own document', () => {
    const documentOf = new Map(dataset.figures.map(({ figure_id, document_id }) => [figure_id, document_id]))
    const named = dataset.checks.flatMap(namedIn)
    expect(named.length).toBeGreaterThan(dataset.checks.length)
    expect(named.filter((id) => !documentOf.has(id))).toEqual([])
    expect(
      dataset.checks.filter((row) => row.figure_id !== null && documentOf.get(row.figure_id) !== row.document_id),
    ).toEqual([])
  })

  it('never make a figure of itself', () => {
    const twice = dataset.checks.filter((row) => new Set(namedIn(row)).size !== namedIn(row).length)
    expect(twice).toEqual([])
  })

  it('come out the same when they are reckoned again from the figures', () => {
    expect(reckonedAgain(dataset)).toEqual(dataset.checks)
  })

  it('bear out all that figures are checked by', () => {
    expect(dataset.figures.filter(({ checked_by }) => checked_by !== null).length).toBeGreaterThan(1000)
    expect(unproved(dataset)).toEqual([])
  })

  it('have a mismatch behind each mismatch among the issues', () => {
    const rulesOf: Readonly<Record<string, readonly string[]>> = {
      difference_mismatch: ['difference'],
      percent_mismatch: ['percent'],
      column_total_mismatch: ['column_total', 'parent_total'],
      parts_total_mismatch: ['row_parts', 'parent_total', 'programme_parts'],
      parts_exceed_total: ['programme_parts'],
      summary_detail_mismatch: ['printings'],
      factor_thousand: ['unit_size'],
      table_doubtful: ['difference', 'percent', 'column_total', 'parent_total'],
    }
    const wrong = dataset.checks.filter(({ verdict }) => verdict === 'mismatch')
    const bare = dataset.issues.filter(({ rule, document_id, figure_id }) => {
      const rules = rulesOf[rule]
      const rows = wrong.filter((row) => row.document_id === document_id && rules?.includes(row.rule))
      return rules && !rows.some((row) => figure_id === null || namedIn(row).includes(figure_id))
    })
    expect(dataset.issues.some(({ rule }) => rulesOf[rule])).toBe(true)
    expect(bare).toEqual([])
  })

  it('report each mismatch as an issue', () => {
    const reported = new Set(dataset.issues.map(({ figure_id }) => figure_id))
    const silent = dataset.checks
      .filter(({ verdict, figure_id }) => verdict === 'mismatch' && figure_id !== null)
      .filter((row) => !namedIn(row).some((id) => reported.has(id)))
    expect(silent.map(({ check_id }) => check_id)).toEqual([])
  })
})
