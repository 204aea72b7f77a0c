import { byDocument, type DocumentRows } from './by-document.js'
import { YosanError } from './errors.js'
import type { Dataset } from './model/dataset.js'
import { streamRows } from './row-stream.js'

type Table = 'figures' | 'programmes' | 'lines'

/** The rows of a table, a document at a time, for documents that are asked for in the order of the table. */
export class RowGroups<Name extends Table> {
  private readonly groups: AsyncGenerator<DocumentRows<Dataset[Name][number]>>
  private waiting: DocumentRows<Dataset[Name][number]> | null = null
  private isBegun = false

  constructor(
    private readonly folder: string,
    private readonly name: Name,
  ) {
    const batches: AsyncIterable<Dataset[Name]> = streamRows(folder, name)
    this.groups = byDocument<Dataset[Name][number]>(batches)
  }

  /** The rows of a document; none where the table has no such document next. */
  async of(document: string): Promise<readonly Dataset[Name][number][]> {
    if (!this.isBegun) await this.advance()
    if (this.waiting?.document !== document) return []
    const { rows } = this.waiting
    await this.advance()
    return rows
  }

  /** To be called at the end, so that no row is left out unsaid.
   * @throws YosanError when rows are left, because the table is in another order than `documents` */
  end(): void {
    if (this.waiting)
      throw new YosanError(
        'bad_value',
        `The ${this.name} of ${this.waiting.document} in ${this.folder} stand in another order than its documents: run yosan extract again.`,
      )
  }

  private async advance(): Promise<void> {
    this.isBegun = true
    const { value, done } = await this.groups.next()
    this.waiting = done ? null : value
  }
}
