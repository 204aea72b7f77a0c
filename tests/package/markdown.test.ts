import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, inline, link, table } from '../../src/package/markdown.js'
import { escapeText } from '../../src/terminal.js'

/** Marks of Markdown and HTML, ends of lines, and what hides. */
const hostile = fc.string({
  unit: fc.constantFrom(...'\\`*_{}[]<>|~#!&;: a研1\n\r\t\u0085\u2028\u200b\u202e\0', '&lt;', '&#42;', '```', '\n\n# '),
})

/** What a reader of Markdown sees. */
const seen = (markdown: string): string =>
  markdown.replace(/&#(\d+);/gu, (_, point) => String.fromCodePoint(Number(point)))

describe('inline', () => {
  it.each([
    ['総務費', '総務費'],
    ['R&D 100%', 'R&D 100%'],
    ['a\r\n\n  b', 'a b'],
    ['a|b', 'a&#124;b'],
    ['<script>', '&#60;script&#62;'],
    ['[x](y)', '&#91;x&#93;(y)'],
    ['**a** _b_ `c` ~d~', '&#42;&#42;a&#42;&#42; &#95;b&#95; &#96;c&#96; &#126;d&#126;'],
    ['&lt;b&gt; &#42;', '&#38;lt;b&#38;gt; &#38;&#35;42;'],
    ['\\', '&#92;'],
    ['\u001b[2J', '&#92;u001b&#91;2J'],
    ['\u202e', '&#92;u202e'],
  ])('%j is %s', (text, markdown) => {
    expect(inline(text)).toBe(markdown)
  })

  it('is one line without a mark, and is read as the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = inline(text)
        expect(markdown.replace(/&#\d+;/gu, '')).not.toMatch(/[\\`*_{}[\]<>|~#\p{Cc}\u2028\u200b\u202e]/u)
        expect(seen(markdown)).toBe(escapeText(text.replace(/\s+/gu, ' ')))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('link', () => {
  it.each([
    ['https://example.jp/a_b*c', '<https://example.jp/a_b*c>'],
    ['https://example.jp/a b', '<https://example.jp/a%20b>'],
    ['https://example.jp/\n# a', '<https://example.jp/%0A#%20a>'],
    ['https://example.jp/><b>|', '<https://example.jp/%3E%3Cb%3E%7C>'],
  ])('%j is %s', (address, markdown) => {
    expect(link(address)).toBe(markdown)
  })

  it('holds nothing that ends it or its line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(link(text)).toMatch(/^<[^<>|\s]*>$/u)
      }),
    )
  })
})

describe('table', () => {
  it('has a line for the head, one below it and one for each row', () => {
    expect(table(['a', 'b'], [['1', code('x')]])).toBe('| a | b |\n| --- | --- |\n| 1 | `x` |\n')
  })

  it('of no rows has its head', () => {
    expect(table(['a'], [])).toBe('| a |\n| --- |\n')
  })

  it('keeps its cells apart, whatever they say', () => {
    const cells = fc.array(fc.tuple(hostile, hostile), { maxLength: 4 })
    fc.assert(
      fc.property(cells, (rows) => {
        const lines = table(
          ['a', 'b'],
          rows.map((row) => row.map(inline)),
        ).split('\n')
        expect(lines.length).toBe(rows.length + 3)
        for (const line of lines.slice(0, -1)) expect(line.split('|').length).toBe(4)
      }),
    )
  })
})
