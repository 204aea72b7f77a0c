import type { LineColumn } from '../model/line.js'
import { foldDigits } from './digits.js'
import { squeeze } from './print.js'

/** What a column of a budget book holds. names: 款, 項 or 目, or several of them told apart by indent and number; funds
 * stand in columns of money like all others. */
export type Meaning =
  | { readonly kind: 'names'; readonly levels: readonly TreeLevel[] }
  | { readonly kind: 'money'; readonly column: LineColumn }
  | { readonly kind: 'setsu' }
  | { readonly kind: 'amount' }
  | { readonly kind: 'description' }
  /** Parts of a hundred, which are no money. */
  | { readonly kind: 'ratio' }
  /** A fiscal year that stands for the budget of that year. */
  | { readonly kind: 'year'; readonly year: number }

export type TreeLevel = 'kan' | 'kou' | 'moku'

interface Word {
  readonly is: RegExp
  readonly meaning: Meaning
}

const names = (is: RegExp, ...levels: TreeLevel[]): Word => ({ is, meaning: { kind: 'names', levels } })
const money = (is: RegExp, column: LineColumn): Word => ({ is, meaning: { kind: 'money', column } })

/** The words of column heads, in the order in which they are tried; blanks and brackets are left out before. */
const words: readonly Word[] = [
  names(/^(款・?項・?目|科目)$/u, 'kan', 'kou', 'moku'),
  names(/^款・?項$/u, 'kan', 'kou'),
  names(/^項・?目$/u, 'kou', 'moku'),
  names(/^款(名|別)?$/u, 'kan'),
  names(/^項$/u, 'kou'),
  names(/^目$/u, 'moku'),
  { is: /^(細?節)?(区分|名称|科目)$|^細?節名?称?$|^節(・|及び)細節$/u, meaning: { kind: 'setsu' } },
  { is: /^(細?節)?の?(予算)?金額$/u, meaning: { kind: 'amount' } },
  {
    is: /^(説明|備考|摘要|附記|付記|説明(及び|・)?(積算(の?基礎)?|内訳)|(説明)?(事業名?|事項|内容|事業内容|区分名)|(事業|予算)(別|の|名)?・?説明|説明(欄|[・及並].{1,8})|積算(の?基礎|内訳))$/u,
    meaning: { kind: 'description' },
  },
  money(/^(補正前|既決|既定|補正前予算|既決予算|既決予定|既定予算)(の?額)?$/u, 'before'),
  money(/^補正(予算|予定)?額?$/u, 'supplement'),
  money(/^(計|合計|補正後(予算)?の?額?)$/u, 'after'),
  money(/^(前年度|前年|昨年度)(の?(当初|最終|現計|補正後))?(予算|予定)?(の?現?額)?$/u, 'previous'),
  money(
    /^(本年度|当年度|本年|今年度)?(の?当初)?(予算|予定)額$|^(本年度|当年度|今年度)(当初)?(予算)?(の?額)?$/u,
    'current',
  ),
  money(
    /^(対?前年度?(との)?)?(比較|増減|差引|増[△▲]減|比較増減|比較増[△▲]減|差引増減|差引増[△▲]減)[△▲]?額?$/u,
    'change',
  ),
  money(/^(国庫?|[都道府県]|国庫?(支出金)?(・|及び)?[都道府県])(支出|補助)金?等?$/u, 'national_prefectural'),
  money(/^(地方|[都道府県市区町村]|企業|組合)債等?$|^起債$/u, 'bond'),
  money(/^その他(の?特定財源|の?財源)?$/u, 'other'),
  money(/^(一般財源等?|一財)$/u, 'general'),
  { is: /^構成比率?$|^構成割合$|^(対前年度?)?(増減|伸び?)率$|^対前年度?比率?$/u, meaning: { kind: 'ratio' } },
]

/** Sources of money with columns of their own in some books, which others sum up as その他. Rows of revenue have these names too. */
const sources =
  /^(分担金(及び|・)?負担金|負担金|使用料(及び|・)?手数料|財産収入|寄[附付]金|(基金)?繰入金|繰越金|諸収入|(その他)?特定財源)$/u

export const isOtherSource = (stack: readonly string[]): boolean =>
  stack.some((_, from) => sources.test(bare(stack.slice(from).join(''))))

/** A year without its era is one of the present era. */
const years = /^(令和|平成|[RH]|(?=\d+年度))(元|\d{1,2})年?度?(当初)?(予算|予定)?(の?額)?$/u
const eras = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, '': 2018 } as const

/** Remarks that heads carry behind their word: `本年度予算額（Ａ）`, `金額（千円）`, `比較(A)-(B)`. */
const remarks = /[(][^)]*[)]|[%％]$|[-－]?[A-CＡ-Ｃ]([-－−][A-CＡ-Ｃ])?$|[百千万]?円$/gu

const bare = (text: string): string =>
  foldDigits(squeeze(text))
    .replace(remarks, '')
    .replace(/[-－−]$/u, '')
    .replace(/[･·、,]/gu, '・')

/** The meaning of a head, or null for words that no column of a budget book has. */
export const meaningOf = (text: string): Meaning | null => {
  const word = bare(text)
  const [, era, year] = years.exec(word) ?? []
  if (era !== undefined)
    return { kind: 'year', year: eras[era as keyof typeof eras] + (year === '元' ? 1 : Number(year)) }
  return words.find(({ is }) => is.test(word))?.meaning ?? null
}

/** The meaning of a head of several printed lines, outermost first: all of them as one, or the last ones of them. */
export const meaningOfStack = (lines: readonly string[]): Meaning | null => {
  for (let from = 0; from < lines.length; from++) {
    const meaning = meaningOf(lines.slice(from).join(''))
    if (meaning) return meaning
  }
  return null
}

/** Words that group columns and have no meaning of their own. */
const groupWords = /^(節|説|明|(本年度|補正)?(予算)?額?の?財源内訳|特定財源|財源内訳)$/u

/** Whether a text may stand in a head, alone or above others. */
export const isHeadWord = (text: string): boolean => meaningOf(text) !== null || groupWords.test(bare(text))

/** No word of a head has more letters. */
const LONGEST = 16

/** The words of heads that a text without blanks is made of, the longest first; none where anything else stands in it. */
export const headWordsIn = (text: string): string[] => {
  const words: string[] = []
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + LONGEST)
    while (to > from && !isHeadWord(text.slice(from, to))) to--
    if (to === from) return []
    words.push(text.slice(from, to))
    from = to
  }
  return words
}

/** The columns of funding sources (財源内訳). */
export const funds: ReadonlySet<LineColumn> = new Set(['national_prefectural', 'bond', 'other', 'general'])
