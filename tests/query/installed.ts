/** Whether DuckDB, which is optional, can be loaded here. */
export const isInstalled = await import('@duckdb/node-api').then(
  () => true,
  (error: Error) => {
    console.warn(`Tests of yosan query are skipped: DuckDB cannot be loaded: ${error.message}`)
    return false
  },
)
