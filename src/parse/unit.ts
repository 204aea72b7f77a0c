import type { UnitCaption, UnitPrinted } from '../model/finding.js'
import type { TokenisedText } from '../model/token.js'

const units: readonly UnitPrinted[] = ['千万円', '百万円', '万円', '千円', '億円', '兆円', '円']

/** Reads （単位：百万円）, (千円) at the head of a column, 百万円 alone in a cell. */
export const readUnit = ({ clean, tokens }: TokenisedText, index: number): UnitCaption | null => {
  const token = tokens[index]
  if (token?.kind !== 'unit') return null
  const { from, to } = token
  const printed = clean.text.slice(from, to)
  const unit = units.find((candidate) => printed.includes(candidate))
  return unit ? { kind: 'unit', unit, from, to } : null
}
