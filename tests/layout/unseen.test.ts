import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/model/page.js'
import { cellTexts, filled, layoutOf, lineTexts, type Print, ruled } from './pages.js'

const prints: readonly Print[] = [
  ...['事項', '予算額'].map((text, c): Print => [55 + 100 * c, 55, text]),
  ...['市税', '12,345'].map((text, c): Print => [55 + 100 * c, 75, text]),
  ...['市債', '9,876'].map((text, c): Print => [55 + 100 * c, 95, text]),
]
const rules = ruled([50, 150, 250], [50, 70, 90, 110])
const zero: Print = [200, 75, '0', { colour: '#ffffff' }]

describe('white text in a cell', () => {
  it.each<[string, readonly Shape[], boolean]>([
    ['on nothing', [], false],
    ['on a white filling', [filled(150, 70, 250, 90, '#ffffff')], false],
    ['on a dark filling', [filled(150, 70, 250, 90, '#1f3864')], true],
  ])('%s', (_, shapes, isSeen) => {
    const cells = cellTexts(layoutOf([...prints, zero], [...shapes, ...rules])).flat()
    expect(cells.includes('1,1 12,345')).toBe(!isSeen)
  })
})

it('white text outside of tables stays: what lies under it may have any outline', () => {
  expect(lineTexts(layoutOf([[55, 55, '日時', { colour: '#ffffff' }]]))).toEqual(['日時'])
})
