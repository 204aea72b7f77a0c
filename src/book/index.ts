import type { Layout } from '../model/block.js'
import type { Page } from '../model/page.js'
import { has } from './column.js'
import { type Sheet, sheetOf } from './facing.js'
import { leafOf } from './leaf.js'
import { Ledger } from './ledger.js'
import type { Reading } from './reading.js'
import { Spreads } from './spreads.js'

export { joinBook } from './join.js'
export type { Reading } from './reading.js'

/** Whether a page belongs to the tables of a book. */
export interface Settled {
  readonly page: number
  readonly isBook: boolean
}

/** layout -> validate, beside the other rooms: reads the tables of a budget book page by page. It holds its rows and one page. */
export class Book {
  private readonly spreads = new Spreads()
  private readonly ledger = new Ledger()
  private hasDetails = false

  /** Whether the pages so far are of a budget book for sure: one of their tables explains 目. Tables of 款 and 項 alone stand in
   * other documents too. */
  get isSure(): boolean {
    return this.hasDetails
  }

  /** Reads the next page. What it and the page before it are may be known only with the page after. */
  read(page: Page, layout: Layout): Settled[] {
    return this.spreads.add(sheetOf(leafOf(page, layout))).flatMap((sheet) => this.walk(sheet))
  }

  /** The pages that were left, and all that was read. */
  end(): { readonly settled: readonly Settled[]; readonly reading: Reading } {
    const settled = this.spreads.end().flatMap((sheet) => this.walk(sheet))
    const { entries, fiscalYear } = this.ledger
    return { settled, reading: { entries, fiscalYear } }
  }

  private walk(sheet: Sheet): Settled[] {
    const isBook = sheet.sections.length > 0
    if (isBook) this.ledger.walk(sheet)
    else this.ledger.pass(sheet.leaf.prints)
    this.hasDetails ||= sheet.sections.some((section) => has(section, 'names') && has(section, 'setsu'))
    return sheet.leaf.pages.map((page) => ({ page, isBook }))
  }
}
