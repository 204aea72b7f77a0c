import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { columnsOf } from '../../../src/model/dataset.js'
import { ndjson } from '../../../src/package/views/ndjson.js'
import { hostile, named, writeView } from './tables.js'

let folder = ''

beforeAll(async () => {
  folder = await writeView(ndjson, hostile)
})

afterAll(() => rm(folder, { recursive: true }))

const linesOf = async (table: string): Promise<string[]> =>
  (await readFile(join(folder, 'ndjson', `${table}.ndjson`), 'utf8')).split('\n').slice(0, -1)

it.each(hostile.map(({ table }) => table.name))('%s comes back', async (name) => {
  const rows = (await linesOf(name)).map((line) => JSON.parse(line))
  expect(rows).toEqual(named(hostile, name).rows)
})

it('has every column in order, also where it is null', async () => {
  for (const line of await linesOf('figures')) expect(Object.keys(JSON.parse(line))).toEqual(columnsOf('figures'))
})

it('has an empty file for a table with no rows', async () => {
  expect(await readFile(join(folder, 'ndjson', 'issues.ndjson'), 'utf8')).toBe('')
})
