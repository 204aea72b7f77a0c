import { join } from 'node:path'
import { type ColumnSource, fileWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { makeFolder } from '../../files.js'
import type { Column } from '../../model/columns.js'
import type { PublishedTable } from '../../model/published-table.js'
import type { Row } from '../../model/row.js'
import { toolVersion } from '../../version.js'
import type { View } from '../view.js'
import { type TableFile, tableByTable } from './table-by-table.js'

/** Rows of a row group. */
export const rowsPerGroup = 20_000

export const parquet: View = {
  name: 'parquet',
  help: 'parquet/TABLE.parquet: Parquet with INT64, BOOLEAN and UTF8 columns; times are texts as in the tables.',
  open: async ({ folder }) => {
    const below = join(folder, 'parquet')
    await makeFolder(below)
    return tableByTable(async (table) => tableFile(join(below, `${table.name}.parquet`), table))
  },
}

const tableFile = (path: string, { columns }: PublishedTable): TableFile => {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    createdBy: `yosan version ${toolVersion}`,
    kvMetadata: [{ key: 'yosan.columns', value: JSON.stringify(columns.map(explained)) }],
  })
  let waiting: Row[] = []
  const writeGroup = async (): Promise<void> => {
    await writer.write({ columnData: columns.map((column) => chunk(column, waiting)), rowGroupSize: rowsPerGroup })
    waiting = []
  }
  return {
    write: async (rows) => {
      for (const row of rows) {
        waiting.push(row)
        if (waiting.length === rowsPerGroup) await writeGroup()
      }
    },
    close: async () => {
      await writeGroup()
      await writer.finish()
    },
  }
}

const physical: Readonly<Record<Column['type'], Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  datetime: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
}

const elementOf = ({ name, type, isNullable }: Column): SchemaElement => ({
  name,
  ...physical[type],
  repetition_type: isNullable ? 'OPTIONAL' : 'REQUIRED',
})

const explained = ({ name, japanese, unit, description }: Column) => ({
  name,
  japanese,
  unit: unit?.code ?? null,
  description,
})

const chunk = ({ name }: Column, rows: readonly Row[]): ColumnSource => ({
  name,
  data: rows.map((row) => {
    const value = row[name] ?? null
    return typeof value === 'number' ? BigInt(value) : value
  }),
})
