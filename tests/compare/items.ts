import type { Item } from '../../src/compare/side.js'
import type { Cut } from '../../src/compare/similarity.js'
import type { Alias } from '../../src/series/aliases.js'

/** A programme of one side with hundred million yen. */
export const item = (programme: string, oku: number | null = 10, more: Partial<Item> = {}): Item => ({
  name: programme,
  path: `>${programme}`,
  programme,
  parent: null,
  yen: oku === null ? null : Math.round(oku * 100_000_000),
  precisionYen: oku === null ? null : 100_000_000,
  figure: { figure_id: `r7-${programme}`, document_id: 'r7', page: 1, raw: `${oku}億円` },
  isNew: false,
  ...more,
})

/** The same where its name alone stands for several. */
export const below = (parent: string, programme: string, oku: number | null = 10): Item => {
  const path = `${parent}>${programme}`
  return item(programme, oku, { name: path, path, parent })
}

/** A line of an alias table. */
export const alias = (from: string, to: string, more: Partial<Alias> = {}): Alias => ({
  from,
  to,
  date: null,
  note: null,
  ...more,
})

/** Cuts at ・, which says nothing, so that a case says itself what its words are. */
export const cutAtDots: Cut = async (text) => {
  let at = 0
  return text.split(/(?=・)|(?<=・)/u).map((word) => {
    const from = at
    at += word.length
    return { from, to: at, part: word === '・' ? '記号' : '名詞', detail: '一般' }
  })
}

/** Finds no words, so that no names are alike. */
export const noWords: Cut = async () => []
