import { dropGaps, type Rule } from './traced.js'

const letter = '\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー々〆'
const moneyUnit = '(?:兆|億|百万|千万|万|千|円|%)'

/** A run of digits set one by one: `3 ,5 7 3 億円`, `5 5 億円`, `7 .5 %`. */
const spacedDigits = dropGaps(
  new RegExp(`(?<![\\d.,]|\\d )\\d(?:(?: ?[.,] ?| )\\d)+(?! ?[.,]?\\d) ?${moneyUnit}`, 'gu'),
  (match, at, text) => {
    const digits = match.replace(/[^\d.,]/g, '')
    const even = /\d $/.test(match.replace(new RegExp(`${moneyUnit}$`), ''))
    return isNumber(digits) && (even || digits.length > 2 || leadsToAmount.test(text.slice(0, at)))
  },
)

/** Two digits and a gap may be numbering and an amount (`1 5億円`), but not behind a label, a bracket or a mark, and hardly
 * behind a word and a space. */
const leadsToAmount = /(?:(?:額|案\)?|予算|要求|要望|補正|約|最大|上限|[(（〔[:：~])\s*|[\p{L})）」』] +)$/u

/** The same where nothing but the number stands in its cell: `１ ０ １`. */
const loneDigits = dropGaps(/(?<![^\t])[△▲-]? ?\d(?:(?: ?[.,] ?| )\d){2,}(?![^\t])/gu, (match) =>
  isNumber(match.replace(/[^\d.,]/g, '')),
)

/** A space before the comma of a number: `1 ,234百万円`, and before its decimal point: `4 .5億円`. A space after the
 * comma alone is how a list is printed. */
const splitGroups = dropGaps(
  new RegExp(`(?<![\\d.,])\\d{1,3}(?: ?, ?\\d{3})*(?:(?: , ?)\\d{3})(?:,\\d{3})*(?: ?\\.\\d+)? ?${moneyUnit}`, 'gu'),
)
const splitCommas = dropGaps(/(?<=\d) ,\d{3}(?!\d)/gu)
const splitDecimals = dropGaps(new RegExp(`(?<=\\d) \\.\\d+ ?${moneyUnit}`, 'gu'))

/** Single characters at even gaps (均等割付): `文   書   費`, `令 和 6 年 度`. */
const evenNames = dropGaps(
  new RegExp(`(?<![^\\s()])[${letter}\\d](?:[ \\t]+[${letter}\\d,.()~・]){2,}(?![^\\s()])`, 'gu'),
  (match) => isEven(match) && isName(match.split(/[ \t]+/)),
)
const evenPairs = dropGaps(
  new RegExp(`(?<=(?:^|[\\t(]) *)[${letter}][ \\t]+[${letter}](?= *(?:[\\t)]|$))`, 'gu'),
  (match) => isName(match.split(/[ \t]+/)),
)

/** `3億 円`, `百 万 円` after digits. */
const splitUnits = dropGaps(/(?<=\d)(?: ?[兆億千百万])+ 円/gu)

/** What a producer puts between Japanese and digits or Latin; wider gaps are columns and stay. */
const scripts = dropGaps(
  new RegExp(`(?<=[${letter}。、]) {1,2}(?=[0-9A-Za-z△▲])|(?<=[0-9A-Za-z%]) {1,2}(?=[${letter}])`, 'gu'),
  (_, at, text) => !endsNumbering(text, at),
)
const brackets = dropGaps(
  new RegExp(
    `(?<=[(〔【「]) +|(?<=\\S) +(?=[)〕】」])|(?<=[${letter}0-9%)〕】]) {1,2}(?=[(〔【])|(?<=[)〕】]) {1,2}(?=[${letter}0-9])`,
    'gu',
  ),
  (_, at, text) => !endsNumbering(text, at),
)

/** In the order in which they are applied: digits and names while their gaps still show how they were set. */
export const gapRules: readonly Rule[] = [
  brackets,
  evenNames,
  evenPairs,
  spacedDigits,
  loneDigits,
  splitGroups,
  splitCommas,
  splitDecimals,
  splitUnits,
  scripts,
]

const isNumber = (digits: string): boolean => /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(digits)

const isEven = (match: string): boolean => {
  const sizes = [...match.matchAll(/[ \t]+/g)].map(([gap]) => gap.length)
  return Math.max(...sizes) <= 1.5 * Math.min(...sizes)
}

/** Not the heads of budget columns (款 項 目 節), not a row of numerals, at least two letters. */
const isName = (characters: readonly string[]): boolean => {
  const letters = characters.filter((character) => !/[\d,.()~・]/.test(character))
  return (
    letters.length >= 2 &&
    !letters.every((c) => '款項目節'.includes(c)) &&
    !letters.every((c) => '一二三四五六七八九十'.includes(c))
  )
}

const numbering =
  /^[○●◆◇■□▶◎・*✓→⇒\s-]*(?:[0-9]{1,2}(?:[-.][0-9]{1,2})*|[IVX]{1,4}|[A-Z]|[アイウエオ]|[(] *[^()\s]{1,3} *[)])$/u
const counter =
  /^ *(?:年|月|日|兆|億|万|百|千|円|件|人|名|課題|拠点|か[国年月所]|ヶ|カ|ヵ|ケ|つ|回|点|機関|校|社|団体|大学|倍|割|分の|号|次|期|級|位|歳|時|%)/u

/** The gap after numbering at the head of a text is what tells it from a number: `1 学際領域`, not `10 年で`. */
const endsNumbering = (text: string, at: number): boolean =>
  at < 12 && numbering.test(text.slice(0, at)) && !counter.test(text.slice(at))
