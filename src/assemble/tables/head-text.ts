/** Units, letters and formulas that heads of columns carry beside their words: `(千円)`, `(A)`, `C=A-B`, `B/A`. */
const unit = '[(（]?(?:単位[:：]?)?(?:百万|千万|億|兆|万|千)?円[)）]?'
const letter = '[A-ZＡ-Ｚ①-⑳]'
const formula = `[(（]?(?:${letter}[=＝])?${letter}(?:[-－−―/／÷+＋]${letter})*[)）]?`

const marks = new RegExp(`^(?:${unit}|${formula}|[ア-オ])$`, 'u')
const difference = new RegExp(`^[(（]?(?:${letter}[=＝])?${letter}[-－−―]${letter}[)）]?$`, 'u')
const behindWords = new RegExp(
  `(?<=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana})）%％])(?:[(（](?:単位[:：]?)?(?:百万|千万|億|兆|万|千)?円[)）]|${formula})$`,
  'u',
)

/** A head that is nothing but a unit, a letter or a formula; a bare difference says what its column is. */
export const isHeadMark = (text: string): boolean => marks.test(text) && !difference.test(text)

/** The words of a head: `伸率C/B` is 伸率, `令和7年度(千円)` is 令和7年度. */
export const headWordsOf = (text: string): string => {
  const words = text.replace(behindWords, '')
  return words === text || words === '' ? text : headWordsOf(words)
}
