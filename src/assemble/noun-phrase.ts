import type { Morpheme } from '../model/token.js'

/** Particles that end a name when read backwards: topic, object, target, place, end of a clause. */
const clauseMarks: ReadonlySet<string> = new Set([
  'は',
  'も',
  'が',
  'を',
  'に',
  'で',
  'へ',
  'から',
  'まで',
  'より',
  'て',
  'ば',
])

/** The longest noun phrase that ends at `to`, by the words around it: の, と and 「」 are inside a name, は and を are not. */
export const nounPhraseBefore = (text: string, morphemes: readonly Morpheme[], to: number): string => {
  let from = to
  for (const { from: start, to: end, part, detail } of [...morphemes].reverse()) {
    if (end > to) continue
    const word = text.slice(start, end)
    const isClauseMark = part === '助詞' && clauseMarks.has(word)
    const isStop = part === '記号' && ['句点', '読点'].includes(detail)
    if (isClauseMark || isStop || part === '助動詞' || part === '接続詞') break
    from = start
  }
  const verbs = morphemes.filter(({ from: start, part }) => start >= from && start < to && part !== '記号')
  const head = verbs.find(({ part }) => part !== '動詞' && part !== '助動詞' && part !== '助詞')
  return text.slice(head?.from ?? from, to).trim()
}
