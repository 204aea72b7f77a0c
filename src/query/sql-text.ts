import { literal } from '../sql/text.js'

/** Texts as a list of DuckDB. */
export const listOf = (texts: readonly string[]): string => `[${texts.map(literal).join(', ')}]`
