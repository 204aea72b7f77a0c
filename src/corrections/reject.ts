import type { Draft } from '../model/draft.js'

/** The drafts without some of them, by index. What stood beside one that is gone stands beside none. */
export const reject = (drafts: readonly Draft[], rejected: ReadonlySet<number>): readonly Draft[] => {
  if (rejected.size === 0) return drafts
  const kept = drafts.flatMap((_, i) => (rejected.has(i) ? [] : [i]))
  const positions = new Map(kept.map((i, position) => [i, position]))
  return drafts
    .filter((_, i) => !rejected.has(i))
    .map((draft) => (draft.compares === null ? draft : { ...draft, compares: positions.get(draft.compares) ?? null }))
}
