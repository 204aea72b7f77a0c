import { printCheckCounts } from './check-counts.js'
import type { CheckRow } from './model/check.js'
import { groupBy } from './model/groups.js'
import { escapeText, type Paint } from './terminal.js'

/** Rows of `checks` for a person: how many came out in which way, and each that does not agree or could not run. */
export const printChecks = (rows: readonly CheckRow[], paint: Paint): string => {
  const counts = Object.fromEntries(
    [...groupBy(rows, ({ verdict }) => verdict)].map(([name, own]) => [name, own.length]),
  )
  const open = rows.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'rounding')
  return `${[paint('bold', printCheckCounts(counts)), ...open.map(lineOf)].join('\n')}\n`
}

const lineOf = ({ document_id, figure_id, verdict, found_yen, expected_yen, message }: CheckRow): string => {
  const amounts = expected_yen === null ? [] : [`${yenText(found_yen)} and not ${yenText(expected_yen)}`]
  return `  ${[verdict.replace('_', ' '), figure_id ?? document_id, ...amounts, message ?? ''].map(escapeText).join('  ')}`
}

const yenText = (yen: number | null): string => (yen === null ? 'none' : yen.toLocaleString('en-US'))
