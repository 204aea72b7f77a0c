import { readTables } from '../dataset-folder.js'
import { seriesTable, toSeriesRow } from '../series/series-table.js'
import { trendOf } from '../series/trend.js'
import type { Filled } from './filled.js'
import { sqlTypeOf } from './source.js'

export const seriesName = seriesTable.name

/** The programmes of a folder that `extract` has written, year by year and stage by stage, as packages have them.
 * @throws YosanError when its figures cannot be read */
export const seriesOf = async (folder: string): Promise<Filled> => {
  const { figures } = await readTables(folder, ['figures'])
  const { rows } = trendOf(figures, { aliases: [], programme: '' })
  const { name, description: help, columns } = seriesTable
  return {
    name,
    help,
    columns: columns.map((column) => ({ name: column.name, type: sqlTypeOf(column.type) })),
    rows: rows.map(toSeriesRow).map((row) => columns.map((column) => row[column.name] ?? null)),
  }
}
