import { YosanError } from '../errors.js'
import type { PageRange } from '../options.js'

const pattern = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/

/** `3` or `3-5` to a range.
 * @throws YosanError for anything else */
export const readPages = (text: string): PageRange => {
  const [, from, to = from] = pattern.exec(text) ?? []
  const range = { from: Number(from), to: Number(to) }
  if (from === undefined || range.to < range.from)
    throw new YosanError('bad_value', `--pages takes a page or a range such as 3 or 3-5, not '${text}'.`)
  return range
}
