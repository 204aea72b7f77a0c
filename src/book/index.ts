import type { Layout } from '../model/block.js'
import type { PrintedFigure } from '../model/correction-identity.js'
import type { Dataset } from '../model/dataset.js'
import type { Grid } from '../model/grid.js'
import type { Page } from '../model/page.js'
import type { Revise } from '../model/revision.js'
import type { CleanPage } from '../model/text.js'
import { carriedFrom } from './carried.js'
import { has } from './column.js'
import { DrawnShapes } from './drawn-shapes.js'
import { namesMoku, type Sheet, sheetOf } from './facing.js'
import { gridsOf } from './grids.js'
import { itemsOf } from './items.js'
import { joinBook } from './join.js'
import { leafOf } from './leaf.js'
import { Ledger } from './ledger.js'
import { Programmes } from './programmes.js'
import type { Reading } from './reading.js'
import { Spreads } from './spreads.js'
import { withLettersTold } from './told-letters.js'

/** Whether a page belongs to the tables of a book. */
export interface Settled {
  readonly page: number
  readonly isBook: boolean
}

/** Reads the tables of a budget book page by page. */
export interface BookReader {
  /** Whether the pages so far are of a budget book for sure: one of their tables explains 目. Tables of 款 and 項 alone stand in
   * other documents too. */
  readonly isSure: boolean
  /** Reads the next page. What it and the page before it are may be known only with the page after. */
  read(page: Page, layout: Layout): Settled[]
  /** Keeps the printed tables of a page that is of the book as they stand. */
  keep(page: CleanPage): void
  /** Says what the pages are that were left. */
  end(): Settled[]
  /** Whether any row was read. */
  readonly hasRows: boolean
  readonly reading: Reading
  /** What was read as figures that corrections may speak of, in the order in which `join` has them revised. */
  readonly printed: readonly PrintedFigure[]
  /** The data set of the document with what was read, revised; its other pages are in it already. */
  join(dataset: Dataset, revise: Revise): Dataset
}

/** layout -> validate, beside the other rooms: a reader of one document, which holds its rows and two pages at most. */
export const book = (): BookReader => new Reader()

const RECENT = 2

class Reader implements BookReader {
  private readonly spreads = new Spreads()
  private readonly ledger = new Ledger()
  /** The tables of each page as JSON: their texts are pieces of those of the page, and would hold all of it. */
  private readonly grids: string[] = []
  private readonly shapes = new DrawnShapes()
  private hasDetails = false
  /** The last sheets with heads of their own: two, one for either side of facing pages. */
  private recent: readonly Sheet[] = []

  get isSure(): boolean {
    return this.hasDetails
  }

  get hasRows(): boolean {
    return this.ledger.entries.length > 0
  }

  get reading(): Reading {
    const { entries, unread, fiscalYear } = this.ledger
    return withLettersTold({ entries, unread, fiscalYear })
  }

  read(page: Page, layout: Layout): Settled[] {
    const own = sheetOf(leafOf(page, layout, this.shapes))
    const sheet = own.sections.length > 0 ? own : (carriedFrom(own.leaf, this.recent) ?? own)
    if (own.sections.length > 0) this.recent = [...this.recent, own].slice(-RECENT)
    return this.spreads.add(sheet).flatMap((whole) => this.walk(whole))
  }

  keep(page: CleanPage): void {
    this.grids.push(JSON.stringify(gridsOf(page)))
  }

  end(): Settled[] {
    return this.spreads.end().flatMap((sheet) => this.walk(sheet))
  }

  get printed(): readonly PrintedFigure[] {
    return itemsOf(this.reading, new Programmes(0)).map(({ figure }) => figure)
  }

  join(dataset: Dataset, revise: Revise): Dataset {
    const grids = this.grids.flatMap((text): Grid[] => JSON.parse(text))
    return joinBook(dataset, this.reading, revise, grids)
  }

  private walk(sheet: Sheet): Settled[] {
    const isBook = sheet.sections.length > 0
    if (isBook) this.ledger.walk(sheet)
    else this.ledger.pass(sheet.leaf.prints)
    this.hasDetails ||= sheet.sections.some(
      (section) => has(section, 'setsu') && (has(section, 'names') || namesMoku(sheet)),
    )
    return sheet.leaf.pages.map((page) => ({ page, isBook }))
  }
}
