import type { ProgrammeNode } from '../model/draft.js'
import type { Place } from '../model/place.js'
import { nameKey } from './names.js'
import type { Resolved, Target } from './resolved.js'

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
  parents: string[]
  parent: string | null
  place: Place | null
}

export const growTree = (
  all: readonly Resolved[],
  targets: ReadonlyMap<Resolved, Target | null>,
  placeOfTarget: (resolved: Resolved) => Place,
): Tree => {
  const growing = new Map<string, Growing>()
  const keys = new Map<Resolved, string | null>()
  for (const resolved of all) {
    const target = targets.get(resolved) ?? null
    keys.set(resolved, target ? plant(growing, target, placeOfTarget(resolved)) : null)
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
  node.parents.find(
    (parent) => nameKey(parent) !== key && growing.has(nameKey(parent)) && !isBelow(nameKey(parent), key, growing),
  ) ?? null

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
    for (let step = 0; step < 4 && node.parent !== null && part; step++) {
      const above = nameKey(node.parent)
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

/** Shares of public bodies are nodes of their own under each whole. */
const plant = (growing: Map<string, Growing>, target: Target, place: Place): string => {
  const isShare = target.rule === 'share_of_body' || target.rule === 'body_of_label'
  const key = target.missing
    ? `?${place.page}`
    : isShare
      ? `${nameKey(target.name)}<${nameKey(target.parents[0] ?? '')}`
      : nameKey(target.name)
  const node = growing.get(key)
  if (node) node.parents.push(...target.parents)
  else
    growing.set(key, {
      name: target.name,
      missing: target.missing,
      numbering: target.numbering,
      body: target.body,
      parents: [...target.parents],
      parent: null,
      place,
    })
  return key
}

const toNode = (
  key: string,
  growing: ReadonlyMap<string, Growing>,
  index: ReadonlyMap<string, number>,
): ProgrammeNode => {
  const node = growing.get(key) as Growing
  const lineage = lineageOf(key, growing)
  const hasChildren = [...growing.values()].some(({ parent }) => parent !== null && nameKey(parent) === key)
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
    const next = nameKey(at)
    if (next === key || lineage.includes(next)) break
    lineage.push(next)
    at = growing.get(next)?.parent ?? null
  }
  return lineage
}
