import { YosanError } from '../errors.js'
import type { ExitCode } from '../options.js'
import { jsonSchema, tableNames } from '../schema.js'
import type { Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { suggest } from './suggest.js'

/** Prints the JSON Schema of a table, or of the whole data set. */
export async function run({ positionals }: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = positionals
  if (rest.length > 0) throw new YosanError('bad_value', 'Name one table: yosan schema [TABLE]')
  const table = tableNames.find((known) => known === name) ?? null
  if (name !== undefined && !table)
    throw new YosanError(
      'bad_value',
      `There is no table '${name}', only ${tableNames.join(', ')}.${suggest(name, tableNames)}`,
    )
  terminal.out(`${JSON.stringify(jsonSchema(table), null, 2)}\n`)
  return 0
}
