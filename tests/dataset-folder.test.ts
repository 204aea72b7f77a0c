import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdsDataset, readTables } from '../src/dataset-folder.js'
import { emit } from '../src/emit/index.js'
import { extract } from '../src/extract.js'
import { type Dataset, tableNames } from '../src/model/dataset.js'
import { dataset as sample } from './emit/sample.js'

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'documents')
let root = ''
let real: Dataset = sample

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yosan-'))
  real = (
    await extract([join(fixtures, 'r8-request-points.pdf'), join(fixtures, 'r6-request-space.md')], { pages: null })
  ).dataset
})

afterAll(() => rm(root, { recursive: true }))

/** A folder with the files of a data set under the names that `place` gives them; without those that it gives none. */
const folderOf = async (dataset: Dataset, place: (file: string) => string | null): Promise<string> => {
  const folder = await mkdtemp(join(root, 'set-'))
  for (const [file, text] of await emit(dataset)) {
    const path = place(file)
    if (path === null) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

const layouts: readonly (readonly [string, (file: string) => string | null])[] = [
  ['JSON and CSV', (file) => file],
  ['JSON alone', (file) => (file.endsWith('.json') ? file : null)],
  ['CSV alone', (file) => (file.endsWith('.csv') ? file : null)],
  ['CSV in data/', (file) => (file.endsWith('.csv') ? `data/${file}` : null)],
]

describe.each(layouts)('a folder of %s', (_, place) => {
  it.each([
    ['made-up', () => sample],
    ['real', () => real],
  ])('gives back a %s data set', async (_, made) => {
    const { grids: _grids, ...rows } = made()
    const folder = await folderOf(made(), place)
    expect(await holdsDataset(folder)).toBe(true)
    expect(await readTables(folder, tableNames)).toEqual(rows)
  })
})

describe('a folder that is no data set', () => {
  it('holds none', async () => {
    expect(await holdsDataset(await folderOf(sample, () => null))).toBe(false)
  })

  it('is named with what to do', async () => {
    const folder = await folderOf(sample, (file) => (file.startsWith('figures') ? null : file))
    await expect(readTables(folder, ['figures'])).rejects.toThrow(
      `Cannot read ${join(folder, 'figures.json')}: run yosan extract first, or name the folder of its data set.`,
    )
  })

  it.each([
    ['figures.json', '[{"figure_id":"x"}]'],
    ['figures.json', '{'],
    ['figures.csv', 'figure_id\nx\n'],
    ['figures.csv', 'figure_id,yen\nx,viel\n'],
  ])('is of another version: %s with %s', async (file, text) => {
    const folder = await folderOf(sample, () => null)
    await writeFile(join(folder, file), text)
    await expect(readTables(folder, ['figures'])).rejects.toThrow(/is not of this version of yosan/u)
  })
})
