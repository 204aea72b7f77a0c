import { boxesText } from '../model/boxes.js'
import type { Named } from './names.js'
import type { Piece } from './pieces.js'

/** The name of a row as it is printed. */
export interface Label {
  readonly text: string
  readonly page: number
  /** Where it stands, as `figures` prints places. */
  readonly boxes: string
}

export interface Labelled extends Named {
  /** Null where no name is printed. */
  readonly label: Label | null
}

/** What the pieces of a name print. */
export const labelOf = (pieces: readonly Piece[]): Label | null => {
  const [first] = pieces
  if (!first) return null
  return {
    text: pieces.map(({ text }) => text).join(' '),
    page: first.page,
    boxes: boxesText(pieces.filter(({ page }) => page === first.page).flatMap(({ boxes }) => boxes)),
  }
}

/** With more of its text, which stands on another page. */
export const carriedOn = (label: Label | null, texts: readonly string[]): Label | null =>
  label && { ...label, text: [label.text, ...texts].join(' ') }
