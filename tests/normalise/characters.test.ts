import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ideographOf } from '../../src/model/radicals.js'
import { repairText } from '../../src/normalise/characters.js'
import { rowsOf } from '../parse/table.js'

const rows = rowsOf('characters')

/** What budget documents are made of, dense enough to meet the rules at their edges. */
const pieces = fc.constantFrom(
  ...' \t　0135９２,.，．（()）【】〔〕~～-－−△▲:：/／%％・○①⑴²Ⅰ*※、。億兆万千百円年度令和文書費款項の予算案額AＩVRbｶ⽂⺠'.split(
    '',
  ),
)
const text = fc.oneof(
  fc.array(pieces, { maxLength: 24 }).map((characters) => characters.join('')),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
)

describe('repairText', () => {
  it.each(rows)('$raw: $note', ({ raw = '', repaired }) => {
    expect(repairText(raw)).toBe(repaired)
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (printed) => {
        expect(repairText(repairText(printed))).toBe(repairText(printed))
      }),
      { numRuns: 5000 },
    )
  })

  it('deletes nothing but spaces and tabs', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (characters) => {
        const visible = (s: string) => [...s].filter((character) => !/\s/u.test(character)).length
        expect(visible(repairText(characters.join('')))).toBe(visible(characters.join('')))
      }),
    )
  })

  it('makes no digits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'①⑴⒈²⁻¹⁸Ⅰ㉑❶½一二 円億'.split('')), { maxLength: 12 }), (characters) => {
        expect(repairText(characters.join(''))).not.toMatch(/[0-9]/)
      }),
    )
  })
})

describe('ideographOf', () => {
  it('agrees with NFKC on every Kangxi radical', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      const radical = String.fromCodePoint(code)
      expect(ideographOf(radical)).toBe(radical.normalize('NFKC'))
    }
  })

  it('knows every assigned radical of the supplement', () => {
    const unknown = Array.from({ length: 0x2ef3 - 0x2e80 + 1 }, (_, i) => String.fromCodePoint(0x2e80 + i)).filter(
      (radical) => /\p{Script=Han}/u.test(radical) && ideographOf(radical) === radical,
    )
    expect(unknown).toEqual(['⺀'])
  })
})
