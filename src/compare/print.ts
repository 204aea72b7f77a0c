import { signedPercent } from '../model/percent-of-change.js'
import { plural } from '../plural.js'
import { escapeText, type Paint } from '../terminal.js'
import { type Diff, type DiffRow, type Outcome, outcomes } from './diff.js'

/** A comparison for a person: what became of the programmes, group by group, the largest changes first. */
export const printDiff = ({ from, to, rows, unused_aliases: unused }: Diff, paint: Paint): string => {
  const groups = outcomes.flatMap((outcome) => {
    const own = rows.filter((row) => row.outcome === outcome)
    return own.length === 0 ? [] : [[paint('bold', `${titles[outcome]} (${own.length})`), ...table(own)]]
  })
  const note = unused.length > 0 ? [`Lines of the alias table that link nothing here: ${unused.length}`] : []
  const sides = [sideLine('from', from), sideLine('to', to), ...note]
  return `${[sides, ...groups].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const titles: Readonly<Record<Outcome, string>> = {
  grown: 'Grown',
  cut: 'Cut',
  unchanged: 'Unchanged',
  new: 'New: the first data set prints no such name',
  ended: 'Ended: the second data set prints no such name',
  'renamed?': 'Renamed? Alike in words; nothing is linked before the alias table says so',
  'merged?': 'Merged? Alike in words; nothing is linked before the alias table says so',
  'split?': 'Split? Alike in words; nothing is linked before the alias table says so',
  unknown: 'Without an amount on one side',
  ambiguous: 'Names that stand for several programmes, not compared',
}

const sideLine = (name: string, { term, programmes, left }: Diff['from']): string => {
  const rest = left > 0 ? `; in other years or stages alone: ${left}` : ''
  const what =
    term === null
      ? 'nothing'
      : [term.fiscalYear, term.stage, term.supplementaryNo].filter((one) => one !== null).join(' ')
  return `${name.padEnd(4)}  ${what}, ${plural(programmes, 'programme')}${rest}`
}

/** Amounts stand before names, whose width on a terminal nobody knows for sure. */
const table = (rows: readonly DiffRow[]): string[] => {
  const cells = rows.map((row) => [yenText(row.from_yen), yenText(row.to_yen), changeText(row)])
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  return rows.map((row, i) => {
    const numbers = cells[i]?.map((text, column) => text.padStart(widths[column] ?? 0)) ?? []
    return `  ${[...numbers, escapeText(namesOf(row))].join('  ')}`
  })
}

const yenText = (yen: number | null): string => (yen === null ? '-' : yen.toLocaleString('en-US'))

const changeText = ({ change_yen, change_percent, within_rounding, link }: DiffRow): string => {
  if (change_yen === null || change_yen === 0 || change_percent === null || link === 'proposed') return ''
  if (within_rounding) return 'rounding'
  return signedPercent(change_yen, change_percent)
}

const namesOf = ({ from_programme, to_programme, link, similarity, alias_notes, printed_as_new }: DiffRow): string => {
  const isOne = from_programme === null || to_programme === null || (link === 'name' && from_programme === to_programme)
  const names = isOne ? (to_programme ?? from_programme ?? '') : `${from_programme} -> ${to_programme}`
  const remark =
    similarity !== null ? `${similarity}` : link === 'alias' ? (alias_notes ?? 'alias') : printed_as_new ? '新規' : ''
  return remark === '' ? names : `${names}  (${remark})`
}
