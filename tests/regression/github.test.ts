import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Baseline, baselineOf, printBaseline, readBaseline } from '../../src/regression/baseline.js'
import { differencesOf } from '../../src/regression/differences.js'
import { githubOf } from '../../src/regression/github.js'
import { type Checkable, check } from '../../src/regression/index.js'
import { awkward, dataset, oku, row, sumCheck } from './entries.js'

/** The annotations of a check against a baseline as its file has it, with the lines of that file. */
const annotate = (before: Checkable, after: Checkable, more: { file?: string; reasons?: Baseline['reasons'] } = {}) => {
  const text = printBaseline(baselineOf(before, more.reasons ?? []))
  const baseline = readBaseline(text, 'baseline.tsv')
  const report = check(after, baseline)
  const annotations = githubOf(report, more.file ?? 'baseline.tsv', baseline.lines)
  return { report, annotations, all: annotations.split('\n').slice(0, -1).map(read), lines: text.split('\n') }
}

interface Annotation {
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** What GitHub makes of a line, as its runner does. */
const read = (line: string): Annotation => {
  const [, properties = '', data = ''] = /^::error (.*?)::(.*)$/su.exec(line) ?? []
  const decode = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
  const pairs = properties.split(',').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name, decode(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ',')).replaceAll('%25', '%')]
  })
  return { properties: Object.fromEntries(pairs), message: decode(data).replaceAll('%25', '%') }
}

const before = dataset([oku(1), oku(2), oku(3), oku(4, { document_id: 'book' })])
const after = dataset(
  [oku(1), oku(2, { fund: true }), oku(5, { page: 2 }), oku(4, { document_id: 'book' })],
  sumCheck(oku(3), oku(1), oku(2)),
)

/** A document without figures. */
const bare: Checkable = { ...dataset([]), documents: [row(0, { document_id: 'book' })] }

describe('githubOf', () => {
  it('prints an annotation for each difference', () => {
    expect(annotate(before, after, { file: 'data/baseline.tsv' }).annotations).toMatchInlineSnapshot(`
      "::error file=data/baseline.tsv,line=7,title=Changed flags::slides: was page 1  2億円  200,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish%0Ais page 1  2億円  200,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish;fund
      ::error file=data/baseline.tsv,line=8,title=Removed figure::slides: page 1  3億円  300,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish
      ::error file=data/baseline.tsv,title=Added figure::slides: page 2  5億円  500,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業  frame=request_and_wish
      ::error file=data/baseline.tsv,title=Check programme_parts::slides: slides-k0001: An amount that the check needs is not there.
      "
    `)
  })

  it.each<[what: string, before: Checkable, after: Checkable, title: string, message: string]>([
    ['came', dataset([]), bare, 'New document', 'book: It is complete, and was not there, or not known.'],
    ['went', bare, dataset([]), 'Document gone', 'book: It is not there, and was complete.'],
    [
      'is read less completely',
      bare,
      { ...bare, documents: [row(0, { document_id: 'book', status: 'partial' })] },
      'Document read otherwise',
      'book: It is partial, and was complete.',
    ],
  ])('tells of a document that %s', (_, before, after, title, message) => {
    expect(annotate(before, after).all).toEqual([{ properties: { file: 'baseline.tsv', title }, message }])
  })

  it('prints nothing where nothing differs', () => {
    expect(annotate(before, before).annotations).toBe('')
  })

  it.each([
    ['no reason', 0],
    ['a reason', 1],
    ['twelve reasons', 12],
  ])('points at the lines of a baseline with %s', (_, count) => {
    const reasons = Array.from({ length: count }, (_, i) => ({ text: `${i}`, added: 0, removed: 0, changed: i }))
    const { all, lines } = annotate(before, after, { reasons })
    const pointed = all.map(({ properties }) => [
      properties.title,
      properties.line === undefined ? null : lines[Number(properties.line) - 1]?.split('\t')[7],
    ])
    expect(pointed).toEqual([
      ['Changed flags', '2億円'],
      ['Removed figure', '3億円'],
      ['Added figure', null],
      ['Check programme_parts', null],
    ])
  })

  it('points at each of two lines that are alike', () => {
    const twice = dataset([oku(1), oku(2), oku(2)])
    const { all, lines } = annotate(twice, dataset([oku(1)]))
    const numbers = all.map(({ properties }) => Number(properties.line))
    expect(numbers).toEqual([5, 6])
    expect(numbers.map((number) => lines[number - 1]?.split('\t')[7])).toEqual(['2億円', '2億円'])
  })

  it.each([
    ['a, b: c.tsv', 'file=a%2C b%3A c.tsv,'],
    ['100%.tsv', 'file=100%25.tsv,'],
    ['a%0Ab.tsv', 'file=a%250Ab.tsv,'],
    ['a\nb\r.tsv', 'file=a%0Ab%0D.tsv,'],
    ['予算/baseline.tsv', 'file=予算/baseline.tsv,'],
  ])('of the file %j', (file, printed) => {
    const lines = annotate(before, after, { file }).annotations.split('\n')
    expect(lines.filter((line) => line.startsWith(`::error ${printed}`)).length).toBe(4)
  })

  it.each([
    ['100%増', '100%25増'],
    ['%0A', '%250A'],
    ['a::b, c', 'a::b, c'],
    ['::set-output::x', '::set-output::x'],
    ['a\nb', 'a\\u000ab'],
  ])('of a programme named %j', (programme, printed) => {
    const named = dataset([...before.figures, oku(6, { programme, parent: null })])
    const [first] = annotate(before, named).annotations.split('\n')
    expect(first).toMatch(/^::error file=baseline\.tsv,title=Added figure::slides: /u)
    expect(first).toContain(`  ${printed}  `)
  })

  it('says all of each difference, one a line, whatever it says', () => {
    const odd = fc.oneof(
      awkward,
      fc.string({ unit: fc.constantFrom('%', '0', '2', '5', 'A', 'D', '\n', '\r', ':', ',') }),
    )
    fc.assert(
      fc.property(odd, odd, odd, (programme, document_id, file) => {
        const more = dataset([...after.figures, oku(6, { programme, document_id })])
        const { report, annotations, all } = annotate(before, more, { file })
        expect(annotations).not.toContain('\r')
        expect(all.map(({ message }) => message)).toEqual(
          differencesOf(report).map(({ document, message }) => `${document}: ${message}`),
        )
        for (const { properties } of all) expect(properties.file).toBe(file)
      }),
    )
  })
})
