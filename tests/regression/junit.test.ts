import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { differencesOf } from '../../src/regression/differences.js'
import { junitOf } from '../../src/regression/junit.js'
import type { Report } from '../../src/regression/report.js'
import { awkward, compared, dataset, oku, row, sumCheck } from './entries.js'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Every element is closed where it was opened; the parser forgives it. */
const expectBalance = (xml: string): void => {
  const tags = /<(\/?)(\w+)[^<>]*?(\/?)>/gu
  const open: (string | undefined)[] = []
  for (const [, end, name, empty] of xml.matchAll(tags)) {
    if (end) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name)
  }
  expect(open).toEqual([])
  expect(xml.replace('<?xml version="1.0" encoding="UTF-8"?>', '').replaceAll(tags, '')).not.toContain('<')
}

const parse = (xml: string): Element => {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, children: [], text: '' }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (text) => {
        const element = open.at(-1)
        if (element) element.text += text
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return top
}

/** What XML 1.0 has no place for, and what must be written as an entity. */
const foreign = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const bare = /&(?!(?:amp|lt|gt|quot|apos);)/u

const suitesOf = (report: Report): readonly Element[] => {
  const xml = junitOf(report)
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites [^<>]+>\n.*<\/testsuites>\n$/su)
  for (const illegal of [foreign, bare]) expect(xml.search(illegal)).toBe(-1)
  expectBalance(xml)
  const [suites] = parse(xml).children.filter(({ name }) => name === 'testsuites')
  expect(suites?.attributes.name).toBe('yosan check')
  const cases = suites?.children.flatMap(({ children }) => children) ?? []
  const failures = cases.flatMap(({ children }) => children)
  expect(suites?.attributes).toMatchObject({ tests: String(cases.length), failures: String(failures.length) })
  return suites?.children ?? []
}

const book = [oku(6, { document_id: 'book' }), oku(7, { document_id: 'book' })]
const before = dataset([oku(1), oku(2), oku(3), oku(4), ...book])
const after = dataset(
  [oku(1), oku(2, { fund: true }), oku(4), oku(5, { page: 2 }), ...book],
  sumCheck(oku(3), oku(1), oku(2)),
)

describe('junitOf', () => {
  it('prints a report', () => {
    expect(junitOf(compared(before, after))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="yosan check" tests="6" failures="4">
        <testsuite name="book" tests="1" failures="0">
          <testcase classname="book" name="2 figures as in the baseline"/>
        </testsuite>
        <testsuite name="slides" tests="5" failures="4">
          <testcase classname="slides" name="2 figures as in the baseline"/>
          <testcase classname="slides" name="1 Changed flags: was page 1  2億円  200,000,000 yen  budget 2026 request  研究の推進 &gt; 戦略研究事業  frame=request_and_wish">
            <failure type="changed" message="Changed flags">was page 1  2億円  200,000,000 yen  budget 2026 request  研究の推進 &gt; 戦略研究事業  frame=request_and_wish
      is page 1  2億円  200,000,000 yen  budget 2026 request  研究の推進 &gt; 戦略研究事業  frame=request_and_wish;fund</failure>
          </testcase>
          <testcase classname="slides" name="2 Removed figure: page 1  3億円  300,000,000 yen  budget 2026 request  研究の推進 &gt; 戦略研究事業  frame=request_and_wish">
            <failure type="removed" message="Removed figure">page 1  3億円  300,000,000 yen  budget 2026 request  研究の推進 &gt; 戦略研究事業  frame=request_and_wish</failure>
          </testcase>
          <testcase classname="slides" name="3 Added figure: page 2  5億円  500,000,000 yen  budget 2026 request  研究の推進 &gt; 戦略研究事業  frame=request_and_wish">
            <failure type="added" message="Added figure">page 2  5億円  500,000,000 yen  budget 2026 request  研究の推進 &gt; 戦略研究事業  frame=request_and_wish</failure>
          </testcase>
          <testcase classname="slides" name="4 Check programme_parts: slides-k0001: An amount that the check needs is not there.">
            <failure type="check" message="Check programme_parts">slides-k0001: An amount that the check needs is not there.</failure>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `)
  })

  it('has a suite for each document, and a case for its figures that are as they were', () => {
    const suites = suitesOf(compared(before, after))
    expect(suites.map(({ name, attributes }) => ({ element: name, ...attributes }))).toEqual([
      { element: 'testsuite', name: 'book', tests: '1', failures: '0' },
      { element: 'testsuite', name: 'slides', tests: '5', failures: '4' },
    ])
    expect(suites.map(({ children }) => children[0])).toEqual([
      {
        name: 'testcase',
        attributes: { classname: 'book', name: '2 figures as in the baseline' },
        children: [],
        text: '',
      },
      {
        name: 'testcase',
        attributes: { classname: 'slides', name: '2 figures as in the baseline' },
        children: [],
        text: '',
      },
    ])
  })

  it('has a case that failed for each difference, with all that is to say of it', () => {
    const report = compared(before, after)
    const cases = suitesOf(report).flatMap(({ children }) => children.slice(1))
    const failures = cases.map(({ children }) => children[0])
    expect(failures.map((failure) => ({ ...failure?.attributes, text: failure?.text }))).toEqual(
      differencesOf(report).map(({ kind, title, message }) => ({ type: kind, message: title, text: message })),
    )
    expect(failures.map((failure) => failure?.attributes.type)).toEqual(['changed', 'removed', 'added', 'check'])
    expect(new Set(cases.map(({ attributes }) => attributes.name)).size).toBe(4)
  })

  it('of a data set as its baseline has no failure', () => {
    const suites = suitesOf(compared(before, before))
    expect(suites.map(({ attributes }) => attributes.failures)).toEqual(['0', '0'])
  })

  it('of nothing has no suite', () => {
    expect(suitesOf(compared(dataset([]), dataset([])))).toEqual([])
  })

  const none = dataset([])
  const complete = { ...none, documents: [row(0)] }
  const partial = { ...none, documents: [row(0, { status: 'partial' })] }

  it.each([
    ['came', none, complete, 'New document', 'It is complete, and was not there, or not known.'],
    ['went', complete, none, 'Document gone', 'It is not there, and was complete.'],
    ['is read less completely', complete, partial, 'Document read otherwise', 'It is partial, and was complete.'],
  ] as const)('tells of a document without figures that %s', (_, one, two, message, text) => {
    const failures = suitesOf(compared(one, two)).flatMap(({ children }) => children[1]?.children ?? [])
    expect(failures).toEqual([{ name: 'failure', attributes: { type: 'document', message }, children: [], text }])
  })

  it.each([
    ['all that XML is written with', 'A&B <"C"> \'D\' &amp; ]]> <!-- -->', 'A&B <"C"> \'D\' &amp; ]]> <!-- -->'],
    ['control characters', 'a\u0000b\u0007c\u001b[31m\u007f', 'a\\u0000b\\u0007c\\u001b[31m\\u007f'],
    ['ends of lines', 'a\nb\r\n\tc', 'a\\u000ab\\u000d\\u000a\\u0009c'],
    ['characters of two units', '𠮷野', '𠮷野'],
  ])('keeps names with %s', (_, name, shown) => {
    const odd = { ...before, figures: before.figures.map((figure) => ({ ...figure, programme: name, raw: name })) }
    const failures = suitesOf(compared(dataset([]), odd)).flatMap(({ children }) => children.slice(1, 3))
    expect(failures.length).toBe(4)
    for (const { attributes, children } of failures.filter(({ attributes }) => attributes.name?.includes('Added')))
      for (const text of [attributes.name, children[0]?.text]) expect(text?.split(shown).length).toBe(3)
  })

  it('is XML whatever the figures say', () => {
    const odd = fc.oneof(
      awkward,
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('<', '&', ';', '"', ']', '>', '\u0000', '\ud800', '\uffff') }),
    )
    fc.assert(
      fc.property(odd, odd, odd, (raw, programme, document_id) => {
        const [one, ...more] = suitesOf(compared(dataset([]), dataset([oku(1, { raw, programme, document_id })])))
        expect([one?.attributes.name, more]).toEqual([document_id.replaceAll(foreign, '\ufffd'), []])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a control character', 'a\u0000b', 'a\ufffdb'],
    ['each of two', '\u0007\u001b', '\ufffd\ufffd'],
    ['half a character', '\ud842野', '\ufffd野'],
    ['what is no character', 'a\uffff\ufffe', 'a\ufffd\ufffd'],
    ['nothing of XML', '研究\t𠮷\u007f\u0085\ufffd', '研究\t𠮷\u007f\u0085\ufffd'],
  ])('replaces %s in the name of a document', (_, document_id, name) => {
    const [suite] = suitesOf(compared(dataset([]), dataset([oku(1, { document_id })])))
    expect(suite?.attributes.name).toBe(name)
  })

  it('counts one figure in the singular', () => {
    expect(junitOf(compared(dataset([oku(1)]), dataset([oku(1)])))).toContain('name="1 figure as in the baseline"')
  })

  it('has a suite for the checks of a document that has no figures', () => {
    const checks = sumCheck(oku(3), oku(1), oku(2)).map((check) => ({ ...check, document_id: 'x', found_yen: 0 }))
    const report = compared(before, dataset(before.figures, checks))
    expect(report.totals.faults).toBe(1)
    expect(suitesOf(report).map(({ attributes, children }) => [attributes.name, children.length])).toEqual([
      ['book', 1],
      ['slides', 1],
      ['x', 2],
    ])
  })
})
