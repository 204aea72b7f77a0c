import { join } from 'node:path'
import { readCsv } from '../csv-table.js'
import { csv } from '../emit/csv.js'
import { readText, writeText } from '../files.js'
import { type Alias, readAliases } from '../series/aliases.js'

/** The alias table of a package: which names its series tie together. */
export const aliasFile = 'aliases.csv'

const columns = ['from', 'to', 'date', 'note'] as const

/** Writes the alias table; none where nothing is tied together. */
export const writeAliases = async (folder: string, aliases: readonly Alias[]): Promise<void> => {
  if (aliases.length === 0) return
  const rows = aliases.map(({ from, to, date, note }) => ({ from, to, date, note }))
  await writeText(join(folder, aliasFile), await csv.piece(columns, rows, true))
}

/** The alias table of a package that was made before.
 * @throws YosanError when somebody has changed it to none */
export const keptAliases = async (folder: string): Promise<readonly Alias[]> => {
  const file = join(folder, aliasFile)
  const text = await readText(file)
  return text === null ? [] : readAliases(await readCsv(text, file), file)
}
