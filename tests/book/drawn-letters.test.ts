import { describe, expect, it } from 'vitest'
import { withDrawn } from '../../src/book/drawn-letters.js'
import { DrawnShapes, drawnLetters } from '../../src/book/drawn-shapes.js'
import type { Print } from '../../src/book/print.js'
import type { Drawing } from '../../src/model/page.js'
import { drawingAt } from './drawings.js'
import { printOf } from './prints.js'

/** The texts of prints with 塡 for every drawn letter. */
const textsOf = (prints: readonly Print[], drawings: readonly Drawing[]): string[] =>
  withDrawn(prints, drawings, new DrawnShapes()).map(({ text }) => text.replace(drawnLetters, '塡'))

describe('drawings in a line of text', () => {
  it.each([
    ['over a blank', '減収補 分', [30.5], '減収補塡分'],
    ['in a wider gap', '減収補  分', [31.5], '減収補塡  分'],
    ['at the end', '補償及び補', [50.5], '補償及び補塡'],
    ['at the beginning, close to the name', '金', [-9.5], '塡金'],
    ['two of them', '補 及 金', [10.5, 30.5], '補塡及塡金'],
    ['in a name that fills its cell', '補     金', [30.5], '補塡     金'],
    ['behind a number, a column before money', '260  1,234', [30.5], '260塡  1,234'],
    ['a mark before a name', '   補助金', [0.5], '   補助金'],
    ['over a letter', '減収補分', [20.5], '減収補分'],
    ['far from all letters', '補助金       1,234', [55.5], '補助金       1,234'],
  ])('%s', (_, text, xs, expected) => {
    expect(
      textsOf(
        [printOf(text)],
        xs.map((x) => drawingAt(x, 0.5)),
      ),
    ).toEqual([expected])
  })

  it.each([
    ['above the line', drawingAt(30.5, -12)],
    ['twice as high', { ...drawingAt(30.5, -5), box: { x0: 30, y0: -5, x1: 50, y1: 15 } }],
    ['much smaller', { ...drawingAt(32, 4), box: { x0: 32, y0: 4, x1: 35, y1: 7 } }],
  ])('none that stands %s', (_, drawing) => {
    expect(textsOf([printOf('減収補 分')], [drawing])).toEqual(['減収補 分'])
  })

  it('belong to the nearer of two lines', () => {
    const prints = [printOf('減収補'), printOf('1,234', { x: 45 })]
    expect(textsOf(prints, [drawingAt(30.5, 0.5)])).toEqual(['減収補塡', '1,234'])
  })

  it('have a place of their own', () => {
    const [print] = withDrawn([printOf('減収補')], [drawingAt(30.5, 0.5)], new DrawnShapes())
    expect([...(print?.boxes.slice(12) ?? [])]).toEqual([30.5, 0, 39.5, 10])
    expect(print?.box.x1).toBe(39.5)
  })
})
