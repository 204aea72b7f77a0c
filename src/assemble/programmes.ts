import type { ProgrammeNode } from '../model/draft.js'
import type { Place } from '../model/place.js'
import { nameKey } from './names.js'
import type { Resolved } from './resolved.js'
import type { Target } from './target.js'

/** The programme tree of a document: one node a name, with the parent under which it is first listed. */
export interface Tree {
  readonly nodes: readonly ProgrammeNode[]
  /** Index of each figure's node, or null. */
  readonly nodeOf: ReadonlyMap<Resolved, number | null>
}

interface Growing {
  name: string
  missing: boolean
  numbering: string | null
  body: string | null
  /** Keys of the names that may enclose it, nearest first, and of the one that does. */
  parents: string[]
  parent: string | null
  /** Its place in a table's tree is printed. */
  isPlaced: boolean
  /** Where its name is printed with its first figure. */
  place: Place | null
}

export const growTree = (
  all: readonly Resolved[],
  targets: ReadonlyMap<Resolved, Target | null>,
  headingOf: (target: Target, resolved: Resolved) => Place | null,
): Tree => {
  const growing = new Map<string, Growing>()
  const keys = new Map<Resolved, string | null>()
  for (const resolved of all) {
    const target = targets.get(resolved) ?? null
    keys.set(resolved, target ? plant(growing, target, resolved, headingOf) : null)
  }
  for (const [key, node] of growing) node.parent = parentOf(key, node, growing)
  climb(growing, all, keys)
  const order = [...growing.keys()]
  const index = new Map(order.map((key, i) => [key, i]))
  const nodes = order.map((key): ProgrammeNode => toNode(key, growing, index))
  return {
    nodes,
    nodeOf: new Map([...keys].map(([resolved, key]) => [resolved, key === null ? null : (index.get(key) ?? null)])),
  }
}

/** The nearest enclosing name that has figures of its own. */
const parentOf = (key: string, node: Growing, growing: ReadonlyMap<string, Growing>): string | null =>
  node.parents.find((parent) => parent !== key && growing.has(parent) && !isBelow(parent, key, growing)) ?? null

/** Whether `key` already stands above `name`: two programmes do not enclose each other. */
const isBelow = (name: string, key: string, growing: ReadonlyMap<string, Growing>): boolean =>
  lineageOf(name, growing).includes(key)

/** A part larger than its whole stands under the wrong heading: it goes up to the next one that can hold it. */
const climb = (
  growing: Map<string, Growing>,
  all: readonly Resolved[],
  keys: ReadonlyMap<Resolved, string | null>,
): void => {
  const headline = new Map<string, Resolved>()
  for (const resolved of all) {
    const key = keys.get(resolved)
    if (key && resolved.role === 'budget' && resolved.mention.amount.yen !== null && !headline.has(key))
      headline.set(key, resolved)
  }
  for (const [key, node] of growing) {
    const part = headline.get(key)
    for (let step = 0; step < 4 && node.parent !== null && part && !node.isPlaced; step++) {
      const above: string = node.parent
      const whole = headline.get(above)
      const isLarger =
        whole &&
        whole.term.year === part.term.year &&
        whole.term.stage === part.term.stage &&
        (part.mention.amount.yen ?? 0) > (whole.mention.amount.yen ?? 0) + (whole.mention.amount.precision ?? 0)
      if (!isLarger) break
      node.parent = growing.get(above)?.parent ?? null
    }
  }
}

const plant = (
  growing: Map<string, Growing>,
  target: Target,
  resolved: Resolved,
  headingOf: (target: Target, resolved: Resolved) => Place | null,
): string => {
  const { key, parents } = keysOf(target, pageOf(resolved))
  const node = growing.get(key)
  if (node) node.parents.push(...parents)
  else
    growing.set(key, {
      name: target.name,
      missing: target.missing,
      numbering: target.numbering,
      body: target.body,
      parents: [...parents],
      parent: null,
      isPlaced: target.rule === 'table_row',
      place: headingOf(target, resolved),
    })
  return key
}

const pageOf = ({ entry: { text } }: Resolved): number | null => (text.clean.source === 'pdf' ? text.clean.page : null)

/** One node a name. Shares of public bodies are nodes of their own under each whole, and so are rows of a table under each
 * row and group: その他 and 計 are something else each time. */
const keysOf = (target: Target, page: number | null): { key: string; parents: string[] } => {
  const parents = target.parents.map(nameKey)
  if (target.missing) return { key: `?${page}`, parents }
  const key = nameKey(target.name)
  if (target.path === undefined) {
    const isShare = target.rule === 'share_of_body' || target.rule === 'body_of_label'
    return { key: isShare ? `${key}<${parents[0] ?? ''}` : key, parents }
  }
  const length = target.path.length + 1
  // a common name at the head of its table is told apart by the table's heading
  const names = [key, ...parents]
  const keys = names
    .slice(0, length)
    .map((own, i) => (i === length - 1 && !isCommon(own) ? own : `${own}<${names[i + 1] ?? ''}<${names[i + 2] ?? ''}`))
  return { key: keys[0] as string, parents: [...keys.slice(1), ...parents.slice(length - 1)] }
}

/** Names that say nothing without what stands above them. */
const isCommon = (key: string): boolean => /^(?:その他|.{0,2}計|総額|一般財源)$/u.test(key)

const toNode = (
  key: string,
  growing: ReadonlyMap<string, Growing>,
  index: ReadonlyMap<string, number>,
): ProgrammeNode => {
  const node = growing.get(key) as Growing
  const lineage = lineageOf(key, growing)
  const hasChildren = [...growing.values()].some(({ parent }) => parent === key)
  const level = lineage.length
  return {
    name: node.name,
    nameMissing: node.missing,
    numbering: node.numbering,
    levelType:
      level === 0
        ? hasChildren && growing.size > 3
          ? 'section'
          : 'programme'
        : level === 1
          ? 'programme'
          : level === 2
            ? 'subprogramme'
            : 'component',
    parent: lineage[0] === undefined ? null : (index.get(lineage[0]) ?? null),
    executingBody: node.body,
    englishName: /^[\p{Script=Latin}][\p{Script=Latin}\s\-:/&0-9.]{8,}/u.exec(node.name)?.[0]?.trim() ?? null,
    place: node.place,
  }
}

/** Keys of the enclosing nodes, nearest first; a ring is cut where it closes. */
const lineageOf = (key: string, growing: ReadonlyMap<string, Growing>): string[] => {
  const lineage: string[] = []
  let at = growing.get(key)?.parent ?? null
  while (at !== null) {
    if (at === key || lineage.includes(at)) break
    lineage.push(at)
    at = growing.get(at)?.parent ?? null
  }
  return lineage
}
