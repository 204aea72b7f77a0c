import type { CleanText } from './text.js'

/** What a stretch of clean text is, before it is given a value. Tokens do not overlap and stand in order.
 * money: digits (or kanji digits) with a money unit, with its sign, range and mixed units, e.g. `1兆1,850億円`, `5百万円～1億円`;
 * unpriced: 事項要求; number: digits without a money unit; year: 令和3年度, R3, 2021年度; label: words that name a stage,
 * e.g. `要求・要望額`, `前年度予算額`, `第2次補正予算額(案)`; unit: `（単位：百万円）`; qualifier: 約, 程度, 最大, +α;
 * scale: /年, /課題, ×10年, 1拠点あたり; flag: 新規, 再掲, うち, 推計額含む …; change: 増, 減, 皆増, 増△減額;
 * mark: list marks, circled numbers and numbering at the head of a line. */
export type TokenKind =
  | 'money'
  | 'unpriced'
  | 'number'
  | 'year'
  | 'label'
  | 'unit'
  | 'qualifier'
  | 'scale'
  | 'flag'
  | 'change'
  | 'mark'

export interface Token {
  readonly kind: TokenKind
  /** Which entry of the vocabulary matched, e.g. `previous`, `request_and_wish`; '' where the kind says all. */
  readonly name: string
  readonly from: number
  readonly to: number
}

/** A word as kuromoji cuts it. */
export interface Morpheme {
  readonly from: number
  readonly to: number
  /** 品詞, e.g. 名詞, 助詞, 動詞. */
  readonly part: string
  /** 品詞細分類1, e.g. サ変接続, 格助詞. */
  readonly detail: string
}

/** tokenize -> parse. */
export interface TokenisedText {
  readonly clean: CleanText
  readonly tokens: readonly Token[]
  /** Only where something hangs on the grammar of the Japanese around an amount; null otherwise. */
  readonly morphemes: readonly Morpheme[] | null
}
