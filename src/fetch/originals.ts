import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder, nullWhenGone } from '../files.js'

const recordSchema = z.strictObject({
  address: z.string(),
  kind: z.enum(['pdf', 'html']),
  sha256: z.string(),
  bytes: z.int(),
  /** When these bytes came first. */
  retrieved_at: z.iso.datetime(),
  /** When the server last said that they are what it has. */
  checked_at: z.iso.datetime(),
  content_type: z.string().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
})

/** What is known of an address that was downloaded. */
export type DownloadRecord = Readonly<z.infer<typeof recordSchema>>

interface Places {
  /** Where the originals stand. */
  readonly originals: string
  /** Where it is noted which address gave which. */
  readonly downloads: string
  readonly temporary: string
}

/** Downloaded files as they came, each named by the SHA-256 of its bytes. */
export class Originals {
  private begun = 0

  constructor(private readonly places: Places) {}

  pathOf({ sha256, kind }: Pick<DownloadRecord, 'sha256' | 'kind'>): string {
    return join(this.places.originals, `${sha256}.${kind}`)
  }

  /** The record of an address whose original is still there, with the bytes that it had. */
  async find(address: string): Promise<DownloadRecord | null> {
    const record = parse(await readFile(this.recordPath(address), 'utf8').catch(nullWhenGone))
    if (record?.address !== address) return null
    return (await sha256Of(this.pathOf(record))) === record.sha256 ? record : null
  }

  async note(record: DownloadRecord): Promise<void> {
    const path = this.temporaryPath()
    for (const folder of [this.places.downloads, this.places.temporary]) await makeFolder(folder)
    try {
      await writeFile(path, `${JSON.stringify(record)}\n`)
      await rename(path, this.recordPath(record.address))
    } finally {
      await rm(path, { force: true })
    }
  }

  /** Keeps the bytes of a body. `check` sees each piece with the number of bytes before it and may throw; then nothing is
   * kept. */
  async keep(
    body: AsyncIterable<Uint8Array>,
    check: (piece: Uint8Array, before: number) => void,
    kindOf: (start: Uint8Array) => DownloadRecord['kind'],
  ): Promise<Pick<DownloadRecord, 'sha256' | 'bytes' | 'kind'>> {
    const path = this.temporaryPath()
    await makeFolder(this.places.temporary)
    const file = await open(path, 'w')
    try {
      const hash = createHash('sha256')
      const start = Buffer.alloc(startBytes)
      let bytes = 0
      for await (const piece of body) {
        check(piece, bytes)
        if (bytes < startBytes) start.set(piece.subarray(0, startBytes - bytes), bytes)
        hash.update(piece)
        // Not `write`, which takes only a part of the piece when the disk is nearly full.
        await file.appendFile(piece)
        bytes += piece.length
      }
      const kept = { sha256: hash.digest('hex'), bytes, kind: kindOf(start.subarray(0, Math.min(bytes, startBytes))) }
      await makeFolder(this.places.originals)
      await rename(path, this.pathOf(kept))
      return kept
    } finally {
      await file.close()
      await rm(path, { force: true })
    }
  }

  private recordPath(address: string): string {
    return join(this.places.downloads, `${createHash('sha256').update(address).digest('hex')}.json`)
  }

  private temporaryPath(): string {
    this.begun++
    return join(this.places.temporary, `download.${this.begun}`)
  }
}

/** As many bytes as may tell what a file is. */
const startBytes = 1029

const parse = (text: string | null): DownloadRecord | null => {
  try {
    return recordSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}

const sha256Of = async (path: string): Promise<string | null> => {
  if (!(await stat(path).catch(nullWhenGone))) return null
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}
