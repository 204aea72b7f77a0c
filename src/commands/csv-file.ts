import { type CsvTable, readCsv } from '../csv-table.js'
import { YosanError } from '../errors.js'
import { readText } from '../files.js'

/** The CSV file that an argument names.
 * @throws YosanError when it is not there or is no CSV */
export const openCsv = async (file: string): Promise<CsvTable> => {
  const text = await readText(file)
  if (text === null) throw new YosanError('missing_file', `${file} does not exist: check the name.`)
  return readCsv(text, file)
}
