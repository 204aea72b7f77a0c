import { readFileSync } from 'node:fs'

/** Rows of fixtures/tables/<name>.csv by the names of its columns. Fields may be quoted (RFC 4180). */
export const rowsOf = (name: string): readonly Readonly<Record<string, string>>[] => {
  const source = readFileSync(new URL(`../../fixtures/tables/${name}.csv`, import.meta.url), 'utf8')
  const [header = [], ...records] = [...recordsOf(source)]
  return records.map((record) => Object.fromEntries(header.map((column, i) => [column, record[i] ?? ''])))
}

function* recordsOf(source: string): Generator<readonly string[]> {
  let record: string[] = []
  for (const [, quoted, bare = '', end] of source.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g)) {
    record.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    yield record
    record = []
  }
}
