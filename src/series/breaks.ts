import { nameKey } from '../model/name-key.js'
import { yenText } from '../model/yen-text.js'
import { areOneSum, type Print } from './prints.js'

/** Where a series does not carry on as it should. */
export const breakRules = {
  previous_differs: 'A later document compares with another amount than was printed then.',
  draft_changed: 'The enacted amount is not that of the draft.',
  restated: 'Two documents print different amounts for this year and stage.',
  reclassified: 'The amount is recast to the structure of a later year (組替え).',
  renamed: 'The programme has another name than before; the alias table links them.',
} as const satisfies Record<string, string>

export type BreakId = keyof typeof breakRules

export interface Break {
  readonly id: BreakId
  readonly note: string
}

/** What breaks a series at a print: what others print, the draft that it was, and its name. */
export const breaksOf = (
  print: Print,
  others: readonly Print[],
  draft: Print | null,
  { names, before }: { readonly names: string; readonly before: string | null },
): Break[] => [
  ...others.filter((other) => !areOneSum(print, other)).map((other) => differing(print, other)),
  ...(draft && !areOneSum(print, draft)
    ? [{ id: 'draft_changed' as const, note: `The draft of ${draft.document_id} was ${yenText(draft.yen)}.` }]
    : []),
  ...(print.reclassified ? [{ id: 'reclassified' as const, note: `${print.document_id} recasts the amount.` }] : []),
  ...(before !== null && nameKey(before) !== nameKey(names)
    ? [{ id: 'renamed' as const, note: `Before it was ${before}.` }]
    : []),
]

const differing = (print: Print, other: Print): Break => {
  if (other.reclassified)
    return { id: 'reclassified', note: `${other.document_id} recasts it to ${yenText(other.yen)}.` }
  const isCompared = print.role === 'budget' && other.role === 'comparison'
  return {
    id: isCompared ? 'previous_differs' : 'restated',
    note: `${other.document_id} prints ${yenText(other.yen)}.`,
  }
}
