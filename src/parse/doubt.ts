import { type CleanText, rawOf } from '../model/text.js'

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
  // a hyphen behind a blank may be a minus or a dash: 差額 -3億円
  (printed, before) => /\S\s+- ?$/u.test(before) && /^[0-9]/u.test(printed),
  // unmapped glyphs inside or beside
  (printed, before, after) => /[\ufffd\ue000-\uf8ff]/u.test(`${before.at(-1) ?? ''}${printed}${after[0] ?? ''}`),
]

/** More than this is no budget of Japan: its public debt is some 1,300 兆円. */
const largest = 2_000_000_000_000_000

/** `領域 1 5億円` may be 15億円 or the 5億円 of area 1. */
const isSplitPair = (clean: CleanText, from: number, to: number): boolean =>
  /^[0-9０-９][ \u3000][0-9０-９](?![0-9０-９ ,.])/u.test(rawOf(clean, from, to)) &&
  /\p{L}$/u.test(clean.text.slice(0, from)) &&
  !/(?:額|案|予算|要求|要望|補正|約|最大|上限)$/u.test(clean.text.slice(0, from))

export const isSure = (clean: CleanText, from: number, to: number, yen: number | null): boolean =>
  !isSplitPair(clean, from, to) &&
  (yen === null || Math.abs(yen) <= largest) &&
  !doubts.some((doubt) =>
    doubt(clean.text.slice(from, to), clean.text.slice(Math.max(0, from - 6), from), clean.text.slice(to, to + 2)),
  )
