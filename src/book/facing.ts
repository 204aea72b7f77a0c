import { has, type Section } from './column.js'
import { besides, type Leaf } from './leaf.js'
import { moved } from './print.js'
import { sectionsOf } from './sections.js'

/** A leaf with its sections; of two facing ones, the sections go over both. */
export interface Sheet {
  readonly leaf: Leaf
  readonly sections: readonly Section[]
}

/** Level rules this close, in points, are one over facing pages. */
const LEVEL = 3
/** Facing tables share at least this part of the level rules of the shorter list. */
const SHARED = 0.5

export const sheetOf = (leaf: Leaf): Sheet => ({ leaf, sections: sectionsOf(leaf) })

/** Whether a sheet names rows that go on elsewhere: it has 款, 項 or 目 and no 節. */
export const isLeft = ({ sections }: Sheet): boolean =>
  sections.length > 0 &&
  sections.every((section) => has(section, 'names') && !has(section, 'setsu') && !has(section, 'description'))

/** Whether a sheet carries on rows that are named elsewhere. */
export const isRight = ({ sections }: Sheet): boolean =>
  sections.length > 0 && sections.every((section) => !has(section, 'names'))

/** Two facing sheets as one, or null when they do not fit: their sections are as many and their rules stand level. */
export const faced = (left: Sheet, right: Sheet): Sheet | null => {
  if (left.sections.length !== right.sections.length) return null
  const down = (left.sections[0] as Section).head - (right.sections[0] as Section).head
  if (!areLevel(left, right, down)) return null
  const shift = { x: left.leaf.width, y: down }
  const sections = left.sections.map((section, i) => {
    const beside = (right.sections[i] as Section).columns.map((column) => ({
      ...column,
      ...spanOf(moved({ ...column, y0: 0, y1: 0 }, shift)),
    }))
    return { ...section, columns: [...section.columns, ...beside] }
  })
  return { leaf: besides(left.leaf, right.leaf, down), sections }
}

const spanOf = ({ x0, x1 }: { readonly x0: number; readonly x1: number }) => ({ x0, x1 })

const areLevel = (left: Sheet, right: Sheet, down: number): boolean => {
  const [a, b] = [levelsOf(left), levelsOf(right).map((y) => y + down)]
  const fewer = a.length < b.length ? a : b
  const more = a.length < b.length ? b : a
  const shared = fewer.filter((y) => more.some((other) => Math.abs(other - y) <= LEVEL))
  return shared.length >= SHARED * fewer.length
}

/** Level rules below the heads. */
const levelsOf = ({ leaf, sections }: Sheet): number[] => {
  const head = (sections[0] as Section).head
  return [
    ...new Set(
      leaf.rules.across.filter(({ y0, x0, x1 }) => y0 >= head - 1 && x1 - x0 > 20).map(({ y0 }) => Math.round(y0)),
    ),
  ]
}
