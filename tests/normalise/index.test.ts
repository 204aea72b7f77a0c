import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CleanText } from '../../src/model/text.js'
import { placeOf, rawOf } from '../../src/model/text.js'
import { normalise } from '../../src/normalise/index.js'
import { cleanPage, layoutOf, tableBlock, textBlock } from './lines.js'

const piece = fc.constantFrom(
  ...'令和６年度 予算額（案） 3 ,5 7 3 億円⽂⺠①²ABc・、。　文   書   費'.split(''),
  '7,133',
  '億円',
  '(前年度予算額',
  '⏎',
)
const print = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
const prints = fc.array(print, { minLength: 1, maxLength: 5 })

const sourceOf = (clean: CleanText): string => clean.lines.map(({ text }) => text.trim()).join('')

describe('normalise', () => {
  it('keeps the print: rawOf a whole text is its lines without their breaks', () => {
    fc.assert(
      fc.property(prints, (lines) => {
        for (const clean of cleanPage(...lines).texts) expect(rawOf(clean, 0, clean.text.length)).toBe(sourceOf(clean))
      }),
      { numRuns: 500 },
    )
  })

  it('gives each unit an origin, in the order of the print', () => {
    fc.assert(
      fc.property(prints, (lines) => {
        for (const { text, origins } of cleanPage(...lines).texts) {
          expect(origins).toHaveLength(text.length)
          const places = origins.flatMap((origin) => (origin ? [origin.line * 1000 + origin.at] : []))
          expect(places).toEqual([...places].sort((a, b) => a - b))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('puts every line into exactly one text', () => {
    fc.assert(
      fc.property(prints, (lines) => {
        const block = textBlock(lines)
        const kept = normalise(layoutOf(block)).texts.flatMap((clean) => clean.lines)
        expect(kept).toEqual(block.lines.filter(({ text }) => text.trim() !== ''))
      }),
    )
  })

  it('makes one text of each cell', () => {
    const { texts } = normalise(
      layoutOf(
        tableBlock([
          ['事業名', '予算額'],
          ['', '１ ０ １'],
        ]),
      ),
    )
    expect(texts.map(({ text, cell }) => [cell?.row, cell?.column, text])).toEqual([
      [0, 0, '事業名'],
      [0, 1, '予算額'],
      [1, 0, ''],
      [1, 1, '101'],
    ])
  })

  it('keeps the kind and the lines of furniture and ruby', () => {
    const { texts } = normalise(layoutOf({ ...textBlock(['文部科学省⏎', '12']), kind: 'furniture' }))
    expect(texts.map(({ kind, text }) => [kind, text])).toEqual([
      ['furniture', '文部科学省'],
      ['furniture', '12'],
    ])
  })

  it('places a repaired amount at what is printed', () => {
    const [clean] = cleanPage('予算 3 ,5 7 3 億円').texts
    const from = clean?.text.indexOf('3,573億円') ?? -1
    expect(clean && rawOf(clean, from, clean.text.length)).toBe('3 ,5 7 3 億円')
    expect(clean && placeOf(clean, from, clean.text.length).boxes).toEqual([{ x0: 30, y0: 20, x1: 140, y1: 30 }])
  })
})
