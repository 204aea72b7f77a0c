import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { correctionsIn } from '../corrections/folder.js'
import { readCorrections } from '../corrections/read.js'
import { printCorrections } from '../corrections/write.js'
import { YosanError } from '../errors.js'
import { writeText } from '../files.js'
import type { Correction } from '../model/correction.js'
import { isCorrectionOf } from '../model/correction-identity.js'
import type { DocumentRow } from '../model/document.js'
import { correctionsName } from '../options.js'

/** What tells the corrections of a document from others. */
export type Reviewed = Pick<DocumentRow, 'document_id' | 'sha256'>

/** The corrections of one document, and what tells whether somebody has changed them since. */
export interface Saved {
  readonly revision: string
  readonly rows: readonly Correction[]
}

/** Corrections that the file could not be read with, and what is wrong with them. */
export class Unfit {
  constructor(readonly sentence: string) {}
}

/** Keeps the corrections of a data set in its file, a document at a time; writes follow one another. */
export class ReviewStore {
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly folder: string) {}

  /** @throws YosanError when the file cannot be read */
  async read(document: Reviewed): Promise<Saved> {
    return savedOf((await correctionsIn(this.folder)).filter((row) => isCorrectionOf(row, document)))
  }

  /** Puts rows in place of those that the document had; null when they are not those of the revision any more.
   * @throws YosanError when the file cannot be read or written */
  replace(document: Reviewed, { revision, rows }: Saved): Promise<Saved | Unfit | null> {
    const work = this.last.then(async () => {
      if ((await this.read(document)).revision !== revision) return null
      const others = (await correctionsIn(this.folder)).filter((row) => !isCorrectionOf(row, document))
      const text = await printCorrections([...others, ...rows])
      const unfit = await unfitIn(text)
      if (unfit) return unfit
      await writeText(join(this.folder, correctionsName), text)
      return this.read(document)
    })
    this.last = work.catch(() => undefined)
    return work
  }
}

/** Nothing is written that could not be read again. */
const unfitIn = (text: string): Promise<Unfit | null> =>
  readCorrections(text, 'corrections').then(
    () => null,
    (error: unknown) => {
      if (error instanceof YosanError) return new Unfit(error.message)
      throw error
    },
  )

const savedOf = (rows: readonly Correction[]): Saved => ({
  revision: createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16),
  rows,
})
