import type { Programme } from '../model/programme.js'
import type { Table } from '../model/table.js'
import type { Checked } from './context.js'

/** What a table prints where a row's budget should stand and no amount does: a dash says that there is none, an empty cell
 * says nothing, and both are something else than 0. Null where the row prints an amount or stands in no table. */
export const emptyStatus = (own: readonly Checked[], tables: readonly Table[]): Programme['amount_status'] => {
  for (const { draft } of own) {
    const table = draft.cell === null ? undefined : tables[draft.cell.table]
    const column = table?.columns.findIndex(
      ({ kind, role, isPart }) => kind === 'money' && role === 'budget' && !isPart,
    )
    if (!table || !draft.cell || column === undefined || column < 0) continue
    const text = table.texts[draft.cell.row]?.[column]?.trim() ?? ''
    const status = statuses.find(([pattern]) => pattern.test(text))?.[1]
    if (status) return status
  }
  return null
}

/** Signs of statistics tables in print (統計表の符号): a dash is nil, … is not known. */
const statuses: readonly (readonly [RegExp, NonNullable<Programme['amount_status']>])[] = [
  [/^$/u, 'blank'],
  [/^[-－―—–‐ー]+$/u, 'dash'],
  [/^(?:…|・・・|\*+|＊+)$/u, 'unreadable'],
]
