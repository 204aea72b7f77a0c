import { type Alias, successorsOf } from '../series/aliases.js'
import type { Item } from './side.js'

/** Programmes of both sides that are the same money. Empty on one side where a programme came or went. */
export interface Group {
  readonly from: readonly Item[]
  readonly to: readonly Item[]
  /** name: exact; path: exact, below the same parent; alias: a line of the alias table; none: nothing links them. */
  readonly link: 'name' | 'path' | 'alias' | 'none'
  readonly aliases: readonly Alias[]
}

/** Links the programmes of two sides: by exact name, by exact name below the same parent, and by what the alias table says.
 * Nothing is linked because it looks alike. */
export const groupsOf = (from: readonly Item[], to: readonly Item[], aliases: readonly Alias[]): Group[] => {
  const nodes = [
    ...from.map((item) => ({ item, side: 'from' as const })),
    ...to.map((item) => ({ item, side: 'to' as const })),
  ]
  const clusters = new Clusters(nodes.length)
  const links = new Map<number, Group['link']>()
  const used = new Map<number, Alias[]>()
  const sides = { from: indexOf(from, 0), to: indexOf(to, from.length) }
  const join = (a: number, b: number, link: Group['link']): void => {
    clusters.join(a, b)
    for (const node of [a, b]) if (links.get(node) !== 'alias') links.set(node, link)
  }
  for (const [name, a] of sides.from.byName) {
    const b = sides.to.byName.get(name)
    // A name that has its parent's before it is that of a programme which the bare name does not tell from others.
    if (b !== undefined) join(a, b, sides.from.byPath.get(name) === a ? 'path' : 'name')
  }
  for (const [path, a] of sides.from.byPath) {
    const b = sides.to.byPath.get(path)
    if (b !== undefined && !links.has(a) && !links.has(b)) join(a, b, 'path')
  }
  for (const [a, b, way] of aliasLinks(from, sides.to, aliases)) {
    join(a, b, 'alias')
    for (const node of [a, b]) used.set(node, [...(used.get(node) ?? []), ...way])
  }
  return clusters.members().map((members) => ({
    from: members.flatMap((i) => (nodes[i]?.side === 'from' ? [nodes[i].item] : [])),
    to: members.flatMap((i) => (nodes[i]?.side === 'to' ? [nodes[i].item] : [])),
    link: members.some((i) => links.get(i) === 'alias') ? 'alias' : (links.get(members[0] ?? 0) ?? 'none'),
    aliases: [...new Set(members.flatMap((i) => used.get(i) ?? []))],
  }))
}

interface Index {
  readonly byName: ReadonlyMap<string, number>
  readonly byPath: ReadonlyMap<string, number>
}

const indexOf = (items: readonly Item[], offset: number): Index => ({
  byName: new Map(items.map(({ name }, i) => [name, offset + i])),
  byPath: new Map(items.map(({ path }, i) => [path, offset + i])),
})

type AliasLink = readonly [from: number, to: number, way: readonly Alias[]]

/** What became of a programme step by step, or what it came from: the older side may be either. A bare name that stands for
 * several programmes is none of theirs, on either side. */
const aliasLinks = (items: readonly Item[], to: Index, aliases: readonly Alias[]): AliasLink[] => {
  const turned = new Map(aliases.map((alias) => [{ ...alias, from: alias.to, to: alias.from }, alias]))
  return items.flatMap(({ name: own, path }, i) =>
    [...new Set([own, path])].flatMap((name) =>
      [aliases, [...turned.keys()]].flatMap((lines) =>
        [...successorsOf(name, lines)].flatMap(([key, way]): AliasLink[] => {
          const other = to.byName.get(key) ?? to.byPath.get(key)
          return other === undefined ? [] : [[i, other, way.map((line) => turned.get(line) ?? line)]]
        }),
      ),
    ),
  )
}

/** Sets that grow together (union-find). */
class Clusters {
  private readonly parents: number[]

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, i) => i)
  }

  join(a: number, b: number): void {
    const [x, y] = [this.rootOf(a), this.rootOf(b)]
    this.parents[Math.max(x, y)] = Math.min(x, y)
  }

  /** The members of each set, in their order. */
  members(): number[][] {
    const sets = new Map<number, number[]>()
    this.parents.forEach((_, i) => {
      const root = this.rootOf(i)
      const set = sets.get(root)
      if (set) set.push(i)
      else sets.set(root, [i])
    })
    return [...sets.values()]
  }

  private rootOf(node: number): number {
    let at = node
    while (this.parents[at] !== at) at = this.parents[at] as number
    return at
  }
}
