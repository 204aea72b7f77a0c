import type { Amount, SignMark } from '../model/finding.js'
import type { Token, TokenisedText } from '../model/token.js'
import { isSure } from './doubt.js'
import { type Bounds, readBounds } from './range.js'
import { approxOf, isUnpricedBeside, scaleOf } from './surroundings.js'

/** The amount that a money or unpriced token prints, with its qualifiers and scale from the tokens around it. */
export const readAmount = (tokenised: TokenisedText, index: number): Amount | null => {
  const token = tokenised.tokens[index]
  if (token?.kind === 'unpriced') return isMerged(tokenised, index) ? null : unpriced(token)
  if (token?.kind !== 'money') return null
  const { text } = tokenised.clean
  const printed = text.slice(token.from, token.to)
  const sign = signOf(printed)
  const bounds = readBounds(printed.replace(/^[△▲−+-] ?/u, ''))
  const beside = isUnpricedBeside(tokenised, index)
  return {
    kind: 'amount',
    status: bounds.yen === null ? 'unreadable' : beside ? 'numeric_plus_unpriced' : 'numeric',
    ...signed(bounds, isDecrease(sign) || isReduced(tokenised, index)),
    precision: bounds.yen === null ? null : bounds.precision,
    unit: bounds.unit,
    sign,
    approx: approxOf(tokenised, index),
    scale: scaleOf(tokenised, index),
    sure: bounds.ordered && isSure(tokenised.clean, token.from, token.to, bounds.yen),
    from: token.from,
    to: beside ? beside.to : token.to,
  }
}

const signs: readonly SignMark[] = ['△', '▲', '−', '-', '+']

const signOf = (printed: string): SignMark => signs.find((sign) => printed.startsWith(sign)) ?? 'none'

const isDecrease = (sign: SignMark): boolean => sign !== 'none' && sign !== '+'

/** `2億円減` is a decrease without a mark. */
const isReduced = ({ tokens }: TokenisedText, index: number): boolean =>
  tokens[index + 1]?.kind === 'change' && tokens[index + 1]?.name === 'decrease'

/** The lower bound of a decrease is the larger one. */
const signed = ({ yen, yenMax }: Bounds, negative: boolean): Pick<Amount, 'yen' | 'yenMax'> => {
  if (yen === null) return { yen: null, yenMax: null }
  if (!negative) return { yen, yenMax }
  return yenMax === null ? { yen: -yen, yenMax: null } : { yen: -yenMax, yenMax: -yen }
}

/** 事項要求 that follows an amount is part of that amount. */
const isMerged = (tokenised: TokenisedText, index: number): boolean =>
  tokenised.tokens.some(
    (token, i) => token.kind === 'money' && i < index && isUnpricedBeside(tokenised, i)?.index === index,
  )

const unpriced = ({ from, to }: Token): Amount => ({
  kind: 'amount',
  status: 'unpriced',
  yen: null,
  yenMax: null,
  precision: null,
  unit: null,
  sign: 'none',
  approx: null,
  scale: null,
  sure: true,
  from,
  to,
})
