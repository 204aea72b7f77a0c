import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.js'
import { type Descriptor, descriptorIn, extracted, packedFrom, readIn, recordsIn, strictCsv } from './packages.js'

/** The rules for CSV of 結果表における機械判読可能なデータ作成に関する表記方法 (e-Stat), by their numbers there. */
let dataset: Dataset
let folder = ''
let made: Descriptor
let tables: ReadonlyMap<string, readonly (readonly string[])[]>

beforeAll(async () => {
  dataset = await extracted(
    'documents/r7-draft-research.pdf',
    'documents/r6-konan-supplement.pdf',
    'documents/r7-request-tables.pdf',
    'documents/r7-yukino-plain.pdf',
    'documents/r8-request-points.pdf',
    'documents/r7-draft-culture.txt',
    'documents/r6-request-space.md',
    'editions/r6-draft.md',
    'editions/r7-draft.md',
  )
  folder = (await packedFrom(dataset, { views: ['excel-csv'] })).folder
  made = await descriptorIn(folder)
  tables = new Map(
    await Promise.all(
      made.resources.map(async ({ name, path }) => [name, strictCsv(await readIn(folder, path))] as const),
    ),
  )
})

type Field = Descriptor['resources'][number]['schema']['fields'][number]

/** The texts of all cells by the field that they stand in. */
const cells = (): { readonly where: string; readonly field: Field; readonly texts: readonly string[] }[] =>
  made.resources.flatMap(({ name, schema }) =>
    schema.fields.map((field, i) => ({
      where: `${name}.${field.name}`,
      field,
      texts: (tables.get(name) ?? []).slice(1).map((row) => row[i] ?? ''),
    })),
  )

const files = (): string[] => [...made.resources.map(({ path }) => path), 'changes.csv']

describe('every file', () => {
  it('is UTF-8 without a byte order mark, and ends each row with CR and LF', async () => {
    for (const path of files()) {
      const bytes = await readFile(join(folder, path))
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      expect(text.startsWith('\ufeff')).toBe(false)
      expect(text.endsWith('"\r\n')).toBe(true)
    }
  })

  it('4-12: quotes every field', async () => {
    for (const path of files()) expect(strictCsv(await readIn(folder, path)).length).toBeGreaterThan(0)
  })

  it('4-1: has a header first and then nothing but data', () => {
    for (const { name, schema, rows } of made.resources) {
      const [head, ...data] = tables.get(name) ?? []
      expect(head).toEqual(schema.fields.map((field) => field.name))
      expect(data.length).toBe(rows)
      const primary = schema.fields.findIndex((field) => field.name === schema.primaryKey[0])
      expect(data.filter((row) => row[primary] === head?.[primary])).toEqual([])
    }
  })

  it('4-5, 4-13: has a record a row, each of as many fields, and no blank row', () => {
    for (const rows of tables.values())
      for (const row of rows) {
        expect(row.length).toBe(rows[0]?.length)
        expect(row.join('')).not.toBe('')
      }
  })

  it('4-6: names each column, and no two alike', () => {
    for (const [head = []] of tables.values()) {
      expect(new Set(head).size).toBe(head.length)
      for (const name of head) expect(name).toMatch(/^[a-z0-9_]+$/u)
    }
  })

  it('4-14: holds one table', () => {
    expect(new Set(made.resources.map(({ path }) => path)).size).toBe(made.resources.length)
    for (const [name, rows] of tables)
      expect([name, rows.length - 1]).toEqual([name, made.resources.find((one) => one.name === name)?.rows])
  })
})

describe('every field', () => {
  /** Several values in one field, with `;` between them; each says so. */
  const lists = [
    'figures.boxes',
    'figures.label_boxes',
    'figures.checked_by',
    'figures.review_reasons',
    'figures.decided_by',
    'programmes.pages',
    'programmes.heading_boxes',
    'programmes.executing_body',
    'documents.pages_unreadable',
    'checks.inputs',
    'issues.boxes',
    'programmes_series.document_id',
    'programmes_series.figures',
    'programmes_series.breaks',
    'programmes_wide.breaks',
  ]

  /** What documents print, or what is said of it for people. */
  const isPrinted = (where: string) =>
    /\.(?:raw|raw_label|programme|parent|name|names|name_normalized|english_name|number_printed|fiscal_year_printed|executing_body|title|file_name|note|message|break_notes|found|expected)$/u.test(
      where,
    )

  it('4-2: holds one datum, but for lists', () => {
    const several = cells().filter(({ where, texts }) => !isPrinted(where) && texts.some((text) => text.includes(';')))
    expect(several.map(({ where }) => where).filter((where) => !lists.includes(where))).toEqual([])
    expect(several.map(({ where }) => where)).toContain('figures.decided_by')
  })

  it('4-3: holds numbers of digits alone', () => {
    let count = 0
    for (const { where, field, texts } of cells()) {
      if (field.type !== 'integer') continue
      const numbers = texts.filter((text) => text !== '')
      expect([where, numbers.filter((text) => !/^(?:0|-?[1-9]\d*)$/u.test(text))]).toEqual([where, []])
      expect(numbers.filter((text) => !Number.isSafeInteger(Number(text)))).toEqual([])
      count += numbers.length
    }
    expect(count).toBeGreaterThan(1000)
  })

  it('4-3: holds decimal numbers of digits and a point', () => {
    const percents = cells().find(({ where }) => where === 'programmes_series.change_percent')?.texts ?? []
    expect(percents.filter((text) => text !== '' && !/^-?\d+\.\d+$/u.test(text))).toEqual([])
    expect(percents.filter((text) => text !== '').length).toBeGreaterThan(0)
  })

  it('4-8: holds no character of one platform, but for what is printed', () => {
    const special = /[\p{Cc}\p{Cs}\p{Cn}\p{Co}\ufffd\ufeff\u2160-\u217f\u2460-\u24ff\u3220-\u33ff]/u
    for (const { where, texts } of cells())
      if (!isPrinted(where)) expect([where, texts.filter((text) => special.test(text))]).toEqual([where, []])
    for (const [head = []] of tables.values()) expect(head.join('')).toMatch(/^[\x20-\x7e]*$/u)
  })

  it('4-9: names fiscal years by the year of our era', () => {
    const years = cells().filter(({ field }) => field.name === 'fiscal_year')
    expect(years.length).toBe(5)
    for (const { texts } of years)
      for (const text of texts)
        if (text !== '') expect(Number(text)).toSatisfy((year: number) => year > 2000 && year < 2050)
    const terms = (tables.get('programmes_wide')?.[0] ?? []).slice(3, -2)
    expect(terms.filter((term) => !/^20\d\d_[a-z_]+(?:_\d+)?_yen$/u.test(term))).toEqual([])
  })

  it('4-7: has its unit in the header of the copy for Excel, and in the descriptor', async () => {
    for (const { name, schema } of made.resources) {
      const text = await readIn(folder, `excel/${name}.csv`)
      const [head = []] = strictCsv(text.slice(1))
      expect(head.length).toBe(schema.fields.length)
      schema.fields.forEach((field, i) => {
        if (field.unit === 'JPY') expect(head[i]).toMatch(/（円）$/u)
        expect(/（.+）$/u.test(head[i] ?? '')).toBe(field.unit !== undefined)
      })
    }
  })

  it('4-7: says in the name of a column of money that it is in yen', () => {
    const money = cells().filter(({ field }) => field.unit === 'JPY')
    expect(money.length).toBeGreaterThan(10)
    expect(money.map(({ where }) => where).filter((where) => !/[._]yen(?:_max)?$/u.test(where))).toEqual([])
  })

  it('is empty where there is no value, and only there', () => {
    for (const { where, texts } of cells())
      if (!isPrinted(where))
        expect([where, texts.filter((text) => /^(?:null|undefined|NaN|N\/A|-|－|…|\*)$/u.test(text))]).toEqual([
          where,
          [],
        ])
    for (const { where, field, texts } of cells())
      if (field.constraints?.required) expect([where, texts.filter((text) => text === '')]).toEqual([where, []])
  })

  it('of an empty amount is explained by its status, and a printed 0 is 0', async () => {
    const figures = await recordsIn(folder, 'data/figures.csv')
    const statusesWith = (isEmpty: boolean) =>
      new Set(figures.filter(({ yen }) => (yen === '') === isEmpty).map(({ amount_status }) => amount_status))
    for (const status of statusesWith(true)) expect(['unpriced', 'dash', 'blank', 'unreadable']).toContain(status)
    for (const status of statusesWith(false)) expect(['numeric', 'numeric_plus_unpriced', 'zero']).toContain(status)
    for (const { yen, amount_status } of figures) expect(yen === '0').toBe(amount_status === 'zero')
    expect(statusesWith(true).size).toBeGreaterThan(0)
  })

  it('holds what the data set holds', async () => {
    for (const name of ['figures', 'programmes', 'documents', 'issues', 'checks'] as const)
      expect(await recordsIn(folder, `data/${name}.csv`)).toEqual(
        dataset[name].map((row) =>
          Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')])),
        ),
      )
  })
})
