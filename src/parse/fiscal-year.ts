import type { FiscalYear } from '../model/finding.js'
import type { TokenisedText } from '../model/token.js'

/** The year before the first of an era. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  '㋿': 2018,
  R: 2018,
  平成: 1988,
  '㍻': 1988,
  H: 1988,
  昭和: 1925,
  '㍼': 1925,
  S: 1925,
}

/** Reads 令和3年度, R3, 元年度, 2021年度, FY2021. A bare letter era is a fiscal year: R7補正. */
export const readYear = ({ clean, tokens }: TokenisedText, index: number): FiscalYear | null => {
  const token = tokens[index]
  if (token?.kind !== 'year') return null
  const { from, to } = token
  const printed = clean.text.slice(from, to)
  return { kind: 'year', year: westernYear(printed), fiscal: !printed.endsWith('年'), from, to }
}

const westernYear = (printed: string): number => {
  const western = /(?:19|20)\d{2}/.exec(printed)?.[0]
  if (western) return Number(western)
  const [, era = '', digits = ''] = /^(\D*?)\.? ?(元|\d{1,2})/u.exec(printed) ?? []
  const ordinal = digits === '元' ? 1 : Number(digits)
  return (eras[era] ?? eraOf(ordinal)) + ordinal
}

/** Where no era is printed: 29年度 and above can only be 平成 in the documents that are published on the web. */
const eraOf = (ordinal: number): number => (ordinal > 20 ? 1988 : 2018)
