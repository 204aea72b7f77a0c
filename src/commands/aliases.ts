import { readCsv } from '../csv-table.js'
import { YosanError } from '../errors.js'
import { readText } from '../files.js'
import { type Alias, readAliases } from '../series/aliases.js'
import type { Arguments } from './arguments.js'

/** The alias table that `--aliases` names; empty without it. */
export const aliasesOf = async (args: Arguments): Promise<readonly Alias[]> => {
  const file = args.text('aliases')
  if (file === null) return []
  const text = await readText(file)
  if (text === null) throw new YosanError('missing_file', `${file} does not exist: check the name.`)
  return readAliases(await readCsv(text, file), file)
}
