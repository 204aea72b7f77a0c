import { type Ink, isSpace } from './ink.js'

/** Offset below which the same character painted again is fake bold or a shadow, as a share of its advance; after
 * pdf_oxide PR 380. A fixed window of 2-3 pt would also eat `ll`, `11` and `1,111`. */
const RELATIVE_OFFSET = 0.3
const LARGEST_OFFSET = 2

/** Drops glyphs painted again at nearly the same place; the one that stays is bold. */
export const dropDuplicates = (inks: readonly Ink[]): Ink[] => {
  const kept: Ink[] = []
  const rows = new Map<string, Map<number, number[]>>()
  for (const ink of inks) {
    const row = Math.floor(ink.y0 / LARGEST_OFFSET)
    const sameText = rows.get(ink.text) ?? new Map<number, number[]>()
    const twin = isSpace(ink.text) ? undefined : findTwin(kept, ink, sameText, row)
    if (twin !== undefined) {
      kept[twin] = { ...(kept[twin] as Ink), bold: true }
      continue
    }
    sameText.set(row, [...(sameText.get(row) ?? []), kept.length])
    rows.set(ink.text, sameText)
    kept.push(ink)
  }
  return kept
}

const findTwin = (
  kept: readonly Ink[],
  ink: Ink,
  rows: ReadonlyMap<number, number[]>,
  row: number,
): number | undefined => {
  for (const near of [row, row - 1, row + 1]) {
    const twin = rows.get(near)?.find((i) => isTwin(kept[i] as Ink, ink))
    if (twin !== undefined) return twin
  }
  return undefined
}

const isTwin = (a: Ink, b: Ink): boolean => {
  const limit = Math.min(RELATIVE_OFFSET * (b.x1 - b.x0), LARGEST_OFFSET)
  return Math.abs(a.x0 - b.x0) < limit && Math.abs(a.y0 - b.y0) < limit && Math.abs(a.size - b.size) < 0.1 * a.size
}
