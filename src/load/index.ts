import { extname } from 'node:path'
import { InputError } from '../errors.js'
import { type InputFile, readInput } from './file.js'
import type { Loaded, PageRange } from './loaded.js'
import { loadPdf } from './pdf.js'
import { loadText } from './text.js'

export type { Loaded, PageRange } from './loaded.js'

/**
 * Opens a PDF, a text or a Markdown file and gives what its pages paint. A PDF's pages come one at a time and are
 * released before the next; trouble on a page is an issue of that page. Throws YosanError for an input that cannot be
 * used at all.
 */
export const load = async (
  input: { readonly path: string },
  options: { readonly pages?: PageRange | null } = {},
): Promise<Loaded> => {
  const file = await readInput(input.path)
  const range = options.pages ?? null
  if (isPdf(file)) return loadPdf(file, range)
  if (textKinds.has(extname(file.name).toLowerCase())) return loadText(file, range)
  throw new InputError('not_a_pdf', file.name, notAPdf(file))
}

const textKinds: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown'])

/** The header may stand behind up to 1,024 bytes of something else (ISO 32000-1, annex H). */
const isPdf = ({ bytes }: InputFile): boolean => Buffer.from(bytes.subarray(0, 1024 + 5)).includes('%PDF-')

const notAPdf = ({ bytes }: InputFile): string => {
  const start = Buffer.from(bytes.subarray(0, 24))
    .toString('latin1')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
  const begins = start === '' ? 'bytes that are no text' : `"${start}"`
  return `is not a PDF: it begins with ${begins}; give a PDF, .txt or .md file.`
}
