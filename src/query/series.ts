import { readTables } from '../dataset-folder.js'
import { type TrendRow, trendColumns, trendOf } from '../series/trend.js'
import type { Filled } from './filled.js'

export const seriesName = 'programmes_series'

/** The programmes of a folder that `extract` has written, year by year and stage by stage: also those of a single one.
 * @throws YosanError when its figures cannot be read */
export const seriesOf = async (folder: string): Promise<Filled> => {
  const { figures } = await readTables(folder, ['figures'])
  const { rows } = trendOf(figures, { aliases: [], programme: '' })
  return {
    name: seriesName,
    help: 'Programmes followed over the documents by their names: a row a programme, year and stage.',
    columns: [...trendColumns.map((name) => ({ name, type: typeOf(name) })), { name: 'figure_id', type: 'VARCHAR' }],
    rows: rows.map((row) => [...trendColumns.map((name) => row[name]), row.figures.split(';')[0] ?? null]),
  }
}

const typeOf = (column: keyof TrendRow): 'BIGINT' | 'VARCHAR' => (integers.has(column) ? 'BIGINT' : 'VARCHAR')

const integers: ReadonlySet<keyof TrendRow> = new Set([
  'series',
  'fiscal_year',
  'supplementary_no',
  'yen',
  'precision_yen',
  'change_yen',
  'page',
])
