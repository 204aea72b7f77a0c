import { columnsOf, has, type Section } from './column.js'
import { headingsIn } from './headings.js'
import { besides, type Leaf } from './leaf.js'
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
/** Of lines fewer are level: a row has one on either side, and lines of its own on one. Fewer still will do where heads are level. */
const SHARED_LINES = 0.25
const SHARED_BELOW_HEADS = 0.08

export const sheetOf = (leaf: Leaf): Sheet => ({ leaf, sections: sectionsOf(leaf) })

/** Whether a sheet names rows that go on elsewhere: it has 款, 項 or 目 and no 説明. Its 節 may stand on either side. */
export const isLeft = ({ sections }: Sheet): boolean =>
  sections.length > 0 && sections.every((section) => has(section, 'names') && !has(section, 'description'))

/** Whether a sheet carries on rows that are named elsewhere. */
export const isRight = ({ sections }: Sheet): boolean =>
  sections.length > 0 && sections.every((section) => !has(section, 'names'))

/** Whether headings beside the tables of a sheet name 目. */
export const namesMoku = ({ leaf }: Sheet): boolean =>
  leaf.prints.some(({ text }) => headingsIn(text).some(({ level }) => level === 'moku'))

/** Two facing sheets as one, or null when they do not fit: their sections are as many and stand level. */
export const faced = (left: Sheet, right: Sheet): Sheet | null => {
  if (left.sections.length !== right.sections.length) return null
  if (!right.sections.every((section, i) => isCarriedOnBy(left.sections[i] as Section, section))) return null
  const down = shiftBetween(left, right)
  if (down === null) return null
  const { width } = left.leaf
  const sections = left.sections.map((section, i) => {
    const beside = (right.sections[i] as Section).columns.map((column) => ({
      ...column,
      x0: column.x0 + width,
      x1: column.x1 + width,
    }))
    const head = Math.max(section.head, (right.sections[i] as Section).head + down)
    return { ...section, head, columns: [...section.columns, ...beside] }
  })
  return { leaf: besides(left.leaf, right.leaf, down), sections }
}

/** Rows of 節 are named by 目 and stand on one side, funding sources alone by any names; 説明 alone explain 節. */
const isCarriedOnBy = (left: Section, right: Section): boolean => {
  if (has(right, 'setsu'))
    return !has(left, 'setsu') && columnsOf(left, 'names').some(({ meaning }) => meaning.levels.includes('moku'))
  return has(right, 'money') || has(left, 'setsu')
}

/** How far the right sheet has to move down to stand level with the left one: not at all, as most do, or as far as their heads
 * are apart; null where they do not fit. */
const shiftBetween = (left: Sheet, right: Sheet): number | null => {
  const shifts = [0, headOf(left) - headOf(right)].map((down) => ({ down, fit: fitOf(left, right, down) }))
  const [best] = shifts.sort((a, b) => b.fit - a.fit)
  return best && best.fit >= 1 ? best.down : null
}

/** How level two sheets stand, from 1 on enough. Rules tell best; tables without any are held by their lines. */
const fitOf = (left: Sheet, right: Sheet, down: number): number => {
  const byRules = share(rulesOf(left), rulesOf(right), down)
  if (byRules !== null) return byRules / SHARED
  const isLevel = Math.abs(topOf(left) - topOf(right) - down) <= LEVEL
  return (share(linesOf(left), linesOf(right), down) ?? 0) / (isLevel ? SHARED_BELOW_HEADS : SHARED_LINES)
}

/** The part of the shorter list of levels that the other has too; null where there are too few to tell. */
const share = (left: readonly number[], right: readonly number[], down: number): number | null => {
  const levels = [left, right.map((y) => y + down)].sort((a, b) => a.length - b.length)
  const [fewer = [], more = []] = levels
  if (fewer.length === 0) return null
  return fewer.filter((y) => more.some((other) => Math.abs(other - y) <= LEVEL)).length / fewer.length
}

const headOf = ({ sections }: Sheet): number => (sections[0] as Section).head

const topOf = ({ sections }: Sheet): number => (sections[0] as Section).top

const rulesOf = (sheet: Sheet): number[] => [
  ...new Set(
    sheet.leaf.rules.across
      .filter(({ y0, x0, x1 }) => y0 >= headOf(sheet) - 1 && x1 - x0 > 20)
      .map(({ y0 }) => Math.round(y0)),
  ),
]

const linesOf = (sheet: Sheet): number[] => [
  ...new Set(sheet.leaf.prints.filter(({ box }) => box.y0 >= headOf(sheet)).map(({ box }) => Math.round(box.y0))),
]
