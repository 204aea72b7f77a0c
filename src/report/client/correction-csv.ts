import type { Correction } from '../../model/correction.js'

/** Corrections as the text of a CSV file, every field quoted. */
export const csvOf = (columns: readonly string[], corrections: readonly Correction[]): string => {
  const rows = corrections as readonly Readonly<Record<string, unknown>>[]
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

const quoted = (cell: unknown): string => `"${String(cell).replaceAll('"', '""')}"`
