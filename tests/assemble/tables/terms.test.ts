import { describe, expect, it } from 'vitest'
import type { TableColumn } from '../../../src/model/table.js'
import { rowsOf } from '../../parse/table.js'
import { assemblyOf } from './grids.js'

/** Rows of heads under which each path stands: one that goes on to its left or above says so. */
const headRows = (paths: readonly (readonly string[])[]): string[] => {
  const depth = Math.max(...paths.map(({ length }) => length))
  return Array.from({ length: depth }, (_, row) => {
    const cells = paths.map((path, i) => {
      if (row >= path.length) return '^'
      const before = paths[i - 1]
      const goesOn = row + 1 < path.length && path.slice(0, row + 1).join() === before?.slice(0, row + 1).join()
      return goesOn ? '<' : path[row]
    })
    return `| ${[row === 0 ? '区分' : '^', ...cells].join(' | ')} |`
  })
}

const termOf = ({ role, fiscalYear, stage }: TableColumn): string =>
  `${role ?? '-'} ${fiscalYear ?? '-'} ${stage ?? '-'}`

describe('column-terms.csv', () => {
  it.each(rowsOf('column-terms'))('$headline: $heads, $note', async ({ headline, heads = '', terms = '' }) => {
    const paths = heads.split(' | ').map((path) => path.split(' / '))
    const made = await assemblyOf(`# ${headline || '収支の見通し'}
      （単位：千円）
      ${headRows(paths).join('\n')}
      | 文化財保護費 | ${paths.map((_, i) => `${i + 1},${100 + i}`).join(' | ')} |
      | 図書館費 | ${paths.map((_, i) => `${i + 2},${500 + i}`).join(' | ')} |`)
    expect(made.tables[0]?.columns.slice(1).map(termOf)).toEqual(terms.split(' | '))
  })
})
