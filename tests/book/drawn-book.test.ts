import { expect, it } from 'vitest'
import { withLettersTold } from '../../src/book/told-letters.js'
import type { Glyph, Page } from '../../src/model/page.js'
import { shapeOf } from './drawings.js'
import { leavesOfBook, said, walked } from './leaves.js'

/** A page whose font lacks a letter: it is drawn over a blank of half its width. */
const withDrawn =
  (letter: string) =>
  (page: Page): Page => {
    const lacking = page.runs.flatMap(({ glyphs }) => glyphs.filter(({ text }) => text === letter))
    const blank = (glyph: Glyph): Glyph => ({ ...glyph, text: ' ', x1: (glyph.x0 + glyph.x1) / 2 })
    return {
      ...page,
      runs: page.runs.map((run) => ({
        ...run,
        glyphs: run.glyphs.map((glyph) => (glyph.text === letter ? blank(glyph) : glyph)),
      })),
      drawings: lacking.map(({ x0, y0, x1, y1 }) => ({
        box: { x0: x0 + 0.3, y0: y0 + 0.3, x1: x1 - 0.3, y1: y1 - 0.3 },
        shape: shapeOf(0.1),
      })),
    }
  }

const bookWith = async (letter: string) => withLettersTold(walked(await leavesOfBook(withDrawn(letter)))).entries

it.each(['酬', '償'])('names with %s drawn are those with it written', async (letter) => {
  const written = walked(await leavesOfBook()).entries
  expect(written.some(({ named }) => named.name.includes(letter))).toBe(true)
  expect((await bookWith(letter)).map(said)).toEqual(written.map(said))
})

it('names with a drawn letter of no 節 ask for review', async () => {
  const written = walked(await leavesOfBook()).entries
  const entries = await bookWith('税')
  expect(entries.map(({ named }) => named.name)).toEqual(written.map(({ named }) => named.name.replaceAll('税', '〓')))
  for (const { named, doubt } of entries) expect(doubt).toBe(named.name.includes('〓') ? 'letter_drawn' : null)
})
