import type { Amount, FiscalYear, Flag, Numbering, ParsedText, StageLabel } from '../model/finding.js'
import { classify, type NameClass, splitBody, tidyName } from './names.js'

/** Words that give an amount its stage and year, as they stand together: `令和3年度` + `要求・要望額`. */
export interface Label {
  readonly stage: StageLabel
  readonly year: FiscalYear | null
  readonly text: ParsedText
  readonly from: number
  readonly to: number
  /** A public body named with the label: 令和5年度補正予算額（AMED）. */
  readonly body: string | null
}

/** The words that stand before an amount and may name what it is for. */
export interface InlineName {
  readonly name: string
  readonly kind: NameClass
  readonly body: string | null
  readonly numbering: string | null
  readonly from: number
}

/** How an amount stands in brackets. pair: right behind another amount, `a(b)`; inner: in a bracket with words of its own;
 * none: in no bracket. */
export type Bracketed = 'pair' | 'inner' | 'none'

/** One amount with what its own text says about it. */
export interface Mention {
  readonly text: ParsedText
  readonly amount: Amount
  /** Position among the amounts of the text, 0-based. */
  readonly index: number
  readonly label: Label | null
  /** A year that stands before it without a stage. */
  readonly year: FiscalYear | null
  readonly name: InlineName | null
  readonly bracketed: Bracketed
  /** Clean text between the previous amount (or the start) and this one, and from this one to the next (or the end). */
  readonly before: string
  readonly after: string
  readonly flags: readonly Flag[]
}

/** The amounts of a text, each with its label, inline name, brackets and flags. */
export const mentionsOf = (text: ParsedText): Mention[] => {
  const amounts = text.findings.filter((finding) => finding.kind === 'amount')
  return amounts.map((amount, index) => {
    const start = amounts[index - 1]?.to ?? 0
    const end = amounts[index + 1]?.from ?? text.clean.text.length
    const label = labelBefore(text, start, amount) ?? labelBehind(text, amount, end)
    const before = text.clean.text.slice(start, amount.from)
    return {
      text,
      amount,
      index,
      label,
      year: label?.year ?? lastOf(yearsIn(text, start, amount.from)),
      name: nameBefore(text, start, label && label.from < amount.from ? label.from : amount.from),
      bracketed: bracketing(text.clean.text, start, amount, index > 0),
      before,
      after: text.clean.text.slice(amount.to, end),
      flags: text.findings.filter(
        (finding): finding is Flag => finding.kind === 'flag' && finding.from >= start && finding.to <= end,
      ),
    }
  })
}

/** The labels of a text that no amount of the same text follows: torn from their amounts. */
export const looseLabels = (text: ParsedText): Label[] =>
  text.findings.flatMap((finding, i) =>
    finding.kind === 'stage' ? [labelAt(text, finding, text.findings[i + 1]?.from ?? text.clean.text.length)] : [],
  )

const labelBefore = (text: ParsedText, start: number, amount: Amount): Label | null => {
  const stage = lastOf(
    text.findings.filter(
      (finding): finding is StageLabel =>
        finding.kind === 'stage' && finding.from >= start && finding.to <= amount.from,
    ),
  )
  if (!stage) return null
  const between = text.clean.text.slice(stage.to, amount.from)
  return isLabelGap(between) ? labelAt(text, stage, amount.from) : null
}

/** Between a label and its amount stand only marks, brackets, qualifiers or a body's name. */
const isLabelGap = (between: string): boolean => {
  const words = between
    .replace(/[([（〔【][^)\]）〕】]*[)\]）〕】]/gu, '')
    .replace(/[\s:：・,、()（）【】〔〕[\]※*=＝…‥]|約|最大|総額|計|合計|は|で|うち|の/gu, '')
  return words.length <= 10 && !/[ぁ-ん]{2,}|。/u.test(words)
}

/** `152億円(令和5年度補正予算・基金)`: the label stands in the bracket right behind the amount. */
const labelBehind = (text: ParsedText, amount: Amount, end: number): Label | null => {
  const open = /^\s*[（([〔【]/u.exec(text.clean.text.slice(amount.to, end))
  if (!open) return null
  const close = text.clean.text.slice(amount.to).search(/[)）\]〕】]/u)
  // a bracket that holds an amount of its own speaks of that amount
  if (amount.to + close > end) return null
  const stage = text.findings.find(
    (finding): finding is StageLabel =>
      finding.kind === 'stage' && finding.from >= amount.to && finding.to <= amount.to + close,
  )
  return stage ? labelAt(text, stage, stage.to) : null
}

const labelAt = (text: ParsedText, stage: StageLabel, end: number): Label => {
  const year =
    lastOf(yearsIn(text, Math.max(0, stage.from - 14), stage.from + 1)) ??
    yearsIn(text, stage.from, stage.to)[0] ??
    null
  const near = year && stage.from - year.to <= 3 ? year : null
  const behind = /^\s*[(（]\s*([^()（）]{1,24})\s*[)）]/u.exec(text.clean.text.slice(stage.to, end + 1))?.[1] ?? ''
  return {
    stage,
    year: near,
    text,
    from: near ? Math.min(near.from, stage.from) : stage.from,
    to: stage.to,
    body: classify(behind) === 'body' ? behind : null,
  }
}

const yearsIn = (text: ParsedText, from: number, to: number): FiscalYear[] =>
  text.findings.filter(
    (finding): finding is FiscalYear => finding.kind === 'year' && finding.from >= from && finding.from < to,
  )

const nameBefore = (text: ParsedText, start: number, end: number): InlineName | null => {
  const heads = text.findings.filter(
    (finding): finding is Numbering => finding.kind === 'numbering' && finding.from >= start && finding.to <= end,
  )
  const lastHead = lastOf(heads)
  const head =
    lastHead && start === 0 && lastHead.to <= end && !isRange(text.clean.text, heads)
      ? Math.max(start, behindMarks(heads, text.clean.text))
      : start
  const from = Math.max(head, lastRemark(text, start, end))
  const words = text.clean.text.slice(from, end)
  const inBracket = bracketName(words)
  const printed = inBracket ?? tidyName(stripLabels(words)).replace(ownOffice, '')
  if (printed === '') return null
  const { name, body } = splitBody(printed)
  const ordering = heads.findLast((head) => head.style !== 'bullet')
  return {
    name,
    kind: inBracket !== null && /[金費]$/u.test(inBracket) ? 'name' : classify(name),
    body,
    numbering: ordering?.printed ?? null,
    from: from + Math.max(0, words.indexOf(printed.slice(0, 2))),
  }
}

/** `第1章~第3章 合計`: the numbers are a part of the name. */
const isRange = (text: string, heads: readonly Numbering[]): boolean =>
  /^\s*[~〜～]/u.test(text.slice(heads[0]?.to ?? 0))

/** `本市の令和8年度一般会計`: whose budget and of what year is no part of the account's name. */
const ownOffice =
  /^本[市県町村区都府道]の(?:(?:令和|平成) ?(?:元|\d{1,2}) ?年度の?)?|^(?:令和|平成) ?(?:元|\d{1,2}) ?年度の?(?=(?:一般|特別|企業)会計$)/u

/** Where the last remark before the name ends (※…推計額含む, うち): a name begins behind it, if any words stand there. */
const lastRemark = (text: ParsedText, start: number, end: number): number => {
  const remarks = text.findings.filter(({ kind, from, to }) => kind === 'flag' && from >= start && to <= end)
  const behind = remarks.findLast(({ to }) => /[\p{L}]/u.test(text.clean.text.slice(to, end)))
  return behind && start > 0 ? behind.to : start
}

/** `【補助金】 9,500百万円`: the bracket before the amount is the name. */
const bracketName = (words: string): string | null => {
  const name = /^\s*(?:.*\s)?【([^【】]{2,30})】\s*[:：]?\s*$/u.exec(words)?.[1] ?? null
  return name === null || /^(?:新規|拡充|継続|再掲|一部再掲|内数|その他)$/u.test(name) ? null : name
}

/** Where the words begin behind the numbering marks at the head of the text. */
export const behindMarks = (heads: readonly Numbering[], text: string): number => {
  let at = 0
  for (const head of heads) if (text.slice(at, head.from).trim() === '') at = head.to
  return at
}

/** What leads to an amount and is no name: an opening bracket, qualifiers, うち, the rest of a closed pair. */
const stripLabels = (words: string): string =>
  words
    .replace(/^\s*[)）\]〕】>＞]+/u, '')
    .replace(/^(?:\s*[([（〔【][^()[\]（）〔〕【】]*[)\]）〕】])+/u, '')
    .replace(/(?:約|概ね|最大|総額|上限|年間|うち|内、)\s*$/u, '')
    .replace(/[([（〔【<＜\s:：・、,]+$/u, '')
    .replace(/^\s*(?:[([（〔【]\s*)?(?:うち|内訳|内|訳)[、,:：\s]*/u, '')
    .replace(/^[\s([（〔【、,・]+(?=[^)\]）〕】]*$)/u, '')

const bracketing = (text: string, start: number, amount: Amount, follows: boolean): Bracketed => {
  const before = text.slice(start, amount.from)
  if (follows && /^[\s*※＊]*[(（〔[]\s*(?:同)?$/u.test(before)) return 'pair'
  const opened = before.lastIndexOf('(') > before.lastIndexOf(')') || /[（〔[【][^）〕\]】]*$/u.test(before)
  return opened ? 'inner' : 'none'
}

const lastOf = <T>(values: readonly T[]): T | null => values.at(-1) ?? null
