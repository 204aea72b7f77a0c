import { groupBy } from '../../model/groups.js'
import type { Programme } from '../../model/programme.js'

/** A programme with what it encloses. */
export interface Branch {
  readonly programme: Programme
  readonly branches: readonly Branch[]
}

/** Browsers put no end of elements into each other; what lies deeper stands beside what encloses it. */
const deepest = 50

interface Growing extends Branch {
  readonly branches: Growing[]
  readonly depth: number
  /** Where it stands. */
  readonly home: Growing[]
}

/** The programmes of a document as a tree, all in the order of the document. One whose enclosing programme is not there, or that
 * encloses itself over others, stands at the top. */
export const treeOf = (programmes: readonly Programme[]): readonly Branch[] => {
  const known = new Set(programmes.map(({ programme_row_id }) => programme_row_id))
  const isTop = ({ parent_row_id }: Programme): boolean => parent_row_id === null || !known.has(parent_row_id)
  const below = groupBy(programmes, ({ parent_row_id }) => parent_row_id)
  const placed = new Set<Programme>()
  const top: Growing[] = []
  const place = (programme: Programme, home: Growing[], depth: number): Growing | null => {
    if (placed.has(programme)) return null
    placed.add(programme)
    const branch = { programme, branches: [], depth, home }
    home.push(branch)
    return branch
  }
  const grow = (root: Growing | null): void => {
    const open = root ? [root] : []
    // It grows while it is walked, so that no depth is too deep.
    for (const { programme, branches, depth, home } of open)
      for (const child of below.get(programme.programme_row_id) ?? []) {
        const branch = depth < deepest ? place(child, branches, depth + 1) : place(child, home, depth)
        if (branch) open.push(branch)
      }
  }
  for (const programme of programmes.filter(isTop)) grow(place(programme, top, 1))
  for (const programme of programmes) grow(place(programme, top, 1))
  return top.map(trimmed)
}

const trimmed = ({ programme, branches }: Growing): Branch => ({ programme, branches: branches.map(trimmed) })
