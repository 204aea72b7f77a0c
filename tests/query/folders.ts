import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { emit } from '../../src/emit/index.js'
import { extract } from '../../src/extract.js'
import type { Dataset } from '../../src/model/dataset.js'

const made: string[] = []

afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

/** Files by their path. */
export type Files = Readonly<Record<string, string>>

/** A folder with these files, which is gone after the tests of a file. By default its name is as hard as names get. */
export const folderOf = async (files: Files, name = '出力 "a" \'b\' [1]*'): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'yosan-'))
  made.push(root)
  const folder = join(root, name)
  await mkdir(folder)
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')

/** The data set of two editions and of a document in Shift_JIS. */
export const editions = async (): Promise<Dataset> => {
  const inputs = ['editions/r6-draft.md', 'editions/r7-draft.md', 'documents/r7-draft-culture.txt']
  return (
    await extract(
      inputs.map((path) => join(fixtures, path)),
      { pages: null },
    )
  ).dataset
}

/** Its files as `extract` writes them, those that end so. */
export const outputOf = async (dataset: Dataset, extension: '.csv' | '.json'): Promise<Files> =>
  Object.fromEntries([...(await emit(dataset))].filter(([path]) => path.endsWith(extension)))

interface Field {
  readonly name: string
  readonly type: string
}

export interface Resource {
  readonly name: string
  readonly path: string
  readonly schema: { readonly fields: readonly Field[] }
}

export const resource = (name: string, fields: Readonly<Record<string, string>>, more: object = {}): Resource => ({
  name,
  path: `data/${name}.csv`,
  schema: { fields: Object.entries(fields).map(([field, type]) => ({ name: field, type })) },
  ...more,
})

/** A data package: a descriptor and its files. */
export const packageOf = (resources: readonly object[], files: Files, name?: string): Promise<string> =>
  folderOf({ ...files, 'datapackage.json': JSON.stringify({ name: 'made', resources }) }, name)

/** A CSV file as yosan writes it. */
export const csvOf = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  rows.map((row) => `${row.map((value) => `"${String(value ?? '').replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
