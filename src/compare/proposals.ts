import type { Item } from './side.js'
import { type Cut, similarity, type Words, weigher, wordsOf } from './similarity.js'

/** Programmes that may be the same under other names: for a person to look at, never linked. */
export interface Proposal {
  readonly kind: 'renamed?' | 'merged?' | 'split?'
  readonly from: readonly Item[]
  readonly to: readonly Item[]
  /** That of the least similar pair. */
  readonly similarity: number
}

/** Names below it share but common words; read off the programmes of three years of science budgets. */
const LEAST = 0.5

interface Named {
  readonly item: Item
  readonly words: Words
  /** Without what stands in brackets: an abbreviation, a body, a remark. */
  readonly bare: Words
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly score: number
  /** Both names, for an order that does not hang on that of the items or of the sides. */
  readonly names: string
}

/** Proposes what became of programmes that ended and where new ones come from. Each is tied to the one on the other side that
 * is most like it; a programme to which several are tied this way may be their merger, or what they were split from. The
 * other names of both data sets say how common a word is. */
export const propose = async (
  ended: readonly Item[],
  begun: readonly Item[],
  { others, cut }: { readonly others: readonly Item[]; readonly cut: Cut },
): Promise<Proposal[]> => {
  if (ended.length === 0 || begun.length === 0) return []
  const words = ({ programme }: Item): Promise<Words> => wordsOf(programme.normalize('NFKC'), cut)
  const name = async (item: Item): Promise<Named> => {
    const bare = item.programme.normalize('NFKC').replace(/\([^()]*\)|【[^】]*】|〔[^〕]*〕|\[[^\]]*\]/gu, '')
    return { item, words: await words(item), bare: await wordsOf(bare, cut) }
  }
  const from = await Promise.all(ended.map(name))
  const to = await Promise.all(begun.map(name))
  const named = [...from, ...to].map((one) => one.words)
  const weight = weigher([...named, ...(await Promise.all(others.map(words)))])
  const pairs = from.flatMap((one, a) =>
    to.flatMap((other, b): Pair[] => {
      const score = Math.max(similarity(one.words, other.words, weight), similarity(one.bare, other.bare, weight))
      return score >= LEAST ? [{ a, b, score, names: [one.item.path, other.item.path].sort().join('\t') }] : []
    }),
  )
  const [bestOfFrom, bestOfTo] = [bestBy(pairs, ({ a }) => a), bestBy(pairs, ({ b }) => b)]
  const ties = pairs.filter(({ a, b, score }) => score === bestOfFrom.get(a) || score === bestOfTo.get(b))
  return starsOf(ties).map((own) => ({
    kind: kindOf(own),
    from: [...new Set(own.map(({ a }) => a))].flatMap((a) => from[a]?.item ?? []),
    to: [...new Set(own.map(({ b }) => b))].flatMap((b) => to[b]?.item ?? []),
    similarity: Math.min(...own.map(({ score }) => score)),
  }))
}

const bestBy = (pairs: readonly Pair[], keyOf: (pair: Pair) => number): Map<number, number> => {
  const best = new Map<number, number>()
  for (const pair of pairs) best.set(keyOf(pair), Math.max(best.get(keyOf(pair)) ?? 0, pair.score))
  return best
}

const kindOf = (ties: readonly Pair[]): Proposal['kind'] =>
  ties.length === 1 ? 'renamed?' : new Set(ties.map(({ a }) => a)).size === 1 ? 'split?' : 'merged?'

/** How much less alike the others of a merger or a split may be than the most alike pair. */
const SPREAD = 0.2

/** Cuts ties into those that meet in one programme, the most alike first; no programme is in two of them. */
const starsOf = (ties: readonly Pair[]): Pair[][] => {
  const sorted = [...ties].sort((x, y) => y.score - x.score || (x.names < y.names ? -1 : 1))
  const taken = { a: new Set<number>(), b: new Set<number>() }
  const isFree = ({ a, b }: Pair): boolean => !taken.a.has(a) && !taken.b.has(b)
  return sorted.flatMap((tie) => {
    if (!isFree(tie)) return []
    // The same words leave no doubt which of them it is.
    const least = tie.score === 1 ? 1 : tie.score - SPREAD
    const near = sorted.filter((other) => isFree(other) && other.score >= least)
    const [same, alike] = [near.filter(({ a }) => a === tie.a), near.filter(({ b }) => b === tie.b)]
    const star = same.length > alike.length ? same : alike.length > same.length ? alike : [tie]
    for (const { a, b } of star) {
      taken.a.add(a)
      taken.b.add(b)
    }
    return [star]
  })
}
