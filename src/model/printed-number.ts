/** A number as its digits are printed: 1,234.5 is 12345 with one decimal. */
export interface PrintedNumber {
  readonly digits: bigint
  readonly decimals: number
}

/** The number in a print; null where there are several, or none in digits. */
export const numberIn = (raw: string): PrintedNumber | null => {
  const numbers = narrow(raw).match(/\d[\d, ]*(?:\.\d+)?/gu) ?? []
  if (numbers.length !== 1) return null
  const [whole = '', fraction = ''] = (numbers[0] ?? '').replace(/[, ]/gu, '').split('.')
  return { digits: BigInt(whole + fraction), decimals: fraction.length }
}

/** Digits and their marks in half width, and nothing else: ① is no digit of an amount. */
const narrow = (text: string): string =>
  text.replace(/[０-９，．]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
