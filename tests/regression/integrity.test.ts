import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import { type IntegrityFault, type IntegrityId, integrityOf, integrityRules } from '../../src/regression/integrity.js'
import { child, programme } from '../emit/sample.js'
import { dataset, oku, row } from './entries.js'

type Checkable = Parameters<typeof integrityOf>[0]

const whole: Checkable = dataset([oku(1), oku(2), oku(3, { document_id: 'book' })])

/** The data set with one figure changed. */
const withFigure = (change: Partial<Figure>): Checkable => ({
  ...whole,
  figures: whole.figures.map((figure, i) => (i === 0 ? { ...figure, ...change } : figure)),
})

const fault = (rule: IntegrityId, id = 'slides-p001-001', document = 'slides'): IntegrityFault => ({
  document,
  id,
  rule,
})

describe('integrityOf', () => {
  it('finds nothing in a whole data set, nor in an empty one', () => {
    expect(integrityOf(whole)).toEqual([])
    expect(integrityOf({ figures: [], programmes: [], documents: [] })).toEqual([])
  })

  it.each<[what: string, dataset: Checkable, faults: readonly IntegrityFault[]]>([
    ['a figure fewer', { ...whole, figures: whole.figures.slice(1) }, [fault('figures_total', 'slides')]],
    [
      'a figure more',
      { ...whole, figures: [...whole.figures, oku(4, { document_id: 'book' })] },
      [fault('figures_total', 'book', 'book')],
    ],
    ['no figure at all', { ...whole, figures: whole.figures.slice(0, 2) }, [fault('figures_total', 'book', 'book')]],
    ['a document without figures', { ...whole, documents: [...whole.documents, row(0, { document_id: 'x' })] }, []],
    [
      'a figure of another document',
      withFigure({ document_id: 'book' }),
      [fault('figures_total', 'slides'), fault('figures_total', 'book', 'book')],
    ],
  ])('counts the figures of a document: %s', (_, changed, faults) => {
    expect(integrityOf(changed)).toEqual(faults)
  })

  it('misses the row of the document of each figure', () => {
    const faults = [fault('document_key'), fault('document_key', 'slides-p001-002')]
    expect(integrityOf({ ...whole, documents: [row(1, { document_id: 'book' })] })).toEqual(faults)
  })

  it.each<[what: string, change: Partial<Figure>, rules: readonly IntegrityId[]]>([
    ['that compares with another figure', { compares_figure_id: 'slides-p001-002' }, []],
    ['that compares with a figure of another document', { compares_figure_id: 'slides-p001-003' }, []],
    ['that compares with none', { compares_figure_id: 'slides-p001-009' }, ['figure_key']],
    ['that is printed earlier', { duplicate_of_figure_id: 'slides-p001-002' }, []],
    ['that is printed nowhere', { duplicate_of_figure_id: 'slides-p001-009' }, ['figure_key']],
    ['with both wrong is one fault', { compares_figure_id: 'x', duplicate_of_figure_id: 'y' }, ['figure_key']],
    ['of no programme', { programme_row_id: null, programme: null }, []],
    ['of another name', { programme: '別の事業' }, ['programme_name']],
    ['of no name', { programme: null }, ['programme_name']],
    ['of a name without a row', { programme_row_id: null }, ['programme_name']],
    ['of a row that is not there', { programme_row_id: 'x' }, ['programme_name']],
    ['of a row that is not there and of no name', { programme_row_id: 'x', programme: null }, ['programme_name']],
    ['of another section', { parent: '別の節' }, []],
    ['of another value', { yen: 100_000_001 }, ['printed_value']],
    [
      'of the value that a person gave it',
      { yen: 5, sign_mark: '△', decided_by: 'role=label;value=corrected_by_person' },
      [],
    ],
    [
      'of which a person corrected something else',
      { yen: 5, decided_by: 'value=digits_and_unit;role=corrected_by_person' },
      ['printed_value'],
    ],
    ['of another print', { raw: '10億円' }, ['printed_value']],
    ['of another unit', { unit_printed: '百万円' }, ['printed_value']],
    [
      'of many faults',
      { compares_figure_id: 'x', programme: null, yen: 1 },
      ['figure_key', 'programme_name', 'printed_value'],
    ],
  ])('holds against the other rows a figure %s', (_, change, rules) => {
    expect(integrityOf(withFigure(change))).toEqual(rules.map((rule) => fault(rule)))
  })

  it('finds each of two figures with one id', () => {
    expect(integrityOf(withFigure({ figure_id: 'slides-p001-002' }))).toEqual([
      fault('figure_id', 'slides-p001-002'),
      fault('figure_id', 'slides-p001-002'),
    ])
  })

  it.each([
    ['null', null, []],
    ['the stand-in', '戦略研究事業', ['programme_name']],
  ] as const)('of a programme whose title is lost, the name of the figure is %s', (_, name, rules) => {
    const programmes = [programme, { ...child, name_missing: true }]
    const figures = whole.figures.slice(0, 1).map((figure) => ({ ...figure, programme: name }))
    const documents = [row(1)]
    expect(integrityOf({ figures, programmes, documents }).map(({ rule }) => rule)).toEqual(rules)
  })

  it('has a sentence for each rule', () => {
    for (const sentence of Object.values(integrityRules)) expect(sentence).toMatch(/^[A-Z][^.]+\.$/u)
  })
})

const says = (raw: string, unit_printed: Figure['unit_printed'], yen: number | null, more: Partial<Figure> = {}) =>
  integrityOf(withFigure({ raw, unit_printed, yen, ...more })).length === 0

type Unit = NonNullable<Figure['unit_printed']>

describe('the printed value', () => {
  it.each<[raw: string, unit: Unit, yen: number]>([
    ['1,234円', '円', 1234],
    ['1,234', '千円', 1_234_000],
    ['5万円', '万円', 50_000],
    ['52,300百万円', '百万円', 52_300_000_000],
    ['5千万円', '千万円', 50_000_000],
    ['35億円', '億円', 3_500_000_000],
    ['2.5兆円', '兆円', 2_500_000_000_000],
    ['（△35億円）', '億円', -3_500_000_000],
    ['約35億円程度', '億円', 3_500_000_000],
    ['３５億円', '億円', 3_500_000_000],
    ['１，２３４．５', '百万円', 1_234_500_000],
    ['6 1 , 2 0 4 , 0 0 0', '円', 61_204_000],
    ['①35億円', '億円', 3_500_000_000],
    ['35億円²', '億円', 3_500_000_000],
    ['㉟ ³⁵ 🄆 ½ 35億円', '億円', 3_500_000_000],
    ['35.40億円', '億円', 3_540_000_000],
    ['0.05百万円', '百万円', 50_000],
    ['0', '千円', 0],
    ['0.0', '億円', 0],
    ['9,007,199,254,740,991', '円', Number.MAX_SAFE_INTEGER],
  ])('of %s in %s is %d and nothing else', (raw, unit, yen) => {
    expect(says(raw, unit, yen)).toBe(true)
    for (const wrong of [yen * 10 + 1, yen * 1000 + 1, yen - 1, yen + 1].filter(Number.isSafeInteger))
      expect([wrong, says(raw, unit, wrong)]).toEqual([wrong, false])
  })

  it.each<[what: string, raw: string, unit: Figure['unit_printed'], more?: Partial<Figure>]>([
    ['several units', '1兆1,850億円', 'mixed'],
    ['several units under one name', '1兆1,850億円', '億円'],
    ['a range', '30～50百万円', '百万円', { yen_max: 1 }],
    ['a range of one digit', '3〜4千万円', '千万円', { yen_max: 1 }],
    ['a request beside it', '10億円（うち要望5億円）', '億円'],
    ['kanji digits', '三億円', '億円'],
    ['kanji and other digits', '2千5百万円', '百万円'],
    ['no digits', '事項要求', '億円'],
    ['no unit', '1,234', null],
    ['an ideographic space between its digits', '３５　０億円', '億円'],
  ])('of a print with %s says nothing', (_, raw, unit, more) => {
    expect(says(raw, unit, 1, more)).toBe(true)
  })

  it('says nothing where there is no amount', () => {
    expect(says('35億円', '億円', null)).toBe(true)
  })

  it.each<[mark: Figure['sign_mark'], raw: string, yen: number, holds: boolean]>([
    ['△', '△35億円', -3_500_000_000, true],
    ['△', '△35億円', 3_500_000_000, false],
    ['▲', '▲35億円', 3_500_000_000, false],
    ['−', '−35億円', 3_500_000_000, false],
    ['-', '-35億円', 3_500_000_000, false],
    ['△', '△0億円', 0, true],
    ['△', '△1兆35億円', 1_003_500_000_000, false],
    ['△', '△1兆35億円', -1_003_500_000_000, true],
    ['+', '+35億円', 3_500_000_000, true],
    ['（）', '（35億円）', 3_500_000_000, true],
    ['none', '35億円', 3_500_000_000, true],
    ['none', '35億円の減', -3_500_000_000, true],
  ])('of the sign %s in %s is %d: %s', (sign_mark, raw, yen, holds) => {
    expect(says(raw, '億円', yen, { sign_mark })).toBe(holds)
  })

  const powers: readonly (readonly [Unit, number])[] = [
    ['円', 0],
    ['千円', 3],
    ['万円', 4],
    ['百万円', 6],
    ['千万円', 7],
    ['億円', 8],
  ]

  const fullWidth = (text: string) =>
    text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

  it('is found in any unit, with commas and in full width', () => {
    const numbers = fc.nat(9_999_999)
    fc.assert(
      fc.property(
        numbers,
        fc.nat(2),
        fc.constantFrom(...powers),
        fc.boolean(),
        fc.boolean(),
        (n, decimals, unit, commas, wide) => {
          const places = Math.min(decimals, unit[1])
          const [grain, scale] = [10 ** (unit[1] - places), 10 ** places]
          const integer = Math.floor(n / scale)
          const digits = commas ? integer.toLocaleString('en-GB') : String(integer)
          const printed = places === 0 ? digits : `${digits}.${String(n % scale).padStart(places, '0')}`
          const raw = `${wide ? fullWidth(printed) : printed}${unit[0]}`
          for (const sign of [1, -1]) {
            expect([raw, says(raw, unit[0], sign * n * grain)]).toEqual([raw, true])
            expect([raw, says(raw, unit[0], sign * n * grain + 1)]).toEqual([raw, false])
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
