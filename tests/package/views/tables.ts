import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extract } from '../../../src/extract.js'
import type { Column } from '../../../src/model/columns.js'
import { tableNames } from '../../../src/model/dataset.js'
import { type PublishedTable, publishedTable } from '../../../src/model/published-table.js'
import type { Row } from '../../../src/model/row.js'
import type { View } from '../../../src/package/view.js'
import { dataset, figure } from '../../emit/sample.js'

/** A table with its rows. */
export interface Filled {
  readonly table: PublishedTable
  readonly rows: readonly Row[]
}

/** Texts that some form might spoil. */
export const hostileTexts: readonly string[] = [
  '=1+1',
  '+1',
  '-1',
  '-',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "'=1+1",
  '123',
  '0123',
  '1e5',
  'TRUE',
  '2024-01-01',
  '#N/A',
  '#REF!',
  '#ＮＡ',
  '',
  ' a ',
  '\u3000全角　',
  'He said "no"; a,b',
  'line\nline\r\nline\rline',
  'tab\there',
  'null\0 bell\u0007 escape\u001b delete\u007f',
  '_x0041_',
  '_X0041_',
  '_x005F_x0041_',
  '_x0041\u0001',
  '\ufffe\uffff\ufeff',
  'high \ud83d low \ude00',
  '𠮷野家👨‍👩‍👧',
  '<a href="x">&amp;</a>',
  ']]>',
  'あ'.repeat(40_000),
  `${'a'.repeat(32_765)}👍👍`,
]

const hostileIntegers: readonly (number | null)[] = [
  null,
  0,
  -1,
  -3_500_000_000,
  2 ** 31,
  999_999_999_999_999,
  1_000_000_000_000_000,
  Number.MAX_SAFE_INTEGER,
  -Number.MAX_SAFE_INTEGER,
]

const count = Math.max(hostileTexts.length, hostileIntegers.length)

/** Rows of `figures` with hostile texts as notes and hostile integers as yen. */
const hostileFigures: readonly Row[] = Array.from({ length: count }, (_, i) => ({
  ...figure,
  figure_id: `slides-p009-${String(i + 1).padStart(3, '0')}`,
  note: hostileTexts[i] ?? null,
  yen: hostileIntegers[i] ?? null,
  fund: i % 2 === 0,
}))

/** The five tables of a made-up data set, with hostile figures; the issues have no rows. */
export const hostile: readonly Filled[] = tableNames.map((name) => ({
  table: publishedTable(name),
  rows: name === 'figures' ? [...dataset.figures, ...hostileFigures] : name === 'issues' ? [] : dataset[name],
}))

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures')

/** The five tables of two small documents. */
export const real = async (): Promise<readonly Filled[]> => {
  const inputs = [join(fixtures, 'documents', 'r7-draft-culture.txt'), join(fixtures, 'editions', 'r6-draft.md')]
  const extraction = await extract(inputs, { pages: null })
  return tableNames.map((name) => ({ table: publishedTable(name), rows: extraction.dataset[name] }))
}

const column = (name: string, type: Column['type'], isNullable: boolean): Column => ({
  name,
  type,
  isNullable,
  mayBeEmpty: false,
  japanese: name,
  values: null,
  pattern: null,
  minimum: null,
  maximum: null,
  description: `What ${name} means.`,
})

/** A made-up table of series, with what the SQL views read. */
export const seriesOf = (figures: readonly Row[]): Filled => ({
  table: {
    name: 'programmes_series',
    japanese: '年度系列',
    description: 'Series of programmes.',
    columns: [
      column('series', 'string', false),
      column('programme', 'string', false),
      column('parent', 'string', true),
      column('programme_row_id', 'string', true),
      column('fiscal_year', 'integer', false),
      column('stage', 'string', false),
      column('supplementary_no', 'integer', true),
      column('yen', 'integer', true),
      column('document_id', 'string', false),
      column('page', 'integer', true),
      column('needs_review', 'boolean', false),
      column('breaks', 'string', true),
      column('figure_id', 'string', false),
    ],
    keys: {
      primary: ['series', 'figure_id'],
      foreign: [{ column: 'figure_id', table: 'figures', key: 'figure_id' }],
    },
  },
  rows: figures
    .filter(({ fiscal_year, stage }) => fiscal_year !== null && stage !== null)
    .map((row) => ({
      series: `series of ${row.programme}`,
      programme: String(row.programme),
      parent: row.parent ?? null,
      programme_row_id: row.programme_row_id ?? null,
      fiscal_year: row.fiscal_year ?? null,
      stage: row.stage ?? null,
      supplementary_no: row.supplementary_no ?? null,
      yen: row.yen ?? null,
      document_id: row.document_id ?? null,
      page: row.page ?? null,
      needs_review: row.needs_review ?? false,
      breaks: null,
      figure_id: row.figure_id ?? null,
    })),
})

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'yosan-views-'))

/** Writes tables with a view, so many rows at a time, into a folder. */
export const writeView = async (
  view: View,
  tables: readonly Filled[],
  batch = 1000,
  into: string | null = null,
): Promise<string> => {
  const folder = into ?? (await newFolder())
  const writer = await view.open({ folder, name: 'budget', title: '予算 <&> \ufffe' })
  if (!writer) throw new Error(`${view.name} is not installed`)
  for (const { table, rows } of tables) {
    await writer.write(table, rows.slice(0, batch))
    for (let i = batch; i < rows.length; i += batch) await writer.write(table, rows.slice(i, i + batch))
  }
  await writer.close()
  return folder
}

/** The files below a folder with their bytes, in base64. */
export const bytesBelow = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = files
    .sort()
    .map(async (file) => [file.slice(folder.length + 1), (await readFile(file)).toString('base64')])
  return Object.fromEntries(await Promise.all(read))
}

/** The value of a column in every row. */
export const valuesOf = ({ rows }: Filled, name: string): Row[string][] => rows.map((row) => row[name] ?? null)

export const named = (tables: readonly Filled[], name: string): Filled => {
  const found = tables.find(({ table }) => table.name === name)
  if (!found) throw new Error(`no table ${name}`)
  return found
}
