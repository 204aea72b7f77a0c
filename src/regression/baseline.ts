import { YosanError } from '../errors.js'
import type { DocumentRow } from '../model/document.js'
import type { Figure } from '../model/figure.js'
import { type Entry, entriesOf, fields } from './entry.js'

/** Which bytes of a document a baseline speaks of, and how they could be read. */
export interface BaselineDocument {
  readonly document: string
  readonly status: string
  readonly sha256: string
}

/** Why figures were accepted, and how many changed by it. */
export interface Reason {
  readonly text: string
  readonly added: number
  readonly removed: number
  readonly changed: number
}

/** The figures that people have accepted as the truth. */
export interface Baseline {
  readonly documents: readonly BaselineDocument[]
  readonly entries: readonly Entry[]
  /** Oldest first. */
  readonly reasons: readonly Reason[]
}

/** A baseline with the line of each entry in its file, from 1. */
export interface BaselineFile extends Baseline {
  readonly lines: ReadonlyMap<Entry, number>
}

export const baselineOf = (
  { figures, documents }: { readonly figures: readonly Figure[]; readonly documents: readonly DocumentRow[] },
  reasons: readonly Reason[],
): Baseline => ({
  documents: documents
    .map(({ document_id, status, sha256 }) => ({ document: document_id, status, sha256: sha256 ?? '' }))
    .sort((a, b) => (a.document < b.document ? -1 : 1)),
  entries: entriesOf(figures),
  reasons,
})

const title = '# yosan baseline 1'

/** One line a figure, its fields with tabs between them, below a head of lines with `#`: why the figures were accepted, and
 * the documents. Made for version control, where a change of one figure is a change of one line. */
export const printBaseline = ({ documents, entries, reasons }: Baseline): string =>
  [
    title,
    ...reasons.map(({ text, added, removed, changed }) =>
      ['# reason', `+${added} -${removed} ~${changed}`, escapeCell(text)].join('\t'),
    ),
    ...documents.map(({ document, status, sha256 }) => ['# document', escapeCell(document), status, sha256].join('\t')),
    fields.join('\t'),
    ...entries.map((entry) => fields.map((field) => escapeCell(entry[field])).join('\t')),
    '',
  ].join('\n')

/** @throws YosanError that names the first line which is none of a baseline */
export const readBaseline = (text: string, file: string): BaselineFile => {
  const [first, ...lines] = text.replace(/^\ufeff/u, '').split(/\r?\n/u)
  if (first !== title)
    throw new YosanError(
      'bad_value',
      `${file} is no baseline of this version of yosan: move it away, or name another file with --baseline.`,
    )
  const documents: BaselineDocument[] = []
  const entries: Entry[] = []
  const reasons: Reason[] = []
  const numbers = new Map<Entry, number>()
  lines.forEach((line, i) => {
    const [name = '', ...cells] = line.split('\t').map(unescapeCell)
    if (line === '' || line === fields.join('\t')) return
    const [reason, document] = [toReason(name, cells), toDocument(name, cells)]
    if (reason) reasons.push(reason)
    else if (document) documents.push(document)
    else if (cells.length === fields.length - 1 && !name.startsWith('# ')) {
      const entry = toEntry([name, ...cells])
      entries.push(entry)
      numbers.set(entry, i + 2)
    } else
      throw new YosanError('bad_value', `Line ${i + 2} of ${file} is no line of a baseline: restore it and try again.`)
  })
  return { documents, entries, reasons, lines: numbers }
}

const toReason = (name: string, [counts = '', text, ...rest]: readonly string[]): Reason | null => {
  const [, added, removed, changed] = /^\+(\d+) -(\d+) ~(\d+)$/u.exec(counts) ?? []
  if (name !== '# reason' || changed === undefined || text === undefined || rest.length > 0) return null
  return { text, added: Number(added), removed: Number(removed), changed: Number(changed) }
}

const toDocument = (
  name: string,
  [document = '', status, sha256, ...rest]: readonly string[],
): BaselineDocument | null =>
  name !== '# document' || document === '' || status === undefined || sha256 === undefined || rest.length > 0
    ? null
    : { document, status, sha256 }

const toEntry = (cells: readonly string[]): Entry => {
  const entry: Record<string, string> = {}
  fields.forEach((field, i) => {
    entry[field] = cells[i] ?? ''
  })
  return entry as Entry
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
}

const escapeCell = (text: string): string =>
  text.replace(/[\\\t\n\r\0]/gu, (character) => escapes[character] ?? character)

const unescapeCell = (text: string): string =>
  text.replace(/\\[\\tnr0]/gu, (code) => Object.entries(escapes).find(([, escaped]) => escaped === code)?.[0] ?? code)
