import { ideographOf, radicals } from '../model/radicals.js'
import { gapRules } from './gaps.js'
import { inOrder, type Rule, replaceCharacters, untilStable } from './traced.js'
import { dashesBeforeDigits, foldWidth, widths } from './widths.js'

/** Repairs of single characters. They delete nothing and never make digits of ①, ² or ⒈. */
export const foldCharacters: Rule = inOrder([
  replaceCharacters(radicals, ideographOf),
  replaceCharacters(widths, foldWidth),
  replaceCharacters(dashesBeforeDigits, () => '-'),
])

/** All repairs of a text in their order. Repairing twice is repairing once; only spaces and tabs are ever dropped. */
export const repair: Rule = inOrder([foldCharacters, untilStable(inOrder(gapRules))])

/** `repair` for a bare string. */
export const repairText = (text: string): string =>
  repair({ text, origins: Array.from({ length: text.length }, () => null) }).text
