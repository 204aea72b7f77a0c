import { csv } from '../emit/csv.js'
import { escapeText, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'

type Rows = readonly Readonly<Record<string, string | number | boolean | null>>[]

interface Output {
  /** What `--json` prints. */
  readonly json: object
  /** What `--csv` prints: the rows with the columns in their order. */
  readonly rows: Rows
  readonly columns: readonly string[]
  /** What a person reads. */
  readonly text: () => string
}

/** Prints rows as they are asked for. */
export const printRows = async (
  args: Arguments,
  { json, rows, columns, text }: Output,
  { out }: Terminal,
): Promise<void> => {
  if (args.flag('json')) out(`${escapeText(JSON.stringify(json))}\n`)
  else if (args.flag('csv')) out((await csv.piece(columns, rows, true)) + (await csv.end(rows.length === 0, columns)))
  else out(text())
}
