/** Where a command prints. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether stdout shows colours. */
  readonly colour: boolean
  /** stderr when a person looks at it, for what is drawn over and over. */
  readonly screen: NodeJS.WritableStream | null
}

// Control characters move the cursor or recolour a terminal; directional and invisible marks make a text look like another.
const unsafe = /[\p{Cc}\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Text of a document made safe to show: every unsafe character as `\u001b`. Inside JSON strings it stays valid JSON. */
export const escapeText = (text: string): string =>
  text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const

export type Paint = (style: keyof typeof codes, text: string) => string

export const painter =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text
