/** How the texts of a field are read. Every value has one canonical text, so that equal values are equal texts. */
export interface CellType {
  /** The canonical text of the value; null when the text is not of the type. Takes time in proportion to the text. */
  readonly read: (text: string) => string | null
  /** Less than 0 when the first of two canonical texts comes before the second; null where values have no order. */
  readonly compare: ((a: string, b: string) => number) | null
  /** How long the value of a canonical text is; null where values have no length. */
  readonly length: ((value: string) => number) | null
}

/** Texts that are their own value. */
export const textThat = (fits: (text: string) => boolean): CellType => ({
  read: (text) => (fits(text) ? text : null),
  compare: null,
  length: null,
})

/** The order of canonical texts that sort as their values do. */
export const alphabetically = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
