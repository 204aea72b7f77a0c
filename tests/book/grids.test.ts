import { describe, expect, it } from 'vitest'
import { extract } from '../../src/extract.js'
import { book } from './leaves.js'

describe('the printed tables of a budget book', async () => {
  const { grids, documents } = (await extract([book], { pages: null })).dataset
  const on = (page: number) => grids.filter((grid) => grid.page === page)

  it('stand page by page as they are printed', () => {
    const [grid] = on(8)
    expect(grid).toMatchObject({ document_id: 'r7-asagiri-book', number: 1 })
    expect(grid?.texts[0]).toEqual(['目', '本年度予算額', '前年度予算額', '比較'])
    expect(grid?.texts.at(-1)).toEqual(['計', '215,500', '199,800', '15,700'])
  })

  it('are numbered on their page and counted', () => {
    expect(on(14).map(({ number }) => number)).toEqual([1, 2, 3])
    expect(documents[0]?.tables_total).toBe(grids.length)
  })

  it('have rows of one length', () => {
    for (const { texts } of grids) expect(new Set(texts.map((row) => row.length)).size).toBe(1)
  })
})
