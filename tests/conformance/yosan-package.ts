import { createHash } from 'node:crypto'
import { emit } from '../../src/emit/index.js'
import { type Dataset, type TableName, tableNames } from '../../src/model/dataset.js'
import { publishedTable } from '../../src/model/published-table.js'
import type { Files, Json } from './packages.js'

/** A data set as a package of this version, with hashes of its files. */
export const yosanPackage = async (dataset: Dataset): Promise<{ readonly descriptor: Json; readonly files: Files }> => {
  const emitted = await emit(dataset)
  const files = Object.fromEntries(tableNames.map((name) => [`data/${name}.csv`, emitted.get(`${name}.csv`) ?? '']))
  return { descriptor: { name: 'budget', resources: tableNames.map((name) => resourceOf(name, files)) }, files }
}

const resourceOf = (name: TableName, files: Readonly<Record<string, string>>): Json => {
  const path = `data/${name}.csv`
  const bytes = Buffer.from(files[path] ?? '')
  return {
    name,
    type: 'table',
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: schemaOf(name),
  }
}

const schemaOf = (name: TableName): Json => {
  const { columns, keys } = publishedTable(name)
  return {
    fields: columns.map(({ name, type, values, pattern, minimum, maximum }) => ({
      name,
      type,
      constraints: {
        ...(keys.primary.includes(name) ? { required: true } : {}),
        ...(values ? { enum: values } : {}),
        ...(pattern ? { pattern } : {}),
        ...(minimum === null ? {} : { minimum }),
        ...(maximum === null ? {} : { maximum }),
      },
    })),
    primaryKey: keys.primary,
    missingValues: [''],
    foreignKeys: keys.foreign.map(({ column, table, key }) => ({
      fields: [column],
      reference: { ...(table === name ? {} : { resource: table }), fields: [key] },
    })),
  }
}
