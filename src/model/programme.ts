import { z } from 'zod'
import { boxesPattern } from './boxes.js'
import type { ProgrammeNode } from './draft.js'
import { amountStatus, stage } from './vocabulary.js'

/** One programme, section or part in one document: a row of `programmes`. */
export const programmeSchema = z.strictObject({
  programme_row_id: z.string().min(1).describe('Identifier of the programme in its document.'),
  document_id: z.string().min(1).describe('The document that prints the programme, a key of `documents`.'),
  name: z.string().describe('Name as printed, its lines joined, without numbering and list marks.'),
  name_normalized: z.string().describe('Name in NFKC, radicals mapped, without spaces; for matching only.'),
  name_missing: z.boolean().describe('Whether the title is lost in the text and the name is a stand-in.'),
  english_name: z.string().nullable().describe('English title printed beside the name.'),
  number_printed: z.string().nullable().describe('Numbering as printed.'),
  level: z.int().min(1).describe('Depth in the document, from 1.'),
  level_type: z
    .enum<ProgrammeNode['levelType'][]>(['section', 'programme', 'subprogramme', 'component', '款', '項', '目', '節'])
    .describe('Kind of node in the tree; 款, 項, 目 and 節 in budget books.'),
  parent_row_id: z.string().nullable().describe('The enclosing programme or section, a key of `programmes`.'),
  pages: z
    .string()
    .regex(/^\d+(;\d+)*$/)
    .nullable()
    .describe('Physical pages that print its name or its figures, joined by `;`; null for text input.'),
  heading_page: z
    .int()
    .positive()
    .nullable()
    .describe(
      'Physical page that prints its name with its first figure; null for text input and names not printed in one piece.',
    ),
  heading_boxes: z
    .string()
    .regex(boxesPattern)
    .nullable()
    .describe('`x0 y0 x1 y1` of each printed line of that name, joined by `;`, in points from the top left.'),
  executing_body: z.string().nullable().describe('Implementing bodies as printed, joined by `;`.'),
  fiscal_year: z.int().min(1868).max(2100).nullable().describe('Fiscal year of the headline amount.'),
  stage: stage.nullable().describe('Stage of the headline amount.'),
  amount_status: amountStatus
    .nullable()
    .describe('Status of the headline amount; `dash` or `blank` where a table prints none for it, null elsewhere.'),
  amount_yen: z.int().nullable().describe('Headline amount in yen.'),
  precision_yen: z.int().positive().nullable().describe('Value in yen of the last printed digit of the headline.'),
  previous_amount_yen: z.int().nullable().describe('Previous year’s amount in yen, printed beside the headline.'),
  change_yen: z.int().nullable().describe('Headline less previous amount in yen; null when either is null.'),
  change_printed_yen: z.int().nullable().describe('Change in yen, where the document prints one.'),
  supplementary_yen: z.int().nullable().describe('Sum in yen of the supplementary budgets printed beside it.'),
  children_sum_yen: z.int().nullable().describe('Sum in yen of its parts, without 再掲 and 内数.'),
  sum_check: z
    .enum(['ok', 'rounding', 'mismatch', 'incomplete', 'not_checked'])
    .describe('Whether the parts make up the headline; `rounding` is a difference within the printed precision.'),
  headline_figure_id: z.string().nullable().describe('The figure of the headline amount, a key of `figures`.'),
  note: z.string().nullable().describe('Free text.'),
})

export type Programme = Readonly<z.infer<typeof programmeSchema>>
