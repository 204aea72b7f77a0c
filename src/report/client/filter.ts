import { kindOf } from '../issue-kinds.js'
import type { Item } from './items.js'

/** Which items the table lists. */
export interface Filter {
  readonly show: Show
  /** '' for all. */
  readonly role: string
  /** Part of the name of a programme or of what encloses it. */
  readonly programme: string
}

export type Show = 'attention' | 'all' | 'review' | 'failed' | 'leftover'

/** Each choice with the words for it. */
export const shows: readonly {
  readonly show: Show
  readonly name: string
  readonly isShown: (item: Item) => boolean
}[] = [
  { show: 'attention', name: '確認が要るもの', isShown: ({ rank }) => rank < 3 },
  { show: 'all', name: 'すべて', isShown: () => true },
  { show: 'failed', name: '検算の不一致', isShown: ({ rank }) => rank === 0 },
  {
    show: 'review',
    name: '要確認の金額',
    isShown: (item) => item.kind === 'figure' && item.figure.needs_review,
  },
  {
    show: 'leftover',
    name: '金額として読まなかったもの',
    isShown: (item) => item.kind === 'issue' && kindOf(item.issue.rule) === 'leftover',
  },
]

/** The items that a filter lists: in the order of the document, or what is most urgent first. */
export const filtered = (items: readonly Item[], { show, role, programme }: Filter): readonly Item[] => {
  const choice = shows.find((one) => one.show === show)
  const wanted = key(programme)
  const listed = items.filter(
    (item) =>
      (choice?.isShown(item) ?? true) &&
      (role === '' || (item.kind === 'figure' && item.figure.role === role)) &&
      (wanted === '' || namesOf(item).some((name) => key(name).includes(wanted))),
  )
  return show === 'attention' ? [...listed].sort((a, b) => a.rank - b.rank) : listed
}

const namesOf = (item: Item): string[] =>
  item.kind === 'figure' ? [item.figure.programme ?? '', item.figure.parent ?? ''] : []

/** What people type and what is printed differ in width, case and spaces. */
const key = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
