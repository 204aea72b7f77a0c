import { describe, expect, it } from 'vitest'
import { DrawnShapes, isAlike, withoutStandIns } from '../../src/book/drawn-shapes.js'
import { shapeOf } from './drawings.js'

const letter = shapeOf(0.1)
const rounded = { ...letter, points: letter.points.map((at, i) => at + (i % 2 === 0 ? 0.02 : -0.02)) }

describe('shapes of drawn letters', () => {
  it.each([
    ['the same', letter, true],
    ['one rounded otherwise', rounded, true],
    ['one with a point elsewhere', shapeOf(0.3), false],
    ['one of other commands', { ...letter, commands: 'mlllz' }, false],
  ])('%s', (_, shape, expected) => {
    expect(isAlike(letter, shape)).toBe(expected)
  })

  it('have one character each', () => {
    const shapes = new DrawnShapes()
    const [first, again, other] = [letter, rounded, shapeOf(0.3)].map((shape) => shapes.letterOf(shape))
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('have characters that no text has', () => {
    const text = withoutStandIns(`補${new DrawnShapes().letterOf(letter)}金`)
    expect(text).toBe('補\uFFFD金')
  })
})
