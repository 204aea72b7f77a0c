import { join } from 'node:path'
import { YosanError } from '../errors.js'
import { readText } from '../files.js'
import { readDescriptor, type TableField, type TableResource } from './descriptor.js'
import { fileInside } from './paths.js'
import { type Dialect, type Source, type SqlType, sqlTypeOf } from './source.js'

/** The tables of a data package; null when the folder holds none.
 * @throws YosanError when its descriptor cannot be used, or names a file outside of the folder */
export const packageSources = async (folder: string): Promise<readonly Source[] | null> => {
  const file = join(folder, 'datapackage.json')
  const text = await readText(file)
  if (text === null) return null
  const sources: Source[] = []
  for (const table of readDescriptor(text, file)) sources.push(await sourceOf(folder, table))
  return sources
}

const sourceOf = async (folder: string, table: TableResource): Promise<Source> => {
  const { name, title, description, path, encoding, schema } = table
  if (!/^utf-?8$/iu.test(encoding))
    throw new YosanError('bad_value', `The table ${name} in ${folder} is in ${encoding}: save it in UTF-8.`)
  return {
    name,
    help: description || title,
    columns: schema.fields.map((field) => ({ name: field.name, type: typeOf(field) })),
    file: await fileInside(folder, path),
    dialect: dialectOf(table),
  }
}

const dialectOf = ({ dialect, schema }: TableResource): Dialect => ({
  delimiter: dialect.delimiter,
  quote: dialect.quoteChar,
  escape: dialect.escapeChar ?? dialect.quoteChar,
  header: dialect.header,
  missing: schema.missingValues,
})

/** Numbers and dates that are written in a way of their own stay texts. */
const typeOf = ({ type, format, bareNumber, decimalChar, groupChar }: TableField): SqlType => {
  const isPlain = ['default', 'any'].includes(format) && bareNumber && decimalChar === '.' && groupChar === ''
  return isPlain ? sqlTypeOf(type) : 'VARCHAR'
}
