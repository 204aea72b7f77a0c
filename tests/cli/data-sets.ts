import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Dataset } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { check, document, issue, openCheck, programme } from '../emit/sample.js'

const made: string[] = []

afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

/** An empty folder, which is gone after the tests of a file. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'yosan-'))
  made.push(folder)
  return folder
}

/** Writes a file into a folder of its own. */
export const fileOf = async (name: string, content: string | Uint8Array): Promise<string> => {
  const file = join(await newFolder(), name)
  await writeFile(file, content)
  return file
}

/** The JSON of a data set with these figures, and with the documents that print them. */
export const dataSetOf = async (figures: readonly Figure[]): Promise<string> => {
  const folder = await newFolder()
  const documents = [...new Set(figures.map(({ document_id }) => document_id))]
  const tables: Omit<Dataset, 'grids'> = {
    figures,
    programmes: [programme],
    documents: documents.map((document_id) => ({ ...document, document_id, sha256: hashOf(document_id) })),
    issues: [issue],
    checks: [check, openCheck],
    lines: [],
  }
  for (const [name, rows] of Object.entries(tables)) await writeFile(join(folder, `${name}.json`), JSON.stringify(rows))
  return folder
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A text as a spreadsheet of Windows saves it. */
export const shiftJis = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? []))

const codes: ReadonlyMap<string, readonly number[]> = new Map(
  Array.from({ length: 0x10000 }, (_, code) => (code < 0x80 ? [code] : [code >> 8, code & 0xff])).map((bytes) => [
    new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)),
    bytes,
  ]),
)
