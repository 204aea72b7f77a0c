import type { TokenKind } from '../model/token.js'

/** One entry of the scanner's vocabulary. Texts are repaired before: half-width digits and brackets, `~`, `:`. */
export interface Entry {
  readonly name: string
  /** A global regular expression with the flag u; the whole match is the token. */
  readonly pattern: RegExp
}

/** All entries of one kind of token. */
export interface Vocabulary {
  readonly kind: TokenKind
  /** A cheap test: a text that fails it holds no token of this kind. */
  readonly hint: RegExp
  readonly entries: readonly Entry[]
}

/** An entry from the body of a regular expression. */
export const entry = (name: string, body: string): Entry => ({ name, pattern: new RegExp(body, 'gu') })
