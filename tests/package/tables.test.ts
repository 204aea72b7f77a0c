import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readTables } from '../../src/dataset-folder.js'
import { type Dataset, tableNames } from '../../src/model/dataset.js'
import { type ViewName, viewNames } from '../../src/options.js'
import { derived } from '../../src/package/series.js'
import { type Progress, writeTables } from '../../src/package/tables.js'
import { baselineOf } from '../../src/regression/baseline.js'
import { oku } from '../regression/entries.js'
import { datasetOf, editions, filesIn, newFolder, outputOf, readIn, strictCsv } from './packages.js'

let dataset: Dataset
let output = ''
let folder = ''

beforeAll(async () => {
  dataset = await editions()
  output = await outputOf(dataset)
})

beforeEach(async () => {
  folder = await newFolder()
})

const written = (views: readonly ViewName[] = [], progress: Partial<Progress> = {}, from = output) =>
  writeTables(
    from,
    { folder, name: 'a', title: 'a', scratch: join(folder, '..', 'scratch') },
    { aliases: [], corrections: [], views },
    { signal: new AbortController().signal, onTable: () => {}, ...progress },
  )

const names = [...tableNames, ...derived]
const canonical = names.map((name) => (derived.includes(name) ? `${name}.csv` : `data/${name}.csv`))

describe('writeTables', () => {
  it('writes each table, and tells of it when it is through', async () => {
    const told: [string, number][] = []
    const { tables } = await written([], { onTable: (...one) => told.push(one) })
    expect(told).toEqual(tables.map(({ table, rows }) => [table.name, rows]))
    expect(told.map(([name]) => name)).toEqual(names)
    for (const name of tableNames) expect(told).toContainEqual([name, dataset[name].length])
    expect(Object.keys(await filesIn(folder))).toEqual([...canonical].sort())
    for (const [i, path] of canonical.entries())
      expect(strictCsv(await readIn(folder, path)).length).toBe((told[i]?.[1] ?? -1) + 1)
  })

  it('gives figures back as they were, so that an edition is compared with what it was', async () => {
    await written()
    const { figures, documents } = await readTables(folder, ['figures', 'documents'])
    expect(baselineOf({ figures, documents }, [])).toEqual(baselineOf(dataset, []))
    expect(figures).toEqual(dataset.figures)
  })

  it('gives the digest of each document, and what the README tells', async () => {
    const { digests, facts } = await written()
    const counts = dataset.documents.map(({ document_id, figures_total }) => [document_id, figures_total])
    expect([...digests].map(([id, digest]) => [id, digest.figures])).toEqual(counts)
    expect(facts.documents).toEqual(dataset.documents)
    expect(facts.summary).toMatchObject({
      figures: dataset.figures.length,
      programmes: dataset.programmes.length,
      checks: dataset.checks.length,
    })
  })

  it.each(viewNames)('writes %s beside the same canonical tables', async (view) => {
    await written()
    const plain = await filesIn(folder)
    folder = await newFolder()
    const { forms, left } = await written([view])
    const files = await filesIn(folder)
    expect([...forms.map(({ name }) => name), ...left]).toEqual([view])
    expect(Object.fromEntries(canonical.map((path) => [path, files[path]]))).toEqual(plain)
    expect(Object.keys(files).length > canonical.length).toBe(forms.length > 0)
  })

  it('writes each form once and in one order, however they are named', async () => {
    const { forms } = await written(['excel-csv', 'ndjson', 'excel-csv'])
    expect(forms.map(({ name }) => name)).toEqual(['ndjson', 'excel-csv'])
  })

  it('writes tables of no rows', async () => {
    const empty: Dataset = { figures: [], programmes: [], documents: [], issues: [], checks: [], lines: [], grids: [] }
    const { tables } = await written([], {}, await outputOf(empty))
    expect(tables.map(({ rows }) => rows)).toEqual(names.map(() => 0))
    for (const path of canonical) expect(strictCsv(await readIn(folder, path)).length).toBe(1)
  })

  it('writes more rows than come at a time', async () => {
    const figures = Array.from({ length: 4_321 }, (_, i) => oku(i + 1, { figure_id: `slides-${i}` }))
    const { tables } = await written([], {}, await outputOf(datasetOf(figures)))
    expect(tables[0]?.rows).toBe(figures.length)
    const rows = strictCsv(await readIn(folder, join('data', 'figures.csv'))).slice(1)
    expect(rows.map(([id]) => id)).toEqual(figures.map(({ figure_id }) => figure_id))
  })

  it.each([[[]], [viewNames]] as const)('ends when it is asked to, with the forms %j', async (views) => {
    const controller = new AbortController()
    const told: string[] = []
    const onTable = (name: string) => {
      told.push(name)
      if (name === 'programmes') controller.abort(new Error('enough'))
    }
    await expect(written(views, { signal: controller.signal, onTable })).rejects.toThrow('enough')
    expect(told).toEqual(['figures', 'programmes'])
  })

  it.each([[[]], [viewNames]] as const)(
    'says what went wrong, and nothing that followed from it: %j',
    async (views) => {
      const onTable = () => {
        throw new RangeError('no table')
      }
      await expect(written(views, { onTable })).rejects.toEqual(new RangeError('no table'))
    },
  )
})
