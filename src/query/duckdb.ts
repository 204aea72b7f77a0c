import type { DuckDBConnection, DuckDBInstance, DuckDBPreparedStatement } from '@duckdb/node-api'
import { YosanError } from '../errors.js'
import { identifier } from '../sql/text.js'
import { type Answer, uniqueNames } from './answer.js'
import { duckdbError } from './duckdb-error.js'
import type { Filled } from './filled.js'
import { listOf } from './sql-text.js'
import { plainOf, type Value } from './value.js'

type Library = typeof import('@duckdb/node-api')

export type LoadDuckDB = () => Promise<Library>

export const loadDuckDB: LoadDuckDB = () => import('@duckdb/node-api')

/** A database in memory. It fetches no extensions and writes nothing. */
export class Database {
  private constructor(
    private readonly library: Library,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  /** @throws YosanError when DuckDB is not installed, or not as it should be */
  static async open(load: LoadDuckDB): Promise<Database> {
    try {
      const library = await load()
      const instance = await library.DuckDBInstance.create(':memory:', settings)
      return new Database(library, instance, await instance.connect())
    } catch (cause) {
      throw new YosanError('broken_installation', notInstalled, { cause })
    }
  }

  /** Makes a view of a SELECT. `subject` begins the sentence when that cannot be done. */
  async createView(name: string, select: string, subject: string): Promise<void> {
    await this.run(`CREATE VIEW ${identifier(name)} AS ${select}`, subject)
  }

  async createTable({ name, columns, rows }: Filled): Promise<void> {
    const types = columns.map((column) => `${identifier(column.name)} ${column.type}`).join(', ')
    await this.run(`CREATE TABLE ${identifier(name)} (${types})`, `Cannot make the table ${name}`)
    const appender = await this.connection.createAppender(name)
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull()
        else if (typeof value === 'number') appender.appendBigInt(BigInt(value))
        else if (typeof value === 'boolean') appender.appendBoolean(value)
        else appender.appendVarchar(value)
      }
      appender.endRow()
    }
    appender.closeSync()
  }

  /** From here on no file can be opened but these, and no setting changed. */
  async lock(files: readonly string[]): Promise<void> {
    await this.run(`SET allowed_paths = ${listOf(files)}`, cannotLock)
    await this.run('SET enable_external_access = false', cannotLock)
    await this.run('SET lock_configuration = true', cannotLock)
  }

  /** The answer to one SELECT, of which `limit` rows are kept.
   * @throws YosanError when it is none, or has an error in it */
  async ask(sql: string, limit: number, subject = 'The SQL cannot be answered'): Promise<Answer> {
    try {
      return await this.answer(await this.prepare(sql), limit)
    } catch (error) {
      throw duckdbError(subject, error)
    }
  }

  close(): void {
    this.connection.closeSync()
    this.instance.closeSync()
  }

  private async run(sql: string, subject: string): Promise<void> {
    try {
      await this.connection.run(sql)
    } catch (error) {
      throw duckdbError(subject, error)
    }
  }

  private async prepare(sql: string): Promise<DuckDBPreparedStatement> {
    const statements = await this.connection.extractStatements(sql).catch((error: Error) => {
      throw error.message.includes('Error: ') ? error : new YosanError('bad_value', `${oneSelect}: there is none.`)
    })
    const { count } = statements
    if (count !== 1)
      throw new YosanError('bad_value', `${oneSelect}: there are ${count}.${/\bpivot\b/iu.test(sql) ? pivot : ''}`)
    const statement = await statements.prepare(0)
    const { SELECT } = this.library.StatementType
    if (statement.statementType !== SELECT)
      throw new YosanError('bad_value', `${oneSelect}: others are not run, since they may write.`)
    return statement
  }

  private async answer(statement: DuckDBPreparedStatement, limit: number): Promise<Answer> {
    const result = await statement.stream()
    const names = uniqueNames(result.columnNames())
    const columns = names.map((name, i) => ({ name, type: String(result.columnType(i)) }))
    const rows: Readonly<Record<string, Value>>[] = []
    let count = 0
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      count += chunk.rowCount
      if (rows.length >= limit) continue
      for (const row of chunk.getRows().slice(0, limit - rows.length))
        rows.push(Object.fromEntries(names.map((name, i) => [name, plainOf(row[i])])))
    }
    return { columns, rows, count }
  }
}

const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: '2GiB',
  // Nothing goes to the disk, not even what does not fit.
  temp_directory: '',
}

const notInstalled =
  'DuckDB cannot be loaded, which yosan query needs: run npm install @duckdb/node-api, or ask the CSV files, or the SQLite file of a data package, with another tool.'

const cannotLock = 'DuckDB cannot be kept to the files'
const oneSelect = 'Ask one SELECT at a time'
const pivot = ' A PIVOT counts as several unless it names its values: PIVOT figures ON stage IN (…).'
