/** DuckDB, or null with a printed reason where it does not load. */
export const duckdb = await import('@duckdb/node-api').catch((error: Error) => {
  console.log(`DuckDB does not load, so Parquet files are not opened in it: ${error.message}`)
  return null
})

/** Runs statements one after another and gives the rows of the last. */
export const queryDuckDB = async (statements: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
  if (!duckdb) throw new Error('no DuckDB')
  const instance = await duckdb.DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    let rows: readonly Record<string, unknown>[] = []
    for (const statement of statements) rows = (await connection.runAndReadAll(statement)).getRowObjectsJS()
    return rows
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
