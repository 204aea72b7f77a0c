/** A printed percent as an integer and a power of ten: 20.7 is 207 with one decimal. */
export interface Percent {
  readonly digits: bigint
  readonly decimals: number
}

/** What a cell of a percent column says. new: 皆増, nothing before; ended: 皆減, nothing now. */
export type PercentCell = Percent | 'new' | 'ended' | null

const words: readonly { readonly word: RegExp; readonly says: 'new' | 'ended' }[] = [
  { word: /皆増|新規/u, says: 'new' },
  { word: /皆減|廃止|廃目/u, says: 'ended' },
]

const number = /^[(（]?([△▲−－\-+＋]?)(\d+)(?:[.．](\d+))?[%％]?(増|減)?[)）]?$/u
const minus: ReadonlySet<string> = new Set(['△', '▲', '−', '－', '-'])

/** Reads `5.2`, `△20.7`, `2.7%増`, `皆増`; null for blank, dashes and all else. */
export const readPercent = (text: string): PercentCell => {
  const plain = text
    .replace(/[\s,，]+/gu, '')
    .replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const match = number.exec(plain)
  if (!match) return words.find(({ word }) => word.test(plain))?.says ?? null
  const [, mark = '', whole = '', fraction = '', direction] = match
  const digits = BigInt(whole + fraction)
  return { digits: minus.has(mark) || direction === '減' ? -digits : digits, decimals: fraction.length }
}

/** `20.7`, `-5`: as `readPercent` reads it. */
export const printPercent = ({ digits, decimals }: Percent): string => {
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0')
  const cut = text.length - decimals
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${decimals > 0 ? `.${text.slice(cut)}` : ''}`
}

/** An amount in yen with the value of its last printed digit. */
export interface Printed {
  readonly yen: number
  readonly grain: number
}

/** Whether `percent` (more `plus` hundred) is what `part` is of `whole`. ok: it is, when each of the three may be rounded to
 * its last digit; rounding: only if the last digit of the percent was cut off or mended so that a column makes 100. Null
 * where the whole is not above its own rounding. */
export const fitPercent = (
  percent: Percent,
  part: Printed,
  whole: Printed,
  plus: 0 | 100 = 0,
): 'ok' | 'rounding' | 'mismatch' | null => {
  if (2 * whole.yen <= whole.grain) return null
  const scale = 10n ** BigInt(percent.decimals)
  // Everything doubled, so that half of a last digit is an integer.
  const printed = 2n * (percent.digits + BigInt(plus) * scale)
  const [least, most] = [doubled(part, -1), doubled(part, 1)]
  const [small, large] = [doubled(whole, -1), doubled(whole, 1)]
  const within = (slack: bigint): boolean =>
    times(printed - slack, small, large, 'least') <= 200n * scale * most &&
    times(printed + slack, small, large, 'most') >= 200n * scale * least
  return within(1n) ? 'ok' : within(2n) ? 'rounding' : 'mismatch'
}

const doubled = ({ yen, grain }: Printed, side: 1 | -1): bigint => 2n * BigInt(yen) + BigInt(side) * BigInt(grain)

/** `ratio` times a whole that lies between `small` and `large`: the least or the most that it can be. */
const times = (ratio: bigint, small: bigint, large: bigint, end: 'least' | 'most'): bigint =>
  ratio * (ratio < 0n === (end === 'least') ? large : small)
