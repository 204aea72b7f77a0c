import type { Finding, ParsedText } from '../model/finding.js'
import type { TokenisedText } from '../model/token.js'
import { readAmount } from './amount.js'
import { readYear } from './fiscal-year.js'
import { readFlag } from './flag.js'
import { readNumbering } from './numbering.js'
import { readNumber } from './plain-number.js'
import { readLabel } from './stage-label.js'
import { readUnit } from './unit.js'

/** Each construct reads the token at an index, with the tokens around it, or leaves it to the others. */
const constructs: readonly ((tokenised: TokenisedText, index: number) => Finding | null)[] = [
  readAmount,
  readNumber,
  readYear,
  readLabel,
  readUnit,
  readFlag,
  readNumbering,
]

/** tokenize -> parse: findings with values, in order, without overlaps. */
export const parse = (texts: readonly TokenisedText[]): ParsedText[] =>
  texts.map((tokenised) => ({
    clean: tokenised.clean,
    findings: tokenised.tokens.flatMap((_, index) => findingAt(tokenised, index) ?? []),
    morphemes: tokenised.morphemes,
  }))

const findingAt = (tokenised: TokenisedText, index: number): Finding | null => {
  for (const construct of constructs) {
    const finding = construct(tokenised, index)
    if (finding) return finding
  }
  return null
}
