import { foldDigits } from './digits.js'

/** A name apart from the number before it. */
export interface Named {
  readonly code: string | null
  readonly name: string
}

/** `1 市税`, `16.県支出金`, `(1)営業収益`, `１款`: a number of 款, 項, 目 or 節 needs nothing behind it. */
const numbered = /^[(]?(\d{1,4})[)]?[.、,\s]*(?=[^\d\s.,)])/u
/** In 説明 digits may begin a name, as in `24時間電話相談`, so a gap or a dot must follow the number. */
const spaced = /^[(]?(\d{1,8}(?:-\d{1,4})*)(?:[)][\s.、]*|[.、]\s*(?!\d)|\s+)(?=[^\s])/u
const marks = /^[\s○◯〇●◎◉◇◆□■▪▫▶▷►▽▼・･•◦※＊★☆]+/u
/** Numbers in a circle or in brackets that are one letter. */
const circled = /^[①-⑳⑴-⒇]/u
const uncircled = (letter: string): string => `${letter.normalize('NFKC').replace(/\D/gu, '')}) `
/** What is said of a 目 or 節 that ends or is new. */
const ended = /[(（](?:廃[款項目節]|新[款項目節]|新設|廃止)[)）]/gu

/** The name that lines of a cell print, with its number apart; a line of digits alone is the number. */
export const namedOf = (lines: readonly string[]): Named => {
  const alone = lines.findIndex((line) => lines.length > 1 && /^[(]?\d{1,4}[).]?$/u.test(foldDigits(line.trim())))
  const texts = alone === -1 ? lines : lines.toSpliced(alone, 1)
  const { code, name } = parted(texts.join(' '), numbered)
  return { code: alone === -1 ? code : foldDigits(lines[alone] as string).replace(/\D/gu, ''), name }
}

/** The same for the lines of a 説明. */
export const describedOf = (lines: readonly string[]): Named => parted(lines.join(' '), spaced)

const parted = (text: string, number: RegExp): Named => {
  const open = text.replace(marks, '').replace(ended, '').replace(circled, uncircled)
  const match = number.exec(foldDigits(open))
  return { code: match?.[1] ?? null, name: closed(open.slice(match?.[0].length ?? 0)) }
}

/** Without the blanks that fill a cell; those between Latin words stay, as one. */
const closed = (text: string): string =>
  text
    .trim()
    .replace(/(.)\s+(?=(.))/gu, (_, before: string, after: string) =>
      /[A-Za-z]/u.test(before) && /[A-Za-z]/u.test(after) ? `${before} ` : before,
    )

/** Whether the name of a 款, 項, 目, 節 or part holds what is printed of money only: the columns were not parted right. */
export const holdsMoney = (name: string): boolean => /\d,\d{3}|[△▲]\d/u.test(foldDigits(name))
