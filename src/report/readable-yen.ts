import { grouped } from '../model/yen-text.js'

/** An amount as people read it: 1兆1,850億円, 775.99億円, 43百万円. What two places do not hold is rounded, half away from zero,
 * so the exact yen belong beside it. */
export const readableYen = (yen: number): string => {
  const sign = yen < 0 ? '△' : ''
  const size = Math.abs(yen)
  const scale = scales.find(({ from }) => size >= from)
  return sign + (scale ? scale.print(size) : `${grouped(size)}円`)
}

const oku = 100_000_000
const cho = 10_000 * oku
const million = 1_000_000

/** An amount that two places of one unit would make a whole of the next one is printed in that one. */
const scales: readonly { readonly from: number; readonly print: (size: number) => string }[] = [
  { from: cho - oku / 200, print: (size) => printCho(divided(size, oku)) },
  { from: oku - million / 200, print: (size) => `${printHundredths(divided(size, oku / 100))}億円` },
  { from: million, print: (size) => `${printHundredths(divided(size, million / 100))}百万円` },
]

/** Integers up to 2^53 stay exact: the remainder tells how to round. */
const divided = (size: number, by: number): number => {
  const rest = size % by
  return (size - rest) / by + (rest * 2 >= by ? 1 : 0)
}

const printCho = (inOku: number): string => {
  const rest = inOku % 10_000
  return `${grouped((inOku - rest) / 10_000)}兆${rest === 0 ? '' : `${grouped(rest)}億`}円`
}

const printHundredths = (hundredths: number): string => {
  const rest = hundredths % 100
  const digits = String(rest).padStart(2, '0').replace(/0+$/, '')
  return `${grouped((hundredths - rest) / 100)}${digits === '' ? '' : `.${digits}`}`
}

/** `77,599,000,000円`. */
export const exactYen = (yen: number): string => `${yen < 0 ? '△' : ''}${grouped(Math.abs(yen))}円`
