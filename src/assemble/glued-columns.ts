import type { Entry } from './entries.js'

/** Share of a text file's lines from which on its columns are taken to be glued together. */
const SHARE = 0.08

/** Words on both sides of a wide gap, and not a name with its value. */
const glued = /\p{L}.{7,}?(?:\t| {3,})(?![\s\d(（△▲])[^\t]*?\p{L}.{7,}/u

/** Whether a text file prints its page's columns side by side (`pdftotext -layout`): lines of one column run into those of
 * the next, and no heading can be trusted. */
export const hasGluedColumns = (entries: readonly Entry[]): boolean => {
  const lines = entries.filter(({ text }) => text.clean.source === 'text')
  return lines.length > 20 && lines.filter(({ text }) => glued.test(text.clean.text)).length > SHARE * lines.length
}
