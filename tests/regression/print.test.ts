import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../src/model/document.js'
import type { Figure } from '../../src/model/figure.js'
import { lineOf, printReport } from '../../src/regression/print.js'
import { painter } from '../../src/terminal.js'
import { compared, dataset, entry, oku, row, sumCheck } from './entries.js'

const print = (before: Parameters<typeof compared>[0], after: Parameters<typeof compared>[1]): string =>
  printReport(compared(before, after), painter(false))

const book = oku(7, { document_id: 'book' })
const leaflet = oku(8, { document_id: 'leaflet', page: null })
const before = dataset([oku(1), oku(2), oku(3), book])
const after = {
  ...dataset(
    [oku(1), oku(2, { yen: 20_000_000_000, raw: '200億円' }), oku(4), leaflet],
    sumCheck(oku(3), oku(1), oku(2)),
  ),
  documents: [row(3, { status: 'partial' }), row(1, { document_id: 'leaflet' })],
}

describe('printReport', () => {
  it('tells a person what differs, document by document', () => {
    expect(print(before, after)).toMatchInlineSnapshot(`
      "book: is only in the baseline
        - removed  page 1  7億円  700,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish
      leaflet: is not in the baseline
        + added    text  8億円  800,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish
      slides: is read less or more completely than in the baseline (partial, was complete)
        ~ changed  value, print
            was    page 1  2億円  200,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish
            is     page 1  200億円  20,000,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish
        ~ changed  value, print
            was    page 1  3億円  300,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish
            is     page 1  4億円  400,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish

      Different: 1 figure as in the baseline, 2 changed, 1 removed, 1 added, documents that came, went or are read otherwise: 3, faults of the data set: 1

      Reckoned again: 0 checks ran; 1 not run
        ! slides-k0001  An amount that the check needs is not there. (programme_parts)
      "
    `)
  })

  it('tells of a data set that is as it was', () => {
    const same = dataset([oku(1), oku(2), oku(3)], sumCheck(oku(3), oku(1), oku(2)))
    expect(print(same, same)).toMatchInlineSnapshot(`
      "No difference: 3 figures as in the baseline, 0 changed, 0 removed, 0 added

      Reckoned again: 1 check ran: 1 ok
      "
    `)
  })

  it('tells of other bytes, which are no difference', () => {
    const other = { ...before, documents: before.documents.map((one) => ({ ...one, sha256: '1'.repeat(64) })) }
    expect(print(before, other)).toMatchInlineSnapshot(`
      "book: the file has other bytes than in the baseline
      slides: the file has other bytes than in the baseline

      No difference: 4 figures as in the baseline, 0 changed, 0 removed, 0 added

      Reckoned again: 0 checks ran
      "
    `)
  })

  it('tells of faults alone', () => {
    expect(
      print(before, { ...before, figures: before.figures.map((figure) => ({ ...figure, compares_figure_id: 'x' })) }),
    ).toMatchInlineSnapshot(`
      "Different: 4 figures as in the baseline, 0 changed, 0 removed, 0 added, faults of the data set: 4

      Reckoned again: 0 checks ran
        ! slides-p001-001  The figure points to a figure that is not there. (figure_key)
        ! slides-p001-002  The figure points to a figure that is not there. (figure_key)
        ! slides-p001-003  The figure points to a figure that is not there. (figure_key)
        ! slides-p001-007  The figure points to a figure that is not there. (figure_key)
      "
    `)
  })

  it.each<[what: string, more: Partial<DocumentRow>, line: string]>([
    [
      'less completely',
      { status: 'partial' },
      'slides: is read less or more completely than in the baseline (partial, was complete)',
    ],
    [
      'not at all any more',
      { status: 'failed', sha256: null },
      'slides: is read less or more completely than in the baseline (failed, was complete)',
    ],
    ['from other bytes', { sha256: null }, 'slides: the file has other bytes than in the baseline'],
  ])('tells of a document that is read %s', (_, more, line) => {
    const one = dataset([oku(1)])
    expect(print(one, { ...one, documents: [row(1, more)] }).split('\n')[0]).toBe(line)
  })

  it.each([
    [0, '0 figures'],
    [1, '1 figure'],
    [2, '2 figures'],
  ])('counts %d as %s', (count, figures) => {
    const same = dataset(Array.from({ length: count }, (_, i) => oku(i + 1)))
    expect(print(same, same)).toContain(`No difference: ${figures} as in the baseline, `)
  })

  const counted = Array.from({ length: 50 }, (_, i) => oku(i + 1))

  it.each([
    [50, 50, null],
    [51, 50, 'and 1 more'],
    [120, 50, 'and 70 more'],
  ])('of %d figures that came names %d', (count, named, more) => {
    const many = dataset(Array.from({ length: count }, (_, i) => oku(i + 1)))
    const lines = print({ ...dataset([]), documents: [row(0)] }, many).split('\n')
    expect(lines.filter((line) => line.startsWith('  + added')).length).toBe(named)
    expect(lines.find((line) => line.endsWith(' more'))?.trim() ?? null).toBe(more)
    expect(lines.at(-4)).toContain(`${count} added`)
  })

  it('of more changes than it names shows each that it names whole', () => {
    const changed = dataset([...counted, oku(51)].map((figure) => ({ ...figure, fund: true })))
    const lines = print(dataset([...counted, oku(51)]), changed).split('\n')
    for (const start of ['  ~ changed', '      was', '      is '])
      expect(lines.filter((line) => line.startsWith(start)).length).toBe(50)
    expect(lines).toContain('  and 1 more')
  })

  it('of more than 50 faults counts the rest', () => {
    const wrong = dataset(counted.map((figure) => ({ ...figure, compares_figure_id: 'x', programme: 'x' })))
    const lines = print(wrong, wrong).split('\n')
    expect(lines.filter((line) => line.startsWith('  ! ')).length).toBe(50)
    expect(lines.at(-2)).toBe('  and 50 more')
  })

  it('paints only what stands in a line', () => {
    const painted = printReport(compared(before, after), painter(true))
    expect(stripVTControlCharacters(painted)).toBe(print(before, after))
    for (const line of painted.split('\n')) expect(line.split('\u001b[').length % 2).toBe(1)
    expect(painted).toContain('\u001b[31m  - removed  page 1  7億円')
    expect(painted).toContain('\u001b[31mDifferent: ')
    expect(printReport(compared(before, before), painter(true))).toContain('\u001b[32mNo difference: ')
  })

  it.each<[what: string, change: Partial<Figure>, shown: string]>([
    ['a programme', { programme: '\u001b]0;title\u0007' }, '\\u001b]0;title\\u0007'],
    ['a section', { parent: 'a\u001b[2Jb' }, 'a\\u001b[2Jb > '],
    ['an amount', { raw: '1億円\n\u202e' }, '1億円\\u000a\\u202e'],
    ['a document', { document_id: 'a\u001b[31m' }, 'a\\u001b[31m: is not in the baseline'],
    ['a figure', { figure_id: 'a\u001b[31m', compares_figure_id: 'x' }, '  ! a\\u001b[31m  The figure points'],
  ])('makes the escapes of a terminal safe in the name of %s', (_, change, shown) => {
    expect(print(dataset([]), dataset([oku(1, change)]))).toContain(shown)
  })

  it('prints nothing that would move a cursor', () => {
    const odd = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(odd, odd, odd, odd, (programme, raw, document_id, figure_id) => {
        const printed = print(before, dataset([...before.figures, oku(5, { programme, raw, document_id, figure_id })]))
        expect(printed.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u,
        )
        expect(printed.split('\n').filter((line) => line.startsWith('  + added')).length).toBe(1)
      }),
    )
  })
})

describe('lineOf', () => {
  it.each([
    ['an amount', {}, 'page 1  25億円  2,500,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業'],
    ['a text', { page: '' }, 'text  25億円  2,500,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業'],
    ['a decrease', { yen: '-999' }, 'page 1  25億円  -999 yen  budget 2026 request  研究の推進 > 戦略研究事業'],
    [
      'a range',
      { yen: '1000..1234567' },
      'page 1  25億円  1,000..1,234,567 yen  budget 2026 request  研究の推進 > 戦略研究事業',
    ],
    ['no value', { yen: '' }, 'page 1  25億円  no value  budget 2026 request  研究の推進 > 戦略研究事業'],
    ['no term', { year: '', stage: '' }, 'page 1  25億円  2,500,000,000 yen  budget  研究の推進 > 戦略研究事業'],
    ['no programme', { programme: '' }, 'page 1  25億円  2,500,000,000 yen  budget 2026 request  (no programme)'],
    [
      'flags',
      { flags: 'new;fund' },
      'page 1  25億円  2,500,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  new;fund',
    ],
  ])('of %s', (_, change, line) => {
    expect(lineOf(entry(change))).toBe(line)
  })
})
