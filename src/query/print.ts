import { plural } from '../plural.js'
import { escapeText, type Paint } from '../terminal.js'
import type { Answer, Listed } from './index.js'
import type { Value } from './value.js'
import { cut, widthOf } from './width.js'

/** An answer as a table for people: numbers to the right, nulls empty, long texts cut. */
export const printAnswer = ({ columns, rows, count }: Answer, paint: Paint): string => {
  const isNumber = columns.map(({ type }) => numbers.test(type))
  const head = columns.map(({ name }) => cellOf(name))
  const body = rows.map((row) => columns.map(({ name }) => cellOf(row[name] ?? null)))
  const widths = head.map((_, i) => Math.max(...[head, ...body].map((line) => widthOf(line[i] ?? ''))))
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((text, i) => pad(text, widths[i] ?? 0, isNumber[i] ?? false))
      .join('  ')
      .trimEnd()
  const left = count - rows.length
  const note = left > 0 ? [`… ${plural(left, 'more row')}: --csv or --json prints all`] : count === 0 ? ['No rows'] : []
  return `${[paint('bold', lineOf(head)), ...body.map(lineOf), ...note].join('\n')}\n`
}

/** What can be asked, table by table. */
export const printTables = (tables: readonly Listed[], paint: Paint): string => {
  const blocks = tables.map(({ name, kind, help, rows, columns }) => {
    const wide = Math.max(...columns.map((column) => widthOf(cellOf(column.name))))
    const about = [kind, plural(rows, 'row'), ...(help === '' ? [] : [escapeText(help)])].join(', ')
    const lines = columns.map((column) => `  ${pad(cellOf(column.name), wide, false)}  ${escapeText(column.type)}`)
    return [`${paint('bold', escapeText(name))}  ${about}`, ...lines].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

const numbers = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(.*|FLOAT|DOUBLE)$/u
const widest = 60

const cellOf = (value: Value): string => cut(escapeText(value === null ? '' : String(value)), widest)

const pad = (text: string, width: number, isNumber: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return isNumber ? space + text : text + space
}
