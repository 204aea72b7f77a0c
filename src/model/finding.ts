import type { CleanPage, CleanText } from './text.js'
import type { Morpheme } from './token.js'

interface Span {
  /** Positions in the clean text. */
  readonly from: number
  readonly to: number
}

export type SignMark = 'none' | '△' | '▲' | '−' | '-' | '+' | '（）'
export type UnitPrinted = '円' | '千円' | '万円' | '百万円' | '千万円' | '億円' | '兆円' | 'mixed'

/** A printed amount of money, or 事項要求 in its place. */
export interface Amount extends Span {
  readonly kind: 'amount'
  readonly status: 'numeric' | 'zero' | 'numeric_plus_unpriced' | 'unpriced' | 'unreadable'
  /** Integer yen, negative for decreases; the lower bound of a range; null when unpriced or unreadable. */
  readonly yen: number | null
  readonly yenMax: number | null
  /** Value in yen of the last printed digit. */
  readonly precision: number | null
  readonly unit: UnitPrinted | null
  readonly sign: SignMark
  readonly approx: '約' | '程度' | '最大' | '上限' | '以上' | '以下' | '未満' | '+α' | null
  /** Printed scale of support (/年, /課題, ×10年, 1機関・), or null. */
  readonly scale: string | null
  /** Whether the digits were sure: false when glyphs were odd (kanji inside digits, a two-digit group). */
  readonly sure: boolean
}

/** Digits without a money unit, which a unit caption may turn into money. */
export interface PlainNumber extends Span {
  readonly kind: 'number'
  /** Digits and the power of ten of the last one: 1,234.5 is 12345 and -1. */
  readonly digits: number
  readonly exponent: number
  readonly sign: SignMark
  /** Whether the digits were sure, as for amounts. */
  readonly sure: boolean
}

export interface FiscalYear extends Span {
  readonly kind: 'year'
  /** Western year of the start, e.g. 令和3年度 -> 2021. */
  readonly year: number
  /** Whether 年度 (a fiscal year) is printed and not just 年. */
  readonly fiscal: boolean
}

export type Stage =
  | 'request'
  | 'supplementary_request'
  | 'draft'
  | 'supplementary_draft'
  | 'enacted'
  | 'supplementary'
  | 'provisional'
  | 'revised'
  | 'current_appropriation'
  | 'executed'

export type RequestFrame = 'request' | 'wish' | 'request_and_wish' | 'priority_frame' | 'special_frame'

/** Words that say what stage an amount belongs to: 要求・要望額, 予算額(案), 前年度予算額, 第2次補正予算額 … */
export interface StageLabel extends Span {
  readonly kind: 'stage'
  readonly stage: Stage
  /** 前年度, 前回: the year before the one in force. */
  readonly previous: boolean
  readonly supplementaryNo: number | null
  readonly requestFrame: RequestFrame | null
  /** 予算額 without 案 may be shorthand: false where the words alone do not settle the stage. */
  readonly sure: boolean
}

/** A unit stated apart from its numbers: （単位：百万円）. */
export interface UnitCaption extends Span {
  readonly kind: 'unit'
  readonly unit: UnitPrinted
}

export type FlagName =
  | 'new'
  | 'reposted'
  | 'partly_reposted'
  | 'part_of'
  | 'pool'
  | 'includes_estimate'
  | 'is_estimate'
  | 'fund'
  | 'includes_digital_agency'
  | 'is_digital_agency'
  | 'excludes_digital_agency'
  | 'special_account_included'
  | 'reclassified'
  | 'ended'
  | 'change'
  | 'commitment'
  | 'outyear'
  | 'contract'

export interface Flag extends Span {
  readonly kind: 'flag'
  readonly name: FlagName
}

/** List mark, circled number or numbering at the head of a text: `○`, `①`, `2-1.`, `IV`, `(3)`. */
export interface Numbering extends Span {
  readonly kind: 'numbering'
  /** As printed without spaces. */
  readonly printed: string
  /** 'bullet' says nothing of order; the rest order a list. */
  readonly style: 'bullet' | 'circled' | 'decimal' | 'roman' | 'bracketed' | 'section'
}

export type Finding = Amount | PlainNumber | FiscalYear | StageLabel | UnitCaption | Flag | Numbering

/** parse -> assemble. */
export interface ParsedText {
  readonly clean: CleanText
  /** In order of `from`; they do not overlap. */
  readonly findings: readonly Finding[]
  readonly morphemes: readonly Morpheme[] | null
}

export interface ParsedPage extends Omit<CleanPage, 'texts'> {
  readonly texts: readonly ParsedText[]
}
