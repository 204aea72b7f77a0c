/** Digits and signs of either width as ASCII, character by character, so that places in the text stay. Signs before a number
 * are △ or - whatever letter looks like them. */
export const foldDigits = (text: string): string =>
  text
    .replace(/[０-９，．（）％]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/(?<=^|\s)[▵∆Δ](?=\s?\d)/gu, '△')
    .replace(/(?<=^|\s)[－–‐\u00ad](?=\d)/gu, '-')

/** What a cell of money prints: a number in the unit of its table, a mark for none, or something else. */
export type CellNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'nil' }
  | { readonly kind: 'unreadable' }

/** A number is either grouped by threes or not grouped at all: anything else has lost or gained a digit. */
const number = /^([△▲−-]?)(\d{1,3}(?:,\d{3})+|\d+)$/u
const nil = /^[-－―−‐─ー…・]+$/u

/** A dash far before a number is nothing at all in the column before it, and no sign. */
const dashApart = /^\s*[-－―−‐─](?:\t|\s{2})/u

/** Reads the text of a cell of money, its blanks left out: `△ 21,382` is -21382, `－` is nothing at all. */
export const readCell = (text: string): CellNumber => {
  if (dashApart.test(text) && /\d/u.test(foldDigits(text))) return { kind: 'unreadable' }
  const folded = foldDigits(text.replace(/\s/gu, ''))
  if (nil.test(folded)) return { kind: 'nil' }
  const [, sign, digits] = number.exec(folded) ?? []
  if (digits === undefined) return { kind: 'unreadable' }
  const value = Number(digits.replaceAll(',', ''))
  if (!Number.isSafeInteger(value)) return { kind: 'unreadable' }
  return { kind: 'number', value: sign === '' || value === 0 ? value : -value }
}

/** Whether a number, its digits apart or together, is grouped by threes. */
export const isGrouped = (text: string): boolean => /\d,\d{3}/u.test(foldDigits(text.replace(/\s/gu, '')))
