import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { views } from '../../../src/package/views/index.js'
import { bytesBelow, type Filled, hostile, named, real, seriesOf, writeView } from './tables.js'

const folders: string[] = []
let tables: readonly Filled[] = []

beforeAll(async () => {
  const found = await real()
  tables = [...found, seriesOf(named(found, 'figures').rows)]
})

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

const bytesOf = async (view: (typeof views)[number], filled: readonly Filled[], batch: number) => {
  const folder = await writeView(view, filled, batch)
  folders.push(folder)
  return bytesBelow(folder)
}

it('are told of in order', () => {
  expect(views.map(({ name }) => name)).toEqual(['ndjson', 'excel-csv', 'workbook', 'parquet', 'sqlite'])
  for (const { help } of views) expect(help).toMatch(/^\S.*\.$/u)
})

describe.each(views)('$name', (view) => {
  it.each([
    ['real', () => tables],
    ['hostile', () => hostile],
  ])('gives the same bytes for %s tables again, however they are cut', async (_, filled) => {
    const once = await bytesOf(view, filled(), 1000)
    expect(Object.keys(once)).not.toEqual([])
    expect(await bytesOf(view, filled(), 1000)).toEqual(once)
    expect(await bytesOf(view, filled(), 1)).toEqual(once)
  })

  it('takes tables with no rows', async () => {
    const empty = hostile.map(({ table }) => ({ table, rows: [] }))
    expect(Object.keys(await bytesOf(view, empty, 1))).toEqual(Object.keys(await bytesOf(view, hostile, 1)))
  })

  it('begins files anew', async () => {
    const folder = await writeView(view, hostile)
    folders.push(folder)
    const once = await bytesBelow(folder)
    await writeView(view, hostile, 1000, folder)
    expect(await bytesBelow(folder)).toEqual(once)
  })
})
