import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCorrections } from '../../src/corrections/read.js'
import { printCorrections } from '../../src/corrections/write.js'
import { YosanError } from '../../src/errors.js'
import { type Correction, correctionColumns, newColumns } from '../../src/model/correction.js'
import { identityOf } from '../../src/model/correction-identity.js'
import { correction } from './corrections.js'

type Cells = Partial<Record<keyof Correction, string>>

/** A row that accepts, as a person types it. */
const accept: Cells = {
  action: 'accept',
  document_id: 'slides',
  page: '3',
  line: '14',
  boxes: '1.0 2.0 3.0 4.0',
  raw: '20億円',
  role: 'budget',
}

const corrects = (more: Cells): Cells => ({ ...accept, action: 'correct', ...more })

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const lineOf = (cells: Cells) => correctionColumns.map((column) => quoted(cells[column] ?? '')).join(',')

const csvOf = (...rows: readonly Cells[]) => [correctionColumns.join(','), ...rows.map(lineOf), ''].join('\r\n')

const read = (text: string) => readCorrections(text, 'c.csv')

describe('readCorrections', () => {
  it.each<[what: string, text: string, rows: number]>([
    ['a head alone', csvOf(), 0],
    ['a row', csvOf(accept), 1],
    ['a byte order mark', `\ufeff${csvOf(accept)}`, 1],
    ['bare line ends', csvOf(accept).replaceAll('\r\n', '\n'), 1],
    ['no end of the last line', csvOf(accept).trimEnd(), 1],
    ['no quotes', csvOf(accept).replaceAll('"', ''), 1],
    ['blank rows and rows of commas', `${csvOf(accept)}\r\n${','.repeat(20)}\r\n\r\n`, 1],
    ['more columns', csvOf(accept).replace('\r\n', ',memo\r\n'), 1],
    ['other columns first', csvOf(accept).replace(/^(.*)$/gmu, (line) => (line === '' ? '' : `x,${line}`)), 1],
  ])('takes %s', async (_, text, rows) => {
    expect(await read(text)).toHaveLength(rows)
  })

  it.each<[cells: Cells, read: Partial<Correction>]>([
    [accept, { action: 'accept', sha256: null, raw_label: null, programme: null, yen: null, stage: null, date: null }],
    [
      { ...accept, page: '', boxes: '' },
      { page: null, boxes: null, line: 14 },
    ],
    [{ ...accept, yen: '1,200,000,000' }, { yen: 1_200_000_000 }],
    [{ ...accept, yen: '-5' }, { yen: -5 }],
    [{ ...accept, yen: '-0' }, { yen: 0 }],
    [{ ...accept, fiscal_year: '２０２５' }, { fiscal_year: 2025 }],
    [{ ...accept, date: '2026/4/1' }, { date: '2026-04-01' }],
    [{ ...accept, date: '2026-04-01' }, { date: '2026-04-01' }],
    [{ ...accept, raw: ' 20億円' }, { raw: ' 20億円' }],
    [{ ...accept, raw: '20億\n円' }, { raw: '20億\n円' }],
    [
      { ...accept, action: ' reject ', note: ' 注 ', by: '財政課' },
      { action: 'reject', note: '注', by: '財政課' },
    ],
    [{ ...accept, sha256: 'AB'.repeat(32) }, { sha256: 'ab'.repeat(32) }],
    [{ ...accept, action: 'withdraw' }, { action: 'withdraw' }],
    [corrects({ new_yen: '0' }), { new_yen: 0 }],
    [corrects({ new_yen: 'none' }), { new_yen: 'none' }],
    [corrects({ new_fiscal_year: ' none ' }), { new_fiscal_year: 'none' }],
    [corrects({ new_stage: 'none' }), { new_stage: 'none' }],
    [corrects({ new_stage: 'enacted', new_role: 'comparison' }), { new_stage: 'enacted', new_role: 'comparison' }],
    [corrects({ new_programme: ' 防災の推進 ' }), { new_programme: '防災の推進', new_yen: null }],
  ])('%j', async (cells, expected) => {
    expect((await read(csvOf(cells)))[0]).toMatchObject(expected)
  })

  it.each<[what: string, text: string, message: string]>([
    ['an empty file', '', `c.csv has no column ${correctionColumns.join(', ')}: its first line has to name `],
    [
      'a lacking column',
      csvOf(accept).replace('new_yen', 'yen_new'),
      'c.csv has no column new_yen: its first line has to name action,document_id,sha256,',
    ],
    [
      'an unknown action',
      csvOf({ ...accept, action: 'delete' }),
      "Line 2 of c.csv has 'delete' in action, which takes one of accept, correct, reject, withdraw.",
    ],
    ['no action', csvOf({ ...accept, action: ' ' }), 'Line 2 of c.csv lacks action.'],
    ['no document', csvOf({ ...accept, document_id: '' }), 'Line 2 of c.csv lacks document_id.'],
    ['no print', csvOf({ ...accept, raw: '' }), 'Line 2 of c.csv lacks raw.'],
    ['no line', csvOf({ ...accept, line: '' }), 'Line 2 of c.csv lacks line.'],
    ['page 0', csvOf({ ...accept, page: '0' }), "Line 2 of c.csv has '0' in page, which takes a page from 1."],
    ['a broken hash', csvOf({ ...accept, sha256: '12' }), "'12' in sha256, which takes 64 hexadecimal digits."],
    ['broken boxes', csvOf({ ...accept, boxes: '1 2' }), "'1 2' in boxes, which takes places as in figures."],
    ['a number with a point', csvOf({ ...accept, yen: '1.5' }), "'1.5' in yen, which takes a whole number of yen."],
    ['commas astray', csvOf({ ...accept, yen: '12,00' }), "'12,00' in yen, which takes a whole number of yen."],
    [
      'a number that a spreadsheet cut',
      csvOf(corrects({ new_yen: '1.23457E+11' })),
      "'1.23457E+11' in new_yen, which takes a whole number of yen, or none: a spreadsheet has cut its digits off.",
    ],
    ['a number too long', csvOf(corrects({ new_yen: '9007199254740993' })), 'in new_yen, which takes a whole number'],
    ['an amount in words', csvOf(corrects({ new_yen: '20億円' })), "'20億円' in new_yen, which takes a whole"],
    ['a year of the era', csvOf({ ...accept, fiscal_year: '令和7' }), 'which takes a year from 1868 to 2100.'],
    ['a year to come', csvOf(corrects({ new_fiscal_year: '2101' })), 'which takes a year from 1868 to 2100, or none.'],
    ['another role', csvOf(corrects({ new_role: 'revenue' })), "'revenue' in new_role, which takes one of budget, "],
    ['no role for a figure', csvOf(corrects({ new_role: 'none' })), "'none' in new_role, which takes one of budget, "],
    ['another stage', csvOf({ ...accept, stage: 'none' }), "'none' in stage, which takes one of request, "],
    ['no such day', csvOf({ ...accept, date: '2026-02-30' }), 'in date, which takes a date such as 2026-04-01.'],
    [
      'nothing corrected',
      csvOf(corrects({})),
      `Line 2 of c.csv corrects nothing: give it one of ${newColumns.join(', ')}.`,
    ],
    [
      'new values of an accepted figure',
      csvOf({ ...accept, new_yen: '1' }),
      'Line 2 of c.csv has new values, which go with the action correct and not with accept.',
    ],
    [
      'new values of what is taken back',
      csvOf({ ...accept, action: 'withdraw', new_role: 'rate' }),
      'Line 2 of c.csv has new values, which go with the action correct and not with withdraw.',
    ],
    [
      'a figure twice',
      csvOf(accept, { ...accept, page: '4' }, corrects({ new_yen: '1', programme: '別' })),
      'Line 4 of c.csv speaks of the same figure as line 2.',
    ],
    [
      'a fault below lines that a note goes over',
      csvOf({ ...accept, note: '一\n二\r\n三' }, { ...accept, page: '4', role: 'x' }),
      "Line 5 of c.csv has 'x' in role",
    ],
    ['no CSV', `${correctionColumns.join(',')}\r\n"a`, 'c.csv cannot be read as CSV'],
  ])('tells of %s', async (_, text, message) => {
    const fault = await read(text).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(YosanError)
    expect((fault as Error).message).toContain(message)
  })

  it('reads many rows, whatever characters are in them', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      correction({ line: i + 1, boxes: null, note: '𠮷野家'.repeat(9) }),
    )
    const text = await printCorrections(many)
    expect(text.length).toBeGreaterThan(4_000_000)
    expect(await read(text)).toEqual(many)
  })

  it('reads what printCorrections writes, in any order of the rows', async () => {
    const text = fc.string({ unit: fc.constantFrom('億', '円', '1', ',', '"', '\n', ' ', 'ア', '=', '−') })
    const word = text.map((one) => one.trim()).filter((one) => one !== '')
    const arbitrary = fc
      .record({
        page: fc.option(fc.integer({ min: 1, max: 3 })),
        line: fc.integer({ min: 1, max: 3 }),
        boxes: fc.constantFrom(null, '1.0 2.0 3.0 4.0', '-1.0 2.0 3.0 4.0;1.0 2.0 3.0 4.0'),
        raw: word,
        raw_label: fc.option(word),
        yen: fc.option(fc.maxSafeInteger().filter((yen) => !Object.is(yen, -0))),
        new_yen: fc.constantFrom<Correction['new_yen']>(0, -3, 'none'),
        new_stage: fc.constantFrom<Correction['new_stage']>(null, 'none', 'enacted'),
        new_programme: fc.option(word),
        note: fc.option(word),
        date: fc.constantFrom(null, '2026-04-01'),
      })
      .map((more) => correction({ action: 'correct', ...more }))
    const list = fc.uniqueArray(arbitrary, { selector: identityOf, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(list, async (rows) => {
        const printed = await printCorrections(rows)
        const again = await readCorrections(printed, 'c.csv')
        expect(new Set(again)).toEqual(new Set(rows))
        expect(await printCorrections(again.toReversed())).toBe(printed)
      }),
    )
  })
})
