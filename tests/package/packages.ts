import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { emit } from '../../src/emit/index.js'
import { extract } from '../../src/extract.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { DocumentRow } from '../../src/model/document.js'
import type { Figure } from '../../src/model/figure.js'
import { makePackage, type Package, type PackageOptions, packageDefaults } from '../../src/package/index.js'
import { child, document, programme } from '../emit/sample.js'

const roots: string[] = []

afterAll(async () => {
  for (const folder of roots) await rm(folder, { recursive: true, force: true })
})

/** An empty folder, which is gone after the tests of a file. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'yosan-package-test-'))
  roots.push(folder)
  return folder
}

/** Texts by the paths of their files. */
export type Files = Readonly<Record<string, string>>

export const write = async (folder: string, files: Files): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

/** All files below a folder, byte for byte, as Latin 1; folders that hold nothing end with a slash. */
export const filesIn = async (folder: string): Promise<Files> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const read = entries.map(async (entry): Promise<readonly [string, string][]> => {
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(folder.length + 1)
    if (!entry.isDirectory()) return [[path, await readFile(file, 'latin1')]]
    return (await readdir(file)).length === 0 ? [[`${path}/`, '']] : []
  })
  return Object.fromEntries((await Promise.all(read)).flat().sort())
}

const root = join(import.meta.dirname, '..', '..')

/** The data set of documents of the fixtures. */
export const extracted = async (...paths: readonly string[]): Promise<Dataset> =>
  (
    await extract(
      paths.map((path) => join(root, 'fixtures', path)),
      { pages: null },
    )
  ).dataset

/** Two editions of a document, and one in Shift_JIS: small and with series. */
export const editions = (): Promise<Dataset> =>
  extracted('editions/r6-draft.md', 'editions/r7-draft.md', 'documents/r7-draft-culture.txt')

/** The folder of a data set as `extract` leaves it. */
export const outputOf = async (dataset: Dataset): Promise<string> => {
  const folder = await newFolder()
  await write(folder, Object.fromEntries(await emit(dataset)))
  return folder
}

/** A data set of made figures in `slides` and documents like it. */
export const datasetOf = (figures: readonly Figure[], more: Partial<Dataset> = {}): Dataset => {
  const ids = [...new Set(figures.map(({ document_id }) => document_id))]
  return {
    figures,
    programmes: [programme, child],
    documents: ids.map((document_id): DocumentRow => ({ ...document, document_id })),
    issues: [],
    checks: [],
    lines: [],
    grids: [],
    ...more,
  }
}

/** Makes a package in a folder, a new one unless it is named; without other forms unless they are named. */
export const packed = async (output: string, options: Partial<PackageOptions> = {}, to?: string): Promise<Package> =>
  makePackage(output, to ?? (await newFolder()), { ...packageDefaults, views: [], ...options })

/** The same from a data set that no folder holds yet. */
export const packedFrom = async (dataset: Dataset, options: Partial<PackageOptions> = {}, to?: string) =>
  packed(await outputOf(dataset), options, to)

/** Makes one edition after another in one folder. */
export const packedAgain = async (first: Dataset, second: Dataset, options: Partial<PackageOptions> = {}) => {
  const before = await packedFrom(first)
  const after = await packedFrom(second, options, before.folder)
  return { before, after, folder: before.folder }
}

export const readIn = (folder: string, path: string): Promise<string> => readFile(join(folder, path), 'utf8')

interface Field {
  readonly name: string
  readonly type: string
  readonly title: string
  readonly description: string
  readonly unit?: string
  readonly columnType?: string
  readonly constraints?: {
    readonly required?: boolean
    readonly enum?: readonly string[]
    readonly pattern?: string
    readonly minimum?: number
    readonly maximum?: number
  }
}

interface Resource {
  readonly name: string
  readonly title: string
  readonly path: string
  readonly bytes: number
  readonly hash: string
  readonly rows: number
  readonly schema: {
    readonly fields: readonly Field[]
    readonly primaryKey: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

/** What a test reads of a descriptor. */
export interface Descriptor {
  readonly name: string
  readonly title: string
  readonly version: string
  readonly created?: string
  readonly homepage?: string
  readonly licenses: readonly object[]
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[]
  readonly sources: readonly object[]
  readonly resources: readonly Resource[]
  readonly views: readonly { readonly path: string; readonly bytes: number; readonly hash: string }[]
}

export const descriptorIn = async (folder: string): Promise<Descriptor> =>
  JSON.parse(await readIn(folder, 'datapackage.json'))

/** The rows of a CSV file in which every field is quoted and every row ends with CRLF; whatever else stands in it is an error. */
export const strictCsv = (text: string): string[][] => {
  const field = /"((?:[^"]|"")*)"(,|\r\n)/uy
  const rows: string[][] = []
  let row: string[] = []
  while (field.lastIndex < text.length) {
    const from = field.lastIndex
    const [, value, end] = field.exec(text) ?? []
    if (value === undefined)
      throw new Error(`No quoted field at ${from}: ${JSON.stringify(text.slice(from, from + 40))}`)
    row.push(value.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) throw new Error('The last row has no end')
  return rows
}

/** The rows of a CSV file by the names in its header. */
export const recordsIn = async (folder: string, path: string): Promise<Readonly<Record<string, string>>[]> => {
  const [head = [], ...rows] = strictCsv(await readIn(folder, path))
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}
