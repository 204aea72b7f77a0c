import type { CleanPage, CleanText } from '../model/text.js'
import type { TokenisedText } from '../model/token.js'
import { cut, needsGrammar } from './morphemes.js'
import { scan } from './scanner.js'

/** normalise -> tokenize: money, years, labels, units, flags and marks with their places in each text. */
export const tokenize = async (page: CleanPage): Promise<TokenisedText[]> => Promise.all(page.texts.map(tokenizeText))

const tokenizeText = async (clean: CleanText): Promise<TokenisedText> => {
  const tokens = scan(clean)
  return { clean, tokens, morphemes: needsGrammar(clean.text, tokens) ? await cut(clean.text) : null }
}
