import type { Direction } from '../model/line.js'
import { foldDigits } from './digits.js'
import { type Named, namedOf } from './names.js'
import { squeeze, stretchesOf } from './print.js'

/** A name of 款 or 項 that stands above a table. */
export interface Heading extends Named {
  readonly level: 'kan' | 'kou' | 'moku'
  /** The amount behind it, with its unit; null where none is printed. */
  readonly amount: string | null
}

const mark =
  /(?:第?\s*(\d+)\s*[(〔【［[]?([款項目])[)〕】］\]]?(?![款項目別]))|(?:[(〔【［[]?([款項目])[)〕】］\]]?[\s:：]*[(]?(\d+)[)]?)/gu
const ahead = /^[.．、\s]+/u
/** What stands between the names of a line, or opens the mark of the next one. */
const between = /(?:\s+[-－―–—→>＞・／/]+|[〔【［[])\s*$/u
/** What a page says that carries a table on: `（続き）`, `つづき`. */
const again = /\s*(?:[(〔【]\s*(?:続き?|つづき)\s*[)〕】]|(?<=\s)(?:続き|つづき))\s*$/u
const levels = { 款: 'kan', 項: 'kou', 目: 'moku' } as const
const amountAtEnd = /([△▲]?\s*[\d,]{1,})\s*([百十]?[千万]?円)?\s*$/u

/** The 款, 項 and 目 that a line names; those before another one may be but numbered, as in `２款１項１目 一般管理費`: `１款　市税　　２項　固定資産税`, `款 16. 県支出金　項 2. 県補助金`, `第１款　市税`. */
export const headingsIn = (text: string): Heading[] => {
  const folded = foldDigits(text).replace(/[(]?単位.*$/u, '')
  const marks = [...folded.matchAll(mark)]
  return marks
    .map((match, i) => {
      const rest = folded.slice(match.index + match[0].length, marks[i + 1]?.index ?? folded.length)
      const behind = /[\t\s]/u.test(rest) ? amountAtEnd.exec(rest) : null
      const amount = behind && (behind[2] || /\d,\d{3}/u.test(behind[0])) ? behind[0].trim() : null
      const { name } = namedOf([
        rest
          .slice(0, amount ? behind?.index : undefined)
          .replace(ahead, '')
          .replace(again, '')
          .replace(between, ''),
      ])
      const level = levels[(match[2] ?? match[3]) as keyof typeof levels]
      return { level, code: match[1] ?? match[4] ?? null, name, amount }
    })
    .filter(({ name }, i, all) => name !== '' || all.slice(i).some((below) => below.name !== ''))
}

const directionWords: readonly (readonly [RegExp, Direction])[] = [
  [/^(歳入|収入|(収益|資本)的収入)(予算|の部|予算書?明細書?|明細書?)?$|^歳入(?=第?\d+款)/u, 'revenue'],
  [/^(歳出|支出|(収益|資本)的支出)(予算|の部|予算書?明細書?|明細書?)?$|^歳出(?=第?\d+款)/u, 'expenditure'],
]

/** The side of the budget that a line heads: `（歳　入）`, `２　歳出`, `収益的支出`. */
export const directionIn = (text: string): Direction | null => {
  for (const stretch of [text, ...stretchesOf(text)]) {
    const word = foldDigits(squeeze(stretch))
      .replace(/^[(【〔]|[)】〕]$/gu, '')
      .replace(/^第?[\dⅠ-Ⅹ]+[.、)]?/u, '')
    const found = directionWords.find(([is]) => is.test(word))
    if (found) return found[1]
  }
  return null
}

const titles = /(?:(令和|平成)(元|\d+)年度)(.{0,24}?)((?:一般|特別|事業|企業)会計)/u
const eras = { 令和: 2018, 平成: 1988 } as const

/** What the title of a budget names: its fiscal year and its account. */
export interface Title {
  readonly fiscalYear: number
  readonly account: string
}

/** The year and the account in a title such as `令和６年度富士市一般会計予算`. */
export const titleIn = (text: string): Title | null => {
  const [, era, year, between = '', kind = ''] = titles.exec(foldDigits(squeeze(text))) ?? []
  if (era === undefined) return null
  const fiscalYear = eras[era as keyof typeof eras] + (year === '元' ? 1 : Number(year))
  return {
    fiscalYear,
    account: kind === '一般会計' ? kind : `${between.replace(/^.*?[市町村区県府都](?=.)/u, '')}${kind}`,
  }
}

const units: Readonly<Record<string, number>> = { 円: 1, 千円: 1000, 万円: 10_000, 百万円: 1_000_000 }

/** The unit, in yen, that a line states for the money of its tables: `（単位：千円）`, `金額（千円）`, or `千円` alone above a
 * column. */
export const unitIn = (text: string): number | null => {
  const word = foldDigits(squeeze(text))
  const [, stated] = /単位[:：]?([百]?[千万]?円)|^[^(\d]*[(]([百]?[千万]?円)[)]$/u.exec(word)?.filter(Boolean) ?? []
  const alone = stretchesOf(text).map(squeeze)
  return units[stated ?? (alone.every((one) => one === alone[0]) ? (alone[0] ?? '') : '')] ?? null
}
