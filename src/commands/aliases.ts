import { type Alias, readAliases } from '../series/aliases.js'
import type { Arguments } from './arguments.js'
import { openCsv } from './csv-file.js'

/** The alias table that `--aliases` names; empty without it. */
export const aliasesOf = async (args: Arguments): Promise<readonly Alias[]> => {
  const file = args.text('aliases')
  return file === null ? [] : readAliases(await openCsv(file), file)
}
