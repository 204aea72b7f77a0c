import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filled, layoutOf, type Print, ruled } from './pages.js'

/** Each character once, so that none is a duplicate of another. */
const letters = '背景課題目的概要推進研究開発支援事業予算額案令和年度億円百万計画振興科学技術先端国際育成'

const prints = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 480 }),
      length: fc.integer({ min: 1, max: 5 }),
      size: fc.constantFrom(6, 10, 10.5, 18),
      vertical: fc.boolean(),
      bold: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((boxes) =>
    boxes.map(
      ({ x, y, length, ...style }, i): Print => [x, y, [...letters].slice(5 * i, 5 * i + length).join(''), style],
    ),
  )

const shapes = fc.constantFrom(
  [],
  [filled(20, 20, 300, 200), filled(40, 40, 200, 90)],
  ruled([50, 200, 350, 500], [50, 150, 250, 350]),
)

const characters = (texts: readonly string[]): string[] => [...texts.join('').replace(/\s/gu, '')].sort()

describe('layout', () => {
  it('keeps every character of a page, and each once', () => {
    fc.assert(
      fc.property(prints, shapes, (texts, drawn) => {
        const lines = layoutOf(texts, drawn).blocks.flatMap((block) => [
          ...block.lines,
          ...block.cells.flatMap((cell) => cell.lines),
        ])
        expect(characters(lines.map(({ text }) => text))).toEqual(characters(texts.map(([, , text]) => text)))
      }),
    )
  })

  it('keeps once what stands right on the rule between two cells', () => {
    const made = layoutOf([[336, 147, '背景課', { size: 6 }]], ruled([50, 200, 350, 500], [50, 150, 250, 350]))
    const lines = made.blocks.flatMap((block) => [...block.lines, ...block.cells.flatMap((cell) => cell.lines)])
    expect(lines.map(({ text }) => text).join('')).toBe('背景課')
  })

  it('does not depend on the order of painting where nothing overlaps', () => {
    const rows = fc.shuffledSubarray(
      [0, 1, 2, 3, 4, 5].map((i): Print => [40, 40 + 30 * i, letters.slice(4 * i, 4 * i + 4)]),
    )
    fc.assert(
      fc.property(rows, (texts) => {
        expect(layoutOf(texts)).toEqual(layoutOf([...texts].sort((a, b) => a[1] - b[1])))
      }),
    )
  })
})
