import { z } from 'zod'
import { errorCodes } from '../errors.js'

const count = z.int().nonnegative()

/** What happens in a batch, in order. The journal keeps it, progress shows it, `--log ndjson` prints it. */
const kinds = [
  z.strictObject({
    event: z.literal('begun').describe('A run begins, or goes on where one was interrupted.'),
    resumed: z.boolean(),
    pid: count,
    /** The folder that inputs count from. */
    folder: z.string().optional(),
    /** What tells runs with the same inputs, options and version from others. */
    command: z.string(),
  }),
  z.strictObject({
    event: z.literal('found').describe('All documents are known by name.'),
    documents: count,
  }),
  z.strictObject({
    event: z.literal('downloaded').describe('A document is on disk; `new` when its bytes came now.'),
    document_id: z.string(),
    address: z.string(),
    sha256: z.string(),
    bytes: count,
    new: z.boolean(),
  }),
  z.strictObject({
    event: z.literal('started').describe('A worker takes a document; a cached one needs none.'),
    document_id: z.string(),
    attempt: count,
  }),
  z.strictObject({
    event: z.literal('done').describe('The result of a document is on disk.'),
    document_id: z.string(),
    input: z.string(),
    sha256: z.string(),
    status: z.enum(['complete', 'partial']),
    pages: count.nullable(),
    figures: count,
    needs_review: count,
    cached: z.boolean(),
    /** Of the worker, which is null for a cached document, with its resident memory in MiB afterwards. */
    worker: count.nullable(),
    memory: count.nullable(),
  }),
  z.strictObject({
    event: z.literal('failed').describe('Nothing could be read of a document, or of what an input stands for.'),
    document_id: z.string().nullable(),
    input: z.string(),
    code: z.enum(errorCodes),
    message: z.string(),
    cached: z.boolean(),
  }),
  z.strictObject({ event: z.literal('writing').describe('The tables are being written.') }),
  z.strictObject({
    event: z.literal('ended').describe('The run is over. `exit` is the exit code.'),
    exit: count,
  }),
  z.strictObject({
    event: z.literal('stopped').describe('The run was interrupted or could not go on. The same command resumes it.'),
    code: z.enum(errorCodes),
    message: z.string(),
  }),
] as const

export const eventSchema = z.discriminatedUnion('event', kinds)

export type BatchEvent = Readonly<z.infer<typeof eventSchema>>

/** An event with the time when it happened, ISO 8601 in UTC. */
export type Entry = BatchEvent & { readonly at: string }

export type Listener = (entry: Entry) => void
