import { InputError } from '../errors.js'
import type { Page, Source } from '../model/page.js'
import type { InputFile } from './file.js'

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

/** The pages of a file of `count` pages that a range asks for; all without a range. Throws 'bad_value' for none. */
export const pagesWanted = ({ name }: InputFile, range: PageRange | null, count: number): number[] => {
  const { from, to } = range ?? { from: 1, to: count }
  if (from <= count) return Array.from({ length: Math.min(to, count) - from + 1 }, (_, i) => from + i)
  const has = count === 1 ? '1 page' : `${count} pages`
  throw new InputError('bad_value', name, `has ${has}, so there is no page ${from}: ask for pages up to ${count}.`)
}
