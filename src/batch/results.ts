import { appendFileSync, createReadStream, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { errorCodes } from '../errors.js'
import type { Dataset } from '../model/dataset.js'
import { partsOf } from '../model/dataset-parts.js'
import { linesIn } from '../text-lines.js'
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

/** Bytes that are read at a time. */
const PIECE = 256 * 1024

/** The last line of a result that is whole. */
const END = 'end'

/** Writes the result of a document so that it is there whole or not at all: a line for its facts and one for each part of its
 * rows, each compressed alone, so that no more than a part is held as text. Works without waiting, because the guard of a
 * worker uses it with no time left. */
export const writeResult = ({ path, temporary }: ResultPlace, result: Result, dataset: Dataset | null): void => {
  const half = join(temporary, `result.${process.pid}.${performance.now()}`)
  try {
    for (const line of linesOf(result, dataset)) appendFileSync(half, gzipSync(`${line}\n`, { level: 1 }))
    publish(half, path)
  } finally {
    rmSync(half, { force: true })
  }
}

function* linesOf(result: Result, dataset: Dataset | null): Generator<string> {
  yield JSON.stringify(result)
  if (dataset) for (const part of partsOf(dataset)) yield JSON.stringify(part)
  yield END
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

/** The result at a path; null when there is none or when it is damaged, which the checksums of gzip and its last line tell. */
export const readResult = async (path: string): Promise<Result | null> => {
  try {
    let first: string | null = null
    let last: string | null = null
    for await (const line of lines(path)) {
      first ??= line
      last = line
    }
    return last === END ? resultSchema.parse(JSON.parse(first ?? '')) : null
  } catch {
    return null
  }
}

/** The rows of a document that did not fail, part by part, as `extractDocument` gave them: it alone writes them, so they are
 * trusted. The last part has the row of the document. */
export async function* readParts(path: string): AsyncGenerator<Dataset> {
  let isFirst = true
  for await (const line of lines(path)) {
    if (!isFirst && line !== END) yield JSON.parse(line)
    isFirst = false
  }
}

/** @throws Error when the file is not there or is damaged */
const lines = (path: string): AsyncIterable<string> => {
  const texts = pipeline(createReadStream(path), createGunzip({ chunkSize: PIECE }), () => undefined)
  return linesIn(texts.setEncoding('utf8'))
}
