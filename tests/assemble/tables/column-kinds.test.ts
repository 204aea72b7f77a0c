import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../parse/table.js'
import { assemblyOf } from './grids.js'

describe('column-kinds.csv', () => {
  it.each(rowsOf('column-kinds'))('$head: $cells, $note', async ({ head, cells = '', kind }) => {
    const rows = cells.split('|').map((cell, i) => `| 第${i + 1}保育所 | 9,${i}51 | ${cell.trim()} |`)
    const { tables } = await assemblyOf(`# 令和8年度当初予算\n| 施設 | 決算額 | ${head} |\n${rows.join('\n')}`)
    expect(tables[0]?.columns[2]?.kind).toBe(kind)
  })
})
