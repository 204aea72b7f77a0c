import type { Figure } from './figure.js'

/** How a figure was read, in columns that a correction has too. */
export type Reading = Pick<Figure, 'raw' | 'raw_label' | 'programme' | 'role' | 'fiscal_year' | 'stage' | 'yen'>

/** A figure in its document, as a correction or the figure itself tells of it. */
export interface Printed extends Reading, Pick<Figure, 'document_id' | 'page' | 'line' | 'boxes'> {
  readonly sha256: string | null
}

/** A figure without the document that prints it. */
export type PrintedFigure = Omit<Printed, 'document_id' | 'sha256'>

/** What tells printed figures apart, equal for a correction and for the figure that it speaks of: the document's bytes, the
 * place and the print. A line of a text may print an amount twice, so there how it was read counts too. */
export const identityOf = (printed: Printed): string => {
  const { document_id, sha256, page, line, boxes, raw } = printed
  const place = boxes ?? [line, readingKey(printed)]
  return JSON.stringify([sha256 ?? document_id, page, place, textKey(raw)])
}

/** Equal for figures that print the same and were read alike. */
export const readingKey = ({ raw, raw_label, programme, role, fiscal_year, stage, yen }: Reading): string =>
  JSON.stringify([textKey(raw), textKey(raw_label), textKey(programme), role, fiscal_year, stage, yen])

/** A printed text whatever a spreadsheet made of its blanks and line ends; nothing is as good as a text without characters. */
export const textKey = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim()

/** Whether a correction speaks of a document: of its bytes, whatever it is called, or of other bytes under its name. */
export const isCorrectionOf = (correction: OfDocument, document: OfDocument): boolean =>
  correction.document_id === document.document_id ||
  (correction.sha256 !== null && correction.sha256 === document.sha256)

interface OfDocument {
  readonly document_id: string
  readonly sha256: string | null
}
