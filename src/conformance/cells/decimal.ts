/** A number of any length and precision, `0.digits × 10^point`: no zeros at either end of the digits, none at all for 0. */
interface Decimal {
  readonly isNegative: boolean
  readonly digits: string
  readonly point: number
}

/** The canonical text of a decimal of XML Schema, with an exponent if it has one; null when the text is none. */
export const readDecimal = (text: string): string | null => {
  const decimal = parse(text)
  return decimal && print(decimal)
}

/** The order of two texts of `readDecimal`, INF, -INF or NaN. NaN is more than all. */
export const compareDecimals = (a: string, b: string): number => {
  const ranks = [a, b].map((text) => special[text] ?? 0)
  const [one, other] = [parse(a), parse(b)]
  if (!one || !other) return (ranks[0] ?? 0) - (ranks[1] ?? 0)
  if (one.isNegative !== other.isNegative) return one.isNegative ? -1 : 1
  return one.isNegative ? compareSizes(other, one) : compareSizes(one, other)
}

/** Values without digits, by how they sort among those that have some. */
const special: Readonly<Record<string, number>> = { '-INF': -1, INF: 1, NaN: 2 }

const parse = (text: string): Decimal | null => {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/u.exec(text)
  if (!parts) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  const all = whole + fraction
  if (all === '') return null
  const [start, end] = [firstDigit(all), lastDigit(all)]
  const digits = all.slice(start, end)
  if (digits === '') return { isNegative: false, digits, point: 0 }
  return { isNegative: sign === '-', digits, point: whole.length - start + Number(exponent) }
}

const firstDigit = (digits: string): number => {
  let at = 0
  while (digits[at] === '0') at += 1
  return at
}

// Not /0+$/, which begins anew at each of a million zeros.
const lastDigit = (digits: string): number => {
  let at = digits.length
  while (digits[at - 1] === '0') at -= 1
  return at
}

/** From how many digits before or behind the point on an exponent is written. */
const many = 1000

const print = ({ isNegative, digits, point }: Decimal): string => {
  const sign = isNegative ? '-' : ''
  if (digits === '') return '0'
  if (Math.abs(point) > many) return `${sign}0.${digits}e${point}`
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  const fraction = digits.slice(point)
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${fraction === '' ? '' : `.${fraction}`}`
}

const compareSizes = (a: Decimal, b: Decimal): number => {
  if (a.digits === '' || b.digits === '') return a.digits.length - b.digits.length
  if (a.point !== b.point) return a.point - b.point
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -1 : 1
}
