import type { CleanText } from '../model/text.js'

/** Reasons to doubt the digits of an amount: glyphs that a broken font map turned into others. */
const doubts: readonly ((printed: string, before: string, after: string) => boolean)[] = [
  // groups of other than three digits: 1,23億円
  (printed) => /\d,(?!\d{3}(?!\d))/.test(printed) || /\d{4},/.test(printed),
  // a zero that leads more digits: 0,737百万円
  (printed) => /(?<![\d.,])0[\d,]/.test(printed),
  // the number goes on to the left: 監,0,737 or 4盤,監盤737 or 1、234
  (_, before) => /(?:\d|\d\p{Script=Han}),(?:\p{Script=Han}){0,2} ?$/u.test(before) || /\d[、．.]$/u.test(before),
  // a digit and a gap before it: `4 1億円` may be 41億円
  (printed, before) => /(?<![0-9])[0-9] $/u.test(before) && /^[0-9](?![0-9])/u.test(printed),
  // unmapped glyphs inside or beside
  (printed, before, after) => /[\ufffd\ue000-\uf8ff]/u.test(`${before.at(-1) ?? ''}${printed}${after[0] ?? ''}`),
]

/** More than this is no budget of Japan: its public debt is some 1,300 兆円. */
const largest = 2_000_000_000_000_000

export const isSure = ({ text }: CleanText, from: number, to: number, yen: number | null): boolean =>
  (yen === null || Math.abs(yen) <= largest) &&
  !doubts.some((doubt) => doubt(text.slice(from, to), text.slice(Math.max(0, from - 6), from), text.slice(to, to + 2)))
