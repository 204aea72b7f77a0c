import type { Morpheme } from '../model/token.js'

/** Cuts a text into words. */
export type Cut = (text: string) => Promise<readonly Morpheme[]>

/** A name as its telling words. */
export type Words = ReadonlySet<string>

/** The words of a name that say what it is about: particles, marks and numbers say nothing. */
export const wordsOf = async (name: string, cut: Cut): Promise<Words> => {
  const morphemes = await cut(name)
  const words = morphemes.flatMap(({ from, to, part, detail }) =>
    telling.has(part) && detail !== '数' ? (name.slice(from, to).toLowerCase().match(written) ?? []) : [],
  )
  return new Set(words.filter((word) => /\p{L}/u.test(word)))
}

/** A word that is in no dictionary takes the mark behind it along: AI×. */
const written = /[\p{L}\p{M}\p{N}]+/gu

/** Parts of speech of IPADIC. */
const telling: ReadonlySet<string> = new Set(['名詞', '動詞', '形容詞', '接頭詞'])

/** What the commonest word still tells. */
const LEAST = 0.3

/** How much a word tells: one that half of all names share, such as 事業 or 推進, says little (inverse document frequency). */
export const weigher = (names: readonly Words[]): ((word: string) => number) => {
  const counts = new Map<string, number>()
  for (const words of names) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log((1 + names.length) / (counts.get(word) ?? 1)) + LEAST
}

/** From 0 (no word in common) to 1 (the same words): the weight of the common words in that of both names (Dice). */
export const similarity = (a: Words, b: Words, weight: (word: string) => number): number => {
  if (a.size === b.size && a.size > 0 && [...a].every((word) => b.has(word))) return 1
  // From the least to the greatest, so that the same weights make the same sum to the last bit.
  const sum = (words: Iterable<string>): number =>
    [...words]
      .map(weight)
      .sort((x, y) => x - y)
      .reduce((total, one) => total + one, 0)
  const both = sum(a) + sum(b)
  return both === 0 ? 0 : (2 * sum([...a].filter((word) => b.has(word)))) / both
}
