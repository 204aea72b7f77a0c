import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawOf } from '../../src/model/text.js'
import { rowsOf } from '../parse/table.js'
import { cellText } from './lines.js'

describe('cell-lines.csv', () => {
  it.each(rowsOf('cell-lines'))('$lines: $note', ({ lines = '', text = '' }) => {
    expect(cellText(...lines.split('|')).texts.map((clean) => clean.text)).toEqual([text.replaceAll('⇥', '\t')])
  })
})

describe('the text of a cell', () => {
  const piece = fc.constantFrom(
    ...'総務費 1,500 △66 （1,200） 千円 円 。 、 ％ 文   書   費 ⏎ AI １ ０ １ 款 項'.split(' '),
    ' ',
    '　',
    '1,500千円',
    '市道1号線ほか三路線の補修に要する経費',
  )
  const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
  const lines = fc.array(line, { minLength: 1, maxLength: 5 })

  it('keeps the print: all that is no gap, in the order of the lines', () => {
    fc.assert(
      fc.property(lines, (prints) => {
        for (const clean of cellText(...prints).texts)
          expect(rawOf(clean, 0, clean.text.length).replace(/\s/gu, '')).toBe(
            clean.lines
              .map(({ text }) => text)
              .join('')
              .replace(/\s/gu, ''),
          )
      }),
      { numRuns: 500 },
    )
  })

  it('gives each unit an origin or makes it a gap', () => {
    fc.assert(
      fc.property(lines, (prints) => {
        for (const { text, origins } of cellText(...prints).texts) {
          expect(origins).toHaveLength(text.length)
          expect([...text].every((unit, i) => origins[i] !== null || unit.trim() === '')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
