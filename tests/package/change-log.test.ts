import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsLog, emptyLog, firstLog, logOf, noteOf } from '../../src/package/change-log.js'
import type { DocumentReport } from '../../src/regression/report.js'
import { entriesWith, entry } from '../regression/entries.js'

const report = (more: Partial<DocumentReport> = {}): DocumentReport => ({
  document: 'slides',
  file: 'as_before',
  status: 'complete',
  statusBefore: 'complete',
  same: 0,
  added: [],
  removed: [],
  changed: [],
  ...more,
})

const first = firstLog({ version: '1.0.0', figures: 2, documents: 1 })

const logWith = (...reports: readonly DocumentReport[]): string => logOf(first, '1.1.0', reports.map(noteOf))

/** What stands between the head of the new edition and that of the one before. */
const sectionOf = (log: string): string => {
  const [, section, rest] = log.split(/^## .*\n/mu)
  expect(rest).toBe('\nFirst edition: 2 figures of 1 document.\n')
  return section ?? ''
}

describe('a first edition', () => {
  it('is told in one sentence', () => {
    expect(first).toBe('# Changes\n\n## 1.0.0\n\nFirst edition: 2 figures of 1 document.\n')
    expect(firstLog({ version: '1.0.0', figures: 1, documents: 0 })).toContain(
      'First edition: 1 figure of 0 documents.\n',
    )
  })
})

describe('a new edition', () => {
  it('stands on top, and all that was there below it, to the letter', () => {
    const text = fc.string({ unit: fc.constantFrom(...'#a `~-\n', '## 1.0.0\n') })
    fc.assert(
      fc.property(text, (more) => {
        const before = `${first}${more}`
        for (const log of [logOf(before, '2.0.0', []), columnsLog(before, '2.0.0')]) {
          expect(log.startsWith('# Changes\n\n## 2.0.0\n\n')).toBe(true)
          expect(log.endsWith(before.slice('# Changes\n'.length))).toBe(true)
          expect(log.split('\n').filter((line) => line === '# Changes').length).toBe(
            before.split('\n').filter((line) => line === '# Changes').length,
          )
        }
      }),
    )
  })

  it.each([
    ['of none', emptyLog, ''],
    ['of a hand', 'Our own words.\n', '\nOur own words.\n'],
  ])('keeps a log %s', (_, before, kept) => {
    expect(logOf(before, '1.1.0', [])).toBe(
      `# Changes\n\n## 1.1.0\n\n0 figures added, 0 removed, 0 changed, 0 as before.\n${kept}`,
    )
  })

  it('says where the columns are others that nothing was compared', () => {
    expect(columnsLog(first, '2.0.0')).toMatchInlineSnapshot(`
      "# Changes

      ## 2.0.0

      Columns changed, or what they may hold, so the figures were not compared one by one with those of the version before.

      ## 1.0.0

      First edition: 2 figures of 1 document.
      "
    `)
  })

  it('tells what changed, document by document', () => {
    const log = logWith(
      report({ document: 'a', same: 5 }),
      report({
        document: 'b',
        same: 2,
        changed: [{ fields: ['yen', 'raw'], before: entry(), after: entry({ yen: '2600000000', raw: '26億円' }) }],
        removed: [entry({ page: '', programme: '', flags: 'part_of' })],
        added: [entry({ yen: '', raw: '事項要求', flags: 'unpriced' })],
      }),
      report({ document: 'c', file: 'new' }),
    )
    expect(sectionOf(log)).toMatchInlineSnapshot(`
      "
      1 figure added, 1 removed, 1 changed, 7 as before.

      ### b

          ~ changed value, print
            was page 1  25億円  2,500,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業
            is  page 1  26億円  2,600,000,000 yen  budget 2026 request  研究の推進 > 戦略研究事業
          - text  25億円  2,500,000,000 yen  budget 2026 request  (no programme)  part_of
          + page 1  事項要求  no value  budget 2026 request  研究の推進 > 戦略研究事業  unpriced

      ### c

      The document is new.

      "
    `)
  })

  it.each<[file: DocumentReport['file'], told: string | null]>([
    ['as_before', null],
    ['other_bytes', 'The document has other bytes.'],
    ['other_status', 'The document is read less or more completely.'],
    ['new', 'The document is new.'],
    ['gone', 'The document is gone.'],
  ])('says of a document that is %s: %s', (file, told) => {
    const section = sectionOf(logWith(report({ file, same: 1 })))
    expect(section.includes('### slides\n')).toBe(told !== null)
    if (told !== null) expect(section).toContain(`### slides\n\n${told}\n`)
  })

  it.each([
    [20, null],
    [21, '    and 1 more\n'],
    [1000, '    and 980 more\n'],
  ])('tells 20 of %d changes of a document and counts the rest', (count, more) => {
    const section = sectionOf(
      logWith(report({ added: Array.from({ length: count }, (_, i) => entry({ raw: `${i}円` })) })),
    )
    expect(section).toContain(`\n${count} figures added, `)
    expect(section.match(/^ {4}\+ /gmu)?.length).toBe(20)
    expect(section.match(/^ {4}and .*\n/mu)?.[0] ?? null).toBe(more)
  })

  it('lets nothing out of its place, whatever documents print', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'#`~<>|*[]()-+\n\r\t\u0085\u2028\u0000 a研', '```\n', '\n# ', '\n\n', '<!--', '</pre>'),
    })
    const entries = fc.array(entriesWith(text), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(text, entries, entries, (document, removed, added) => {
        const changed = [{ fields: ['raw'] as const, before: entry(removed[0]), after: entry(added[0]) }]
        const lines = sectionOf(logWith(report({ document, removed, added, changed }))).split('\n')
        const counts = /^\d+ figures? added, \d+ removed, 1 changed, 0 as before\.$/u
        const head = /^### [^`~<>|*[\]#\\]*$/u
        const harmless = (line: string) =>
          line === '' || counts.test(line) || line.startsWith('    ') || head.test(line.replace(/&#\d+;/gu, ''))
        expect(lines.filter((line) => !harmless(line))).toEqual([])
        expect(lines.filter((line) => line.startsWith('### ')).length).toBe(1)
        expect(lines.filter((line) => line.startsWith('    ')).length).toBe(3 + removed.length + added.length)
        expect(lines.join('')).not.toMatch(/[\p{Cc}\u2028]/u)
      }),
      { numRuns: 500 },
    )
  })
})
