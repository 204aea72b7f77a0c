import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/model/page.js'
import { blockWith, filled, layoutOf, stroked } from './pages.js'

const parents = (shapes: readonly Shape[]): (number | null)[] => layoutOf([], shapes).frames.map(({ parent }) => parent)

const cases: readonly (readonly [what: string, shapes: readonly Shape[], parents: readonly (number | null)[]])[] = [
  ['a box stands on the page', [filled(20, 20, 200, 100)], [null]],
  ['a box in a box, outer first', [filled(30, 30, 100, 60), filled(20, 20, 200, 100)], [null, 0]],
  ['three deep', [filled(20, 20, 300, 200), filled(30, 30, 200, 150), filled(40, 40, 100, 80)], [null, 0, 1]],
  ['boxes side by side', [filled(20, 20, 200, 100), filled(220, 20, 390, 100)], [null, null]],
  ['a fill and its border are one', [filled(20, 20, 200, 100), stroked(20, 20, 200, 100)], [null]],
  ['a fill and a border a point off are one', [filled(20, 20, 200, 100), stroked(21, 19, 201, 101)], [null]],
  ['the page’s ground is none', [filled(0, 0, 700, 500), filled(20, 20, 200, 100)], [null]],
  ['a rule is none', [filled(20, 20, 600, 22)], []],
  ['a bullet is none', [filled(20, 20, 26, 26)], []],
  ['a box off the page is none', [filled(800, 20, 900, 100)], []],
  ['a shape without paint is none', [{ box: { x0: 20, y0: 20, x1: 200, y1: 100 }, fill: null, stroke: null }], []],
]

describe('frames', () => {
  it.each(cases)('%s', (_, shapes, expected) => {
    expect(parents(shapes)).toEqual(expected)
  })

  it('a fill and its border keep both colours', () => {
    const { frames } = layoutOf([], [filled(20, 20, 200, 100, '#112233'), stroked(20, 20, 200, 100)])
    expect(frames[0]).toMatchObject({ fill: '#112233', stroke: '#000000' })
  })

  it('text belongs to the innermost frame that holds its middle', () => {
    const made = layoutOf(
      [
        [40, 40, '内の文'],
        [40, 80, '外の文'],
        [40, 300, '紙の文'],
      ],
      [filled(20, 20, 300, 100), filled(30, 30, 200, 60)],
    )
    expect(['内の文', '外の文', '紙の文'].map((text) => blockWith(made, text)?.frame)).toEqual([1, 0, null])
  })
})
