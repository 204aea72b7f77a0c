import type { Amount } from '../model/finding.js'
import type { Token, TokenisedText } from '../model/token.js'

type Approx = NonNullable<Amount['approx']>

const approximations: readonly Approx[] = ['約', '程度', '最大', '上限', '以上', '以下', '未満', '+α']

/** The qualifier printed before the amount, or else after it; a scale may stand between: `100百万円/年・課題程度`. */
export const approxOf = (tokenised: TokenisedText, index: number): Amount['approx'] => {
  const names = [...neighbours(tokenised, index, -1), ...neighbours(tokenised, index, 1)]
    .filter(({ kind }) => kind === 'qualifier')
    .map(({ name }) => name)
  return approximations.find((approx) => names[0] === approx) ?? null
}

/** The printed words of scale on both sides, as printed, with one space between them. */
export const scaleOf = (tokenised: TokenisedText, index: number): string | null => {
  const scales = [...neighbours(tokenised, index, -1).toReversed(), ...neighbours(tokenised, index, 1)]
    .filter(({ kind }) => kind === 'scale')
    .map(({ from, to }) => tokenised.clean.text.slice(from, to).trim())
  return scales.length === 0 ? null : scales.join(' ')
}

/** 事項要求 that the print adds to the amount: `4524億円+事項要求`, `208億円及び事項要求`, also over a bracket. */
export const isUnpricedBeside = (
  { clean, tokens }: TokenisedText,
  index: number,
): { readonly index: number; readonly to: number } | null => {
  const token = tokens[index]
  if (!clean.text.includes('事項')) return null
  const next = tokens.findIndex(({ kind }, i) => i > index && kind === 'unpriced')
  const other = tokens[next]
  if (!token || !other || !/^[+及]/u.test(clean.text.slice(other.from))) return null
  const between = clean.text.slice(token.to, other.from)
  if (/^ ?$/.test(between)) return { index: next, to: other.to }
  return /^ ?\([^()]*\) ?$/.test(between) ? { index: next, to: token.to } : null
}

/** Qualifiers and scales that stand against the amount on one side, nearest first. */
const neighbours = ({ clean, tokens }: TokenisedText, index: number, step: 1 | -1): readonly Token[] => {
  const found: Token[] = []
  for (let i = index + step; ; i += step) {
    const [near, far] = [tokens[i - step], tokens[i]]
    if (!near || !far || (far.kind !== 'qualifier' && far.kind !== 'scale')) return found
    const between = step > 0 ? clean.text.slice(near.to, far.from) : clean.text.slice(far.to, near.from)
    if (!(step > 0 ? afterAmount : beforeAmount).test(between)) return found
    found.push(far)
  }
}

const beforeAmount = /^[ \t:]*$/
/** The amount may stand in brackets of its own: `(180万円)以上`. */
const afterAmount = /^[ \t*]*\)?[ \t*]*$/
