import { foldDigits } from './digits.js'
import type { NumberPrint } from './numbers.js'
import { squeeze } from './print.js'

/** Where on a sheet a number stands: in a head, a column, beside the tables or above and below all of them. */
export type Zone = 'head' | 'names' | 'money' | 'description' | 'ratio' | 'outside' | 'margin'

/** Numbers of a book that are no money. */
export type NoFigure = 'head' | 'year' | 'page' | 'percent' | 'count' | 'basis' | 'code' | 'word'

interface Kind {
  readonly kind: NoFigure
  readonly is: (number: NumberPrint, zone: Zone) => boolean
}

const grouped = /\d,\d{3}/u
const isPlain = ({ text }: NumberPrint): boolean => !grouped.test(foldDigits(text))
const moneyBehind = /^\s?(?:[百十]?[千万億])*円/u
const factors = /[×xX*＊÷@＠/／=＝]/u
const letter = /^[\p{L}㎡㎥℃]/u

/** In the order in which they are tried. */
const kinds: readonly Kind[] = [
  { kind: 'head', is: (_, zone) => zone === 'head' },
  { kind: 'year', is: ({ before, after }) => /(?:令和|平成|昭和)\s?$/u.test(before) || /^\s?年/u.test(after) },
  { kind: 'page', is: (number, zone) => isPlain(number) && isPage(number, zone) },
  { kind: 'percent', is: ({ after }, zone) => zone === 'ratio' || /^\s?[%％‰割]/u.test(after) },
  { kind: 'basis', is: ({ before, after }) => factors.test(before) || factors.test(after) },
  { kind: 'count', is: ({ after }) => letter.test(after) && !moneyBehind.test(after) },
  { kind: 'code', is: (number, zone) => isPlain(number) && isCode(number, zone) },
  { kind: 'word', is: (number, zone) => zone !== 'money' && isPlain(number) && isInWord(number) },
]

/** What a number is that is no money; null for one that may be money. */
export const noFigure = (number: NumberPrint, zone: Zone): NoFigure | null =>
  kinds.find(({ is }) => is(number, zone))?.kind ?? null

/** Between dashes anywhere, or alone above or below all tables. */
const isPage = ({ print, text }: NumberPrint, zone: Zone): boolean => {
  const [line, digits] = [foldDigits(squeeze(print.text)), foldDigits(text).replace(/\D/gu, '')]
  return dashed(digits).test(line) || (zone === 'margin' && line === digits && digits.length <= 4)
}

const dashed = (digits: string): RegExp => new RegExp(`[-－―−‐─]${digits}[-－―−‐─]`, 'u')

/** A number of a row stands alone in a column of names, or before words. */
const isCode = ({ before, after }: NumberPrint, zone: Zone): boolean =>
  zone !== 'money' &&
  (/^[(第○◯〇●◎◆■◇□・\s\d-]*$/u.test(before) || levelBefore.test(before)) &&
  (zone === 'names' || /^[).．、:\s-]*\S/u.test(after))

/** 款, 項 or 目 before its number: `(款) 2`. */
const levelBefore = /(?:^|[\s(])[款項目][)]?[\s:：]*$/u

const isInWord = ({ before, after }: NumberPrint): boolean =>
  (/[\p{L}(（・]\s?$/u.test(before) || /^[)）]/u.test(after)) && !moneyBehind.test(after)
