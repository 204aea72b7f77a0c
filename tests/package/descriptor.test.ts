import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { columnsIn } from '../../src/model/columns.js'
import { type Dataset, type TableName, tableNames, tables } from '../../src/model/dataset.js'
import { publishedTable } from '../../src/model/published-table.js'
import { descriptorOf, type StoredTable } from '../../src/package/descriptor.js'
import { licences, usualLicence } from '../../src/package/metadata.js'
import { derived } from '../../src/package/series.js'
import { toolVersion } from '../../src/version.js'
import { document } from '../emit/sample.js'
import {
  type Descriptor,
  descriptorIn,
  editions,
  extracted,
  packedFrom,
  readIn,
  recordsIn,
  strictCsv,
} from './packages.js'

let dataset: Dataset
let folder = ''
let made: Descriptor

beforeAll(async () => {
  dataset = await editions()
  folder = (await packedFrom(dataset, { views: ['ndjson'] })).folder
  made = await descriptorIn(folder)
})

const resource = (name: string): Descriptor['resources'][number] => {
  const found = made.resources.find((one) => one.name === name)
  if (!found) throw new Error(`no resource ${name}`)
  return found
}

const names = [...tableNames, ...derived]

describe('the resources', () => {
  it('are all tables, those of a data set first', () => {
    expect(made.resources.map(({ name }) => name)).toEqual(names)
    expect(made.resources.map(({ path }) => path)).toEqual([
      ...tableNames.map((name) => `data/${name}.csv`),
      ...derived.map((name) => `${name}.csv`),
    ])
  })

  it.each(names)('%s has the fields of its file in their order', async (name) => {
    const { path, schema, rows } = resource(name)
    const [head, ...lines] = strictCsv(await readIn(folder, path))
    expect(schema.fields.map((field) => field.name)).toEqual(head)
    expect(lines.length).toBe(rows)
  })

  it.each(names)('%s has the size and the SHA-256 of its file', async (name) => {
    const { path, bytes, hash } = resource(name)
    const content = await readFile(join(folder, path))
    expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`])
  })

  it.each(names)('%s is CSV as its dialect says', (name) => {
    expect(resource(name)).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: { $schema: 'https://datapackage.org/profiles/2.0/tableschema.json', missingValues: [''] },
    })
  })

  it.each(names)('%s has keys, and points to resources by their keys', (name) => {
    const { schema } = resource(name)
    const fields = schema.fields.map((field) => field.name)
    expect(schema.primaryKey.filter((key) => !fields.includes(key))).toEqual([])
    expect(schema.primaryKey.length).toBe(1)
    for (const { fields: own, reference } of schema.foreignKeys ?? []) {
      expect(own.filter((key) => !fields.includes(key))).toEqual([])
      expect(resource(reference.resource || name).schema.primaryKey).toEqual(reference.fields)
      expect(reference.resource).not.toBe(name)
    }
  })

  it('tie the tables together', () => {
    const ties = made.resources.flatMap(({ name, schema }) =>
      (schema.foreignKeys ?? []).map(({ fields, reference }) => `${name}.${fields} > ${reference.resource}`),
    )
    expect(ties).toMatchInlineSnapshot(`
      [
        "figures.document_id > documents",
        "figures.programme_row_id > programmes",
        "figures.compares_figure_id > ",
        "figures.duplicate_of_figure_id > ",
        "programmes.document_id > documents",
        "programmes.parent_row_id > ",
        "programmes.headline_figure_id > figures",
        "issues.document_id > documents",
        "issues.figure_id > figures",
        "checks.document_id > documents",
        "checks.figure_id > figures",
        "lines.document_id > documents",
        "lines.line_id > figures",
        "programmes_series.document_id > documents",
        "programmes_series.figure_id > figures",
        "programmes_series.programme_row_id > programmes",
      ]
    `)
  })
})

describe('the fields', () => {
  it.each(tableNames)('%s says what its schema says', (name) => {
    const { fields } = resource(name).schema
    expect(fields.map((field) => field.name)).toEqual(Object.keys(tables[name].shape))
    columnsIn(name).forEach((column, i) => {
      const { constraints = {}, ...field } = fields[i] as Descriptor['resources'][number]['schema']['fields'][number]
      expect(field).toMatchObject({
        name: column.name,
        type: column.type,
        title: column.japanese,
        description: column.description,
      })
      expect(field.unit).toBe(column.unit?.code)
      // What may be a text without a character is empty in CSV, as null is.
      expect(constraints.required ?? false).toBe(!column.isNullable && !column.mayBeEmpty)
      expect(constraints.enum ?? null).toEqual(column.values)
      expect(constraints.minimum ?? null).toBe(column.minimum)
      expect(constraints.maximum ?? null).toBe(column.maximum)
      expect(constraints.pattern === undefined).toBe(column.pattern === null)
    })
  })

  it('may be empty where the schema allows a text without a character', () => {
    const empty = tableNames.flatMap((name) =>
      columnsIn(name).filter(({ mayBeEmpty, isNullable }) => mayBeEmpty && !isNullable),
    )
    expect(empty.map(({ name }) => name)).toEqual([
      'name',
      'name_normalized',
      'title',
      'tool_version',
      'rules_version',
      'name',
    ])
  })

  it('of booleans read true and false', () => {
    const booleans = made.resources.flatMap(({ schema }) => schema.fields).filter(({ type }) => type === 'boolean')
    expect(booleans.length).toBeGreaterThan(5)
    for (const field of booleans) expect(field).toMatchObject({ trueValues: ['true'], falseValues: ['false'] })
  })

  it('have patterns for the whole text that take all values of the fixtures, and nothing longer', async () => {
    const more = await extracted('documents/r7-draft-research.pdf', 'documents/r7-request-tables.pdf')
    const found = new Set<string>()
    for (const name of tableNames)
      for (const { name: column, constraints } of resource(name).schema.fields) {
        if (constraints?.pattern === undefined) continue
        expect(constraints.pattern).not.toMatch(/^\^|\$$/u)
        // Table Schema takes a pattern of XML Schema, where it holds for the whole text.
        const whole = new RegExp(`^(?:${constraints.pattern})$`, 'u')
        for (const rows of [dataset[name], more[name]] as readonly Dataset[TableName][])
          for (const row of rows) {
            const value = new Map(Object.entries(row)).get(column)
            if (typeof value !== 'string') continue
            found.add(`${name}.${column}`)
            expect([value, whole.test(value), whole.test(`${value};`), whole.test(`!${value}`)]).toEqual([
              value,
              true,
              false,
              false,
            ])
          }
      }
    expect([...found].sort()).toEqual([
      'checks.inputs',
      'checks.percent',
      'documents.sha256',
      'figures.bbox',
      'figures.boxes',
      'figures.checked_by',
      'figures.label_boxes',
      'programmes.heading_boxes',
      'programmes.pages',
    ])
  })

  /** Of the taxonomy "Fiscal Data Package - Budget Standard Taxonomy" (specs.frictionlessdata.io), those that are used. */
  const taxonomy: Readonly<Record<string, readonly [types: readonly string[], meaning: string]>> = {
    value: [['number', 'integer'], 'Numeric value depicting a fiscal amount'],
    'value-kind:code': [['string'], 'Unique identifier for the amount kind'],
    'date:fiscal-year': [['integer'], 'The fiscal year for which the values are relevant'],
    'phase:id': [['string'], 'The phase identifier'],
    'activity:generic:program:code': [['string'], 'A code or unique identifier for the program'],
    'activity:generic:program:label': [['string'], 'A label, title or display name for this program'],
  }

  it('have column types of the Fiscal Data Package that fit their types, each once a table', () => {
    const used = new Set<string>()
    for (const { name, schema } of made.resources) {
      const own = schema.fields.flatMap(({ columnType, type }) =>
        columnType === undefined ? [] : [{ columnType, type }],
      )
      for (const { columnType, type } of own) {
        expect(taxonomy[columnType]?.[0], `${columnType} of ${name}`).toContain(type)
        used.add(columnType)
      }
      expect(new Set(own.map(({ columnType }) => columnType)).size).toBe(own.length)
    }
    expect([...used].sort()).toEqual(Object.keys(taxonomy).sort())
  })

  it('say that money is in yen', () => {
    const money = made.resources
      .flatMap(({ schema }) => schema.fields)
      .filter(({ columnType }) => columnType === 'value')
    expect(money.map(({ name, unit }) => [name, unit])).toEqual([
      ['yen', 'JPY'],
      ['amount_yen', 'JPY'],
      ['yen', 'JPY'],
      ['yen', 'JPY'],
    ])
  })
})

describe('the package', () => {
  it('says what it is, and leaves out what is not known', () => {
    const { resources: _, sources: __, views: ___, ...rest } = made
    expect(rest).toEqual({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'jp-budget-2024-2025-draft',
      title: '令和6年度から令和7年度 政府案（機械可読版）',
      version: '1.0.0',
      keywords: ['予算', 'budget', 'Japan', '日本'],
      licenses: [usualLicence],
      contributors: [{ title: `yosan ${toolVersion}`, roles: ['software'] }],
    })
  })

  it('names its documents with their SHA-256', () => {
    expect(made.sources).toEqual(
      dataset.documents.map(({ title, sha256, file_name, document_id }) => ({ title, sha256, file_name, document_id })),
    )
  })

  it('lists the files of its views', async () => {
    expect(made.views.map(({ path }) => path)).toEqual(names.map((name) => `ndjson/${name}.ndjson`).sort())
    for (const { path, bytes, hash } of made.views) {
      const content = await readFile(join(folder, path))
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`])
    }
  })

  it('says all that is known', () => {
    const address = {
      source_url: 'https://example.jp/a.pdf',
      landing_url: 'https://example.jp/',
      retrieved_at: '2025-01-02T03:04:05Z',
    }
    const described = descriptorOf({
      metadata: {
        name: 'a',
        title: '題',
        licence: licences[1] ?? usualLicence,
        contributors: [{ title: '文部科学省', roles: ['creator'] }],
        homepage: 'https://example.jp/',
      },
      version: '2.0.0',
      created: '2025-01-02T03:04:05.000Z',
      documents: [{ ...document, ...address }],
      tables: [],
      views: [],
    })
    expect(described).toMatchObject({
      homepage: 'https://example.jp/',
      created: '2025-01-02T03:04:05.000Z',
      licenses: [{ name: 'CC0-1.0' }],
      contributors: [
        { title: '文部科学省', roles: ['creator'] },
        { title: `yosan ${toolVersion}`, roles: ['software'] },
      ],
      sources: [
        {
          title: document.title,
          path: address.source_url,
          landing_url: address.landing_url,
          retrieved_at: address.retrieved_at,
          sha256: document.sha256,
          file_name: document.file_name,
          document_id: document.document_id,
        },
      ],
    })
  })

  it('of no documents has no sources', () => {
    const stored: StoredTable = {
      table: publishedTable('issues'),
      rows: 0,
      file: { path: 'data/issues.csv', bytes: 0, hash: '' },
    }
    const metadata = { name: 'a', title: 'a', licence: usualLicence, contributors: [], homepage: null }
    const described = descriptorOf({
      metadata,
      version: '1.0.0',
      created: null,
      documents: [],
      tables: [stored],
      views: [],
    })
    expect(Object.keys(described)).not.toContain('sources')
  })
})

/** What is used of the library of Frictionless Data for JavaScript, which has no types. */
interface Frictionless {
  readonly Package: {
    readonly load: (
      descriptor: string,
      options: { readonly basePath: string },
    ) => Promise<{
      readonly valid: boolean
      readonly errors: readonly Error[]
      readonly resources: readonly {
        readonly name: string
        readonly read: (options: {
          readonly relations: boolean
          readonly keyed?: boolean
        }) => Promise<readonly unknown[]>
      }[]
    }>
  }
}

const frictionless: Frictionless = createRequire(import.meta.url)('datapackage')

/** What a second opinion says of a package: how many rows each resource has, or why it has none. */
const judged = async (path: string): Promise<Readonly<Record<string, number | string>>> => {
  const { valid, errors, resources } = await frictionless.Package.load(join(path, 'datapackage.json'), {
    basePath: path,
  })
  expect([valid, errors]).toEqual([true, []])
  const found: Record<string, number | string> = {}
  for (const { name, read } of resources.map((one) => ({ name: one.name, read: one.read.bind(one) })))
    found[name] = await read({ relations: true }).then(
      ({ length }) => length,
      (error: Error) => error.message,
    )
  return found
}

describe('to the Frictionless library', () => {
  it('a package is valid in every row', async () => {
    expect(await judged(folder)).toEqual(Object.fromEntries(made.resources.map(({ name, rows }) => [name, rows])))
    expect((await recordsIn(folder, 'data/figures.csv')).length).toBe(dataset.figures.length)
  })

  it('a package of tables on slides is valid too', async () => {
    const pages = await packedFrom(
      await extracted('documents/r7-draft-research.pdf', 'documents/r6-konan-supplement.pdf'),
    )
    const { resources } = await descriptorIn(pages.folder)
    expect(await judged(pages.folder)).toEqual(Object.fromEntries(resources.map(({ name, rows }) => [name, rows])))
  })

  it('a package of no figures is valid too', async () => {
    const rows = { ...dataset.documents[0], status: 'failed', figures_total: 0 } as Dataset['documents'][number]
    const none = await packedFrom({
      figures: [],
      programmes: [],
      documents: [rows],
      issues: [],
      checks: [],
      lines: [],
      grids: [],
    })
    expect(Object.values(await judged(none.folder))).toEqual([0, 0, 1, 0, 0, 0, 0, 0])
  })

  let copy = ''
  beforeEach(async () => {
    copy = (await packedFrom(dataset)).folder
  })

  it.each<[what: string, path: string, from: RegExp, to: string, table: string]>([
    ['a word that is none of its list', 'data/figures.csv', /"budget"/u, '"bugdet"', 'figures'],
    ['a word for a number', 'data/figures.csv', /"500000000"/u, '"5億円"', 'figures'],
    ['commas in a number', 'data/figures.csv', /"500000000"/u, '"500,000,000"', 'figures'],
    ['another word for true', 'data/figures.csv', /"true"/u, '"yes"', 'figures'],
    ['an empty key', 'data/documents.csv', /"r6-draft-md"/u, '""', 'documents'],
    ['a year out of bounds', 'data/figures.csv', /"2024"/u, '"24"', 'figures'],
    ['a hash that is cut', 'data/documents.csv', /"([0-9a-f]{63})[0-9a-f]"/u, '"$1"', 'documents'],
    ['a figure of no document', 'data/figures.csv', /"r6-draft-md",/u, '"r5-draft-md",', 'figures'],
    [
      'a programme of no parent',
      'data/programmes.csv',
      /"r7-draft-culture-txt-\d+",(?="[^"]*","")/u,
      '"gone",',
      'programmes',
    ],
    [
      'a series of no figure',
      'programmes_series.csv',
      /"r6-draft-md-p000-002","/u,
      '"r6-draft-md-p999-002","',
      'programmes_series',
    ],
    ['a second row with its key', 'data/documents.csv', /"r7-draft-md"/u, '"r6-draft-md"', 'documents'],
  ])('a package with %s is not', async (_, path, from, to, table) => {
    const text = await readIn(copy, path)
    const broken = text.replace(from, to)
    expect(broken).not.toBe(text)
    await writeFile(join(copy, path), broken)
    expect((await stat(join(copy, path))).size).toBeGreaterThan(0)
    expect(typeof (await judged(copy))[table]).toBe('string')
  })
})
