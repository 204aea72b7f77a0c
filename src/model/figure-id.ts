/** The id of a figure: its document, its page (0 for text) and its number there. */
export const figureId = (documentId: string, page: number, number: number): string =>
  `${documentId}-p${String(page).padStart(3, '0')}-${String(number).padStart(3, '0')}`
