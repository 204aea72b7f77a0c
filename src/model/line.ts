import { z } from 'zod'
import { boxesPattern } from './boxes.js'

const levels = ['kan', 'kou', 'moku', 'setsu', 'part', 'description', 'total'] as const

export type LineLevel = (typeof levels)[number]

const columns = [
  'current',
  'previous',
  'change',
  'national_prefectural',
  'bond',
  'other',
  'general',
  'before',
  'supplement',
  'after',
] as const

export type LineColumn = (typeof columns)[number]

const directions = ['expenditure', 'revenue'] as const

export type Direction = (typeof directions)[number]

/** One printed money value of a budget book (予算書): a row of `lines`. */
export const lineSchema = z.strictObject({
  line_id: z.string().min(1).describe('The same printed amount, a key of `figures`; identifies the line.'),
  document_id: z.string().min(1).describe('The document that prints the line, a key of `documents`.'),
  page: z.int().positive().describe('Physical page, from 1.'),
  boxes: z
    .string()
    .regex(boxesPattern)
    .describe('`x0 y0 x1 y1` of each printed piece of the amount, joined by `;`, in points from the top left.'),
  account: z.string().nullable().describe('The account (会計) as printed, such as 一般会計; null where none is named.'),
  direction: z
    .enum(directions)
    .nullable()
    .describe('Expenditure (歳出, 支出) or revenue (歳入, 収入); null where nothing says which.'),
  level: z
    .enum(levels)
    .describe(
      'What the money is for: `kan` 款, `kou` 項, `moku` 目, `setsu` 節, `part` of a 節, `description` 説明; ' +
        '`total`: the sum of the whole table.',
    ),
  code: z.string().nullable().describe('Number printed before the name; null where none is.'),
  name: z.string().describe('Name as printed, its lines joined, without the spaces that fill a cell (均等割付).'),
  kan: z.string().nullable().describe('Name of the 款 that holds the line.'),
  kou: z.string().nullable().describe('Name of the 項 that holds the line.'),
  moku: z.string().nullable().describe('Name of the 目 that holds the line.'),
  setsu: z.string().nullable().describe('Name of the 節 that holds the line; null for 説明 that explain the whole 目.'),
  setsu_code: z.string().nullable().describe('Number of that 節.'),
  description_level: z
    .int()
    .positive()
    .nullable()
    .describe('Depth of a line of 説明 by its indent, from 1; null for all other lines.'),
  column: z
    .enum(columns)
    .describe(
      '`current` 本年度, `previous` 前年度, `change` 比較; of the funding sources `national_prefectural` 国県支出金, `bond` 地方債, ' +
        '`other` その他, `general` 一般財源; of a supplementary budget `before`, `supplement` and `after`. As printed, whatever ' +
        'role a person gave the figure.',
    ),
  fiscal_year: z.int().min(1868).max(2100).nullable().describe('Fiscal year of the money, by the year of its April.'),
  yen: z.int().nullable().describe('Amount in yen, negative for △, as in `figures`; null where it could not be read.'),
  raw: z.string().min(1).describe('Amount as printed.'),
  needs_review: z
    .boolean()
    .describe('Whether a person should look, because the line or its place in the book is not sure.'),
})

export type LineRow = Readonly<z.infer<typeof lineSchema>>
