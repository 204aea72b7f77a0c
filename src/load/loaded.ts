import type { Page, Source } from '../model/page.js'

/** Physical pages, 1-based, both ends included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

export interface Loaded {
  readonly source: Source
  /** Read one at a time when asked for; ending the loop early releases the file. */
  readonly pages: AsyncGenerator<Page>
}
