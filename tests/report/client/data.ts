import { correctionColumns } from '../../../src/model/correction.js'
import type { Figure } from '../../../src/model/figure.js'
import { type Item, itemsOf } from '../../../src/report/client/items.js'
import type { ReviewData } from '../../../src/report/review-data.js'
import { type DocumentRows, toReviewData } from '../../../src/report/to-review-data.js'
import { document, figure } from '../../emit/sample.js'

/** What the page of `slides` knows, or of a text when its document says so. */
export const dataOf = (rows: Partial<DocumentRows>, more: Partial<ReviewData> = {}): ReviewData => ({
  ...toReviewData(
    { document, figures: [], programmes: [], issues: [], checks: [], lines: [], ...rows },
    { sheets: 3, corrections: [], correctionColumns, saving: 'download' },
  ),
  ...more,
})

export const textDocument = { ...document, text_source: 'text', page_count: null } as const

type FigureItem = Extract<Item, { kind: 'figure' }>

/** The item of a figure on the page of its document. */
export const itemOf = (one: Partial<Figure> = {}): FigureItem =>
  itemsOf(dataOf({ figures: [{ ...figure, ...one }] }))[0] as FigureItem
