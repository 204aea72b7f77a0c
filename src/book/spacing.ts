import type { Piece } from './pieces.js'

/** Lines nearer than this (em) do not stand one below the other. */
const NEAREST = 0.9
/** So many lines at one distance make it one that the book uses. */
const ENOUGH = 3
/** Distances of one kind differ by no more than this factor. */
const SPREAD = 1.5

/** How far apart (em, from top to top) a book sets the lines of 説明, learned from those read so far. Many books set the lines of
 * one entry closer together than entries. */
export class Spacing {
  /** How many lines stand at a distance, in tenths of em. */
  private readonly counts = new Map<number, number>()

  add(pieces: readonly Piece[]): void {
    for (const [i, piece] of pieces.slice(1).entries()) {
      const distance = distanceOf(pieces[i] as Piece, piece)
      if (distance < NEAREST) continue
      const tenths = Math.round(10 * distance)
      this.counts.set(tenths, (this.counts.get(tenths) ?? 0) + 1)
    }
  }

  /** Whether two lines stand as close as those of one entry do; true while no distance is known. */
  isTight(first: Piece, second: Piece): boolean {
    return distanceOf(first, second) <= SPREAD * this.tightest
  }

  /** Whether entries stand farther apart than the lines of one. */
  get isRoomy(): boolean {
    const most = Math.max(...this.counts.values())
    const [usual = 0] = [...this.counts].find(([, count]) => count === most) ?? []
    return usual / 10 > SPREAD * this.tightest
  }

  private get tightest(): number {
    const used = [...this.counts].flatMap(([tenths, count]) => (count >= ENOUGH ? [tenths] : []))
    return used.length === 0 ? Infinity : Math.min(...used) / 10
  }
}

const distanceOf = (first: Piece, second: Piece): number => (second.box.y0 - first.box.y0) / first.size
