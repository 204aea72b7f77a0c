import type { Mention } from '../mentions.js'
import { withoutBrackets } from '../names.js'

/** The words around an amount inside its sentence. */
export interface Frame {
  /** From the amount before (or the last point) to this one, without the rest of a bracket that closes in between. */
  readonly lead: string
  /** The words between the bracket that holds the amount and the amount; null outside of brackets. */
  readonly inner: string | null
  /** From the amount to the next one. */
  readonly after: string
  /** From the amount to the end of its sentence, without brackets. */
  readonly tail: string
  /** From the head of the sentence to the amount, without brackets. */
  readonly opening: string
}

export const frameOf = ({ text, amount, index, before, after }: Mention): Frame => {
  const { text: printed } = text.clean
  const lead = before.slice(closedBefore(before)).replace(index > 0 ? /^\s*[(（][^()（）]*[)）]/u : '', '')
  const open = openBracket(lead)
  return {
    lead: lead.slice(lead.lastIndexOf('。') + 1),
    inner: open === null ? null : lead.slice(open + 1),
    after,
    tail: withoutBrackets(/^[^。]*/u.exec(printed.slice(amount.to))?.[0] ?? ''),
    opening: withoutBrackets(/[^。]*$/u.exec(printed.slice(0, amount.from))?.[0] ?? ''),
  }
}

/** Where the words begin behind a bracket that was opened before them. */
const closedBefore = (words: string): number => {
  const close = words.search(/[)）]/u)
  return close >= 0 && !/[(（]/u.test(words.slice(0, close)) ? close + 1 : 0
}

const openBracket = (words: string): number | null => {
  const open = Math.max(words.lastIndexOf('('), words.lastIndexOf('（'))
  return open >= 0 && !/[)）]/u.test(words.slice(open)) ? open : null
}
