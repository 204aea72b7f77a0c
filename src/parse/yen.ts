import type { UnitPrinted } from '../model/finding.js'

/** Money as printed, exact. `yen` and `precision` are null where the value is no whole number of yen or too large. */
export interface Yen {
  readonly yen: number | null
  /** Value in yen of the last printed digit. */
  readonly precision: number | null
  readonly unit: UnitPrinted
}

/** Reads one amount that ends in 円: `1兆1,850億円`, `3,853億300万円`, `1億2千5百万円`, `二百五億三千四百万円`. */
export const readYen = (printed: string): Yen => {
  const terms = termsOf(printed)
  const places = Math.max(0, ...terms.map((term) => term.places))
  const scaled = terms.reduce((sum, { digits, factor, places: own }) => sum + digits * factor * ten(places - own), 0n)
  const last = terms.at(-1)
  return {
    yen: whole(scaled, places),
    precision: last ? whole(last.factor, last.places) : null,
    unit: unitOf(printed),
  }
}

/** The multipliers that follow the first number of an amount, without 円: 億 of `6億円`, 千万 of `3千万円`. */
export const multipliersOf = (printed: string): string =>
  /^[\d.,〇一二三四五六七八九 ]*([兆億万千百十 ]*)/u.exec(printed)?.[1]?.trim() ?? ''

/** One number with what it is multiplied by: of `2千5百万` 2 with 千万 and 5 with 百万. */
interface Term {
  readonly digits: bigint
  readonly places: number
  readonly factor: bigint
}

const small: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n }
const large: Readonly<Record<string, bigint>> = { 万: 10n ** 4n, 億: 10n ** 8n, 兆: 10n ** 12n }

const termsOf = (printed: string): readonly Term[] =>
  [...printed.matchAll(/([^兆億万円]+)([兆億万]?)/gu)].flatMap(([, section = '', unit = '']) =>
    [...section.matchAll(/([\d.,]+|[〇一二三四五六七八九]+)? ?([千百十]*)/gu)]
      .filter(([term]) => term.trim() !== '')
      .map(([, number = '1', multipliers = '']) => ({
        ...digitsOf(number),
        factor: [...multipliers].reduce((product, character) => product * (small[character] ?? 1n), large[unit] ?? 1n),
      })),
  )

const digitsOf = (number: string): Pick<Term, 'digits' | 'places'> => {
  const arabic = number.replace(/[〇一二三四五六七八九]/gu, (digit) => String('〇一二三四五六七八九'.indexOf(digit)))
  const [integer = '', decimals = ''] = arabic.replaceAll(',', '').split('.')
  return { digits: BigInt(integer + decimals), places: decimals.length }
}

const ten = (places: number): bigint => 10n ** BigInt(places)

/** value / 10^places as a safe integer, or null. */
const whole = (value: bigint, places: number): number | null => {
  const quotient = value / ten(places)
  return quotient * ten(places) === value && quotient <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(quotient) : null
}

const units: ReadonlySet<string> = new Set<UnitPrinted>(['円', '千円', '万円', '百万円', '千万円', '億円', '兆円'])
const isUnit = (unit: string): unit is UnitPrinted => units.has(unit)

const unitOf = (printed: string): UnitPrinted => {
  const unit =
    /^[\d.,〇一二三四五六七八九 ]+([^\d.,〇一二三四五六七八九]+)$/u.exec(printed)?.[1]?.replaceAll(' ', '') ?? 'mixed'
  return isUnit(unit) ? unit : 'mixed'
}
