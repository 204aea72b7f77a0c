import type { Draft } from '../model/draft.js'

/** Drafts in reading order with their numbers, which count those of each page from 1. */
export const numbered = (drafts: readonly Omit<Draft, 'number'>[]): Draft[] => {
  const counts = new Map<number | null, number>()
  return drafts.map((draft) => {
    const number = (counts.get(draft.place.page) ?? 0) + 1
    counts.set(draft.place.page, number)
    return { ...draft, number }
  })
}
