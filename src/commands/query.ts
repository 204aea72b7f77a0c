import { YosanError } from '../errors.js'
import { type ExitCode, options } from '../options.js'
import { type AskOptions, ask, listTables } from '../query/index.js'
import { printAnswer, printTables } from '../query/print.js'
import { painter, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { printRows } from './rows.js'

/** Asks a data package or a data set with SQL, or lists what can be asked. */
export async function run(args: Arguments, terminal: Terminal, { load }: AskOptions = {}): Promise<ExitCode> {
  const { sql, folder } = readOperands(args.positionals)
  const how = load ? { load } : {}
  if (sql === null) await printList(folder, how, args, terminal)
  else await printAsked(folder, sql, how, args, terminal)
  return 0
}

interface Operands {
  readonly sql: string | null
  readonly folder: string
}

/** What has a space in it is SQL. */
const readOperands = (positionals: readonly string[]): Operands => {
  const [first, ...others] = positionals
  const isSql = first !== undefined && /\s/u.test(first)
  const [folder = options.out.default, ...rest] = isSql ? others : positionals
  if (rest.length > 0)
    throw new YosanError('bad_value', 'Name the SQL, then one folder: yosan query ["SELECT ..."] [DIR]')
  return { sql: isSql ? first : null, folder }
}

const printAsked = async (folder: string, sql: string, how: AskOptions, args: Arguments, terminal: Terminal) => {
  const isWhole = args.flag('csv') || args.flag('json')
  const answer = await ask(folder, sql, { ...how, ...(!isWhole && { limit: mostRows }) })
  const { columns, rows } = answer
  const text = () => printAnswer(answer, painter(terminal.colour))
  await printRows(args, { json: { columns, rows }, rows, columns: columns.map(({ name }) => name), text }, terminal)
}

/** Rows that a person is shown. */
const mostRows = 100

const printList = async (folder: string, how: AskOptions, args: Arguments, terminal: Terminal) => {
  const tables = await listTables(folder, how)
  const rows = tables.flatMap(({ name, kind, rows, columns }) =>
    columns.map((column) => ({ table: name, kind, rows, column: column.name, type: column.type })),
  )
  const text = () => printTables(tables, painter(terminal.colour))
  await printRows(
    args,
    { json: { tables }, rows, columns: ['table', 'kind', 'rows', 'column', 'type'], text },
    terminal,
  )
}
