import { existsSync, linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { errorCodes } from '../errors.js'
import type { Dataset } from '../model/dataset.js'
import { limitsSchema } from './limits.js'

const count = z.int().nonnegative()

const resultSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.enum(['complete', 'partial']),
    /** Null for text. */
    pages: count.nullable(),
    figures: count,
    needs_review: count,
  }),
  z.strictObject({
    status: z.literal('failed'),
    code: z.enum(errorCodes),
    /** The rest of a sentence that begins with the name of the document. */
    predicate: z.string(),
    /** The limits that the document ran into, or null when it would fail within any. */
    limits: limitsSchema.nullable(),
  }),
])

/** What came of a document: the facts that a batch goes by. The rows themselves stay on disk until they are written. */
export type Result = Readonly<z.infer<typeof resultSchema>>

export type FailedResult = Extract<Result, { status: 'failed' }>

/** Where one result goes. */
export interface ResultPlace {
  readonly path: string
  readonly temporary: string
}

/** Writes the result of a document so that it is there whole or not at all. Works without waiting, because the guard of a
 * worker uses it with no time left. */
export const writeResult = ({ path, temporary }: ResultPlace, result: Result, dataset: Dataset | null): void => {
  const half = join(temporary, `result.${process.pid}.${performance.now()}`)
  try {
    writeFileSync(half, gzipSync(`${JSON.stringify(result)}\n${JSON.stringify(dataset)}`, { level: 1 }))
    publish(half, path)
  } finally {
    rmSync(half, { force: true })
  }
}

/** A result that is there stays: a worker and its guard may both come to one. */
const publish = (half: string, path: string): void => {
  try {
    linkSync(half, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    // Some disks know no links.
    if (code !== 'EEXIST' && !existsSync(path)) renameSync(half, path)
  }
}

/** The result at a path; null when there is none or when it is damaged, which the checksum of gzip tells. */
export const readResult = async (path: string): Promise<Result | null> => {
  try {
    const bytes = await unzipped(path)
    return resultSchema.parse(JSON.parse(bytes.toString('utf8', 0, bytes.indexOf('\n'))))
  } catch {
    return null
  }
}

/** The rows of a document that did not fail, as `extractDocument` gave them: it alone writes them, so they are trusted. */
export const readDataset = async (path: string): Promise<Dataset> => {
  const bytes = await unzipped(path)
  return JSON.parse(bytes.toString('utf8', bytes.indexOf('\n') + 1))
}

const unzip = promisify(gunzip)

const unzipped = async (path: string): Promise<Buffer> => unzip(await readFile(path))
