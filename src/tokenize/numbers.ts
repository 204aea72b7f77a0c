import { entry, type Vocabulary } from './vocabulary.js'

const digits = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const sign = '(?:[△▲] ?|[−+-])?'

/** What a number in a cell begins behind: the edge, a gap, a word (`取崩△ 680,000`), another number's bracket or a mark. */
const start = '(?<=^|[\\t(]|(?<![\\d△▲]) |[\\p{L})](?<!(?:令和|平成|昭和|第|[A-Za-zア-ン])))'
/** And where it ends: the edge, a gap between values, a bracket or the mark of a footnote. */
const end = '(?=[ \\t]*(?:$|\\t|[()〔〕\\[\\]]|[※*]|[+及]び?事項))'

/** Digits without a unit; the scanner asks for them only in table cells. A bracket around one is part of it. */
export const numbers: Vocabulary = {
  kind: 'number',
  hint: /\d/u,
  entries: [entry('', `(?:[(〔\\[] ?${sign}${digits} ?[)〕\\]]|${start}${sign}${digits})${end}`)],
}
