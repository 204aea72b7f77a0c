import { columnsIn } from '../model/columns.js'
import { tableNames } from '../model/dataset.js'
import { publishedTable } from '../model/published-table.js'
import { firstFile } from './paths.js'
import { plainDialect, type Source, sqlTypeOf } from './source.js'

/** The tables in a folder that `extract` has written. */
export const outputSources = async (folder: string): Promise<readonly Source[]> => {
  const sources: Source[] = []
  for (const name of tableNames) {
    const file = await firstFile(folder, [`${name}.csv`, `data/${name}.csv`, `${name}.json`])
    if (file === null) continue
    const { description: help } = publishedTable(name)
    const columns = columnsIn(name).map(({ name, type }) => ({ name, type: sqlTypeOf(type) }))
    sources.push({ name, help, columns, file, dialect: file.endsWith('.csv') ? plainDialect : null })
  }
  return sources
}
