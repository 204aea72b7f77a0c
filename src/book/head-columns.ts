import type { LineColumn } from '../model/line.js'
import { type Box, unionOf } from '../model/place.js'
import type { Column } from './column.js'
import { isOtherSource, type Meaning, meaningOf, meaningOfStack } from './column-words.js'
import { gapStops } from './gap-stops.js'
import type { Leaf } from './leaf.js'
import { piecesBetween } from './pieces.js'
import { squeeze } from './print.js'
import { stopsAt } from './stops.js'

/** A column with the lines of its head, outermost first. */
interface Span {
  readonly stack: readonly string[]
  readonly x0: number
  readonly x1: number
}

type Meant = Span & { readonly meaning: Meaning | null }

/** The columns below a head, from left to right: those of a budget book, or none where the head is another table's. Rules part
 * them, or the gaps between what stands below. */
export const columnsBelow = (leaf: Leaf, head: Box, bottom: number): Column[] => {
  const words = leaf.prints.filter(({ box }) => isInHead(box, head))
  const lowest = Math.max(...words.map(({ box }) => box.y1)) - 2
  const ruled = stopsAt(leaf, lowest, head)
  if (words.every(({ text }) => meaningOf(squeeze(text))?.kind === 'description')) return lone(leaf, ruled, head.y1)
  const meant = [
    ruled,
    ...(ruled.length < FEWEST_RULES ? [gapStops(leaf, words, { y0: head.y1, y1: bottom })] : []),
  ].map((stops) => meantBy(leaf, head, stops))
  return (
    meant.map((columns) => (isStrange(columns) ? [] : toColumns(columns))).find((columns) => columns.length > 1) ?? []
  )
}

/** The one column of a page of 説明, between its outer rules or around all that it prints. */
const lone = ({ prints }: Leaf, ruled: readonly number[], below: number): Column[] => {
  const body = unionOf(prints.flatMap(({ box }) => (box.y0 >= below ? [box] : [])))
  const [x0, x1] = [ruled[0] ?? body.x0 - 1, ruled.length > 1 ? (ruled.at(-1) as number) : body.x1 + 1]
  return x1 > x0 ? [{ meaning: { kind: 'description' }, x0, x1 }] : []
}

/** A table with fewer upright rules is parted by gaps. */
const FEWEST_RULES = 4

const isInHead = (box: Box, head: Box): boolean => box.y0 >= head.y0 - 1 && (box.y0 + box.y1) / 2 <= head.y1

const meantBy = (leaf: Leaf, head: Box, stops: readonly number[]): Meant[] => {
  const spans = stops.slice(1).map((x1, i): Span => {
    const x0 = stops[i] as number
    const pieces = piecesBetween(leaf.prints, { x0, x1, y0: head.y0 - 1, y1: head.y1 })
    return { stack: pieces.map(({ text }) => squeeze(text)), x0, x1 }
  })
  const inTables = spans.filter((span) => span.stack.length > 0 || !isBetweenTables(leaf, head, span))
  return withTold(
    withSources(withYears(merged(inTables).map((span) => ({ ...span, meaning: meaningOfStack(span.stack) })))),
  )
}

/** Whether no level rule of a head reaches through a stretch, though others stand there: tables side by side have a gap. */
const isBetweenTables = ({ rules }: Leaf, head: Box, { x0, x1 }: Span): boolean => {
  const middle = (x0 + x1) / 2
  const own = rules.across.filter(({ y0 }) => y0 >= head.y0 - NEAR_HEAD && y0 <= head.y1 + 1)
  return own.length > 0 && !own.some((rule) => rule.x0 <= middle && middle <= rule.x1)
}

/** The first rule of a head stands this close above its words, in points. */
const NEAR_HEAD = 30

/** Columns of sources that others sum up as その他 are such beside 一般財源. */
const withSources = (columns: readonly Meant[]): Meant[] => {
  const hasGeneral = columns.some(({ meaning }) => meaning?.kind === 'money' && meaning.column === 'general')
  return columns.map((column) =>
    hasGeneral && column.meaning === null && isOtherSource(column.stack)
      ? { ...column, meaning: { kind: 'money', column: 'other' } }
      : column,
  )
}

/** What stands last, behind 節 and their amounts, explains them whatever its head calls it. */
const withTold = (columns: readonly Meant[]): Meant[] => {
  const last = columns.length - 1
  const [name, money] = columns.slice(-3).map(({ meaning }) => meaning)
  const isTold =
    columns[last]?.meaning === null && name?.kind === 'setsu' && (money?.kind === 'amount' || isBudget(money))
  return isTold ? columns.with(last, { ...(columns[last] as Meant), meaning: { kind: 'description' } }) : [...columns]
}

/** A column without words belongs to its left neighbour; behind a column of money it is the number of the name that follows. */
const merged = (spans: readonly Span[]): Span[] => {
  const result: Span[] = []
  let spare = null as Span | null
  for (const span of spans) {
    const last = result.at(-1)
    const isName = namesKinds.has(meaningOfStack(span.stack)?.kind ?? 'none')
    if (span.stack.length > 0) {
      const x0 = spare && isName ? spare.x0 : span.x0
      if (spare && !isName && last) result[result.length - 1] = { ...last, x1: spare.x1 }
      result.push({ ...span, x0 })
      spare = null
    } else spare = spare ? { ...spare, x1: span.x1 } : span
  }
  const last = result.at(-1)
  if (spare && last) result[result.length - 1] = { ...last, x1: spare.x1 }
  return result
}

const namesKinds: ReadonlySet<string> = new Set(['names', 'setsu'])

/** Columns headed by fiscal years (令和６年度, 令和５年度): the later year is the budget, the one before it the previous one. */
const withYears = (columns: readonly Meant[]): Meant[] => {
  const years = columns.flatMap(({ meaning }) => (meaning?.kind === 'year' ? [meaning.year] : []))
  const latest = Math.max(...years)
  const columnOf = (year: number): LineColumn | null =>
    year === latest ? 'current' : year === latest - 1 ? 'previous' : null
  return columns.map((column) => {
    if (column.meaning?.kind !== 'year') return column
    const known = columnOf(column.meaning.year)
    return { ...column, meaning: known === null ? null : { kind: 'money', column: known } }
  })
}

/** Words between names and money name things that are neither 款, 項 nor 目: the table is another one, such as 継続費. */
const isStrange = (columns: readonly Meant[]): boolean => {
  const first = columns.findIndex(({ meaning }) => meaning?.kind === 'money' || meaning?.kind === 'amount')
  const ahead = columns.slice(0, Math.max(first, 0))
  return (
    ahead.some(({ meaning }) => meaning?.kind === 'names') &&
    ahead.some(({ meaning }) => meaning === null || meaning.kind === 'description')
  )
}

const isBudget = (meaning: Meaning | null | undefined): boolean =>
  meaning?.kind === 'money' && meaning.column === 'current'

/** 金額 and 予算額 stand behind 節, 金額 behind 説明 too; anywhere else they are the budget of the year. That of 説明 is part of
 * their column. */
const toColumns = (columns: readonly Meant[]): Column[] => {
  const result: Column[] = []
  for (const { meaning, x0, x1 } of columns) {
    const last = result.at(-1)
    if (meaning?.kind === 'amount' && last?.meaning.kind === 'description') result[result.length - 1] = { ...last, x1 }
    else if (meaning?.kind === 'amount' && last?.meaning.kind !== 'setsu')
      result.push({ x0, x1, meaning: { kind: 'money', column: 'current' } })
    else if (last?.meaning.kind === 'setsu' && isBudget(meaning)) result.push({ x0, x1, meaning: { kind: 'amount' } })
    else if (meaning) result.push({ x0, x1, meaning })
  }
  return result
}
