import { z } from 'zod'
import { boxesPattern } from './boxes.js'
import type { Draft } from './draft.js'
import { amountStatus, approx, requestFrame, role, signMark, stage, unitPrinted } from './vocabulary.js'

const box = /^-?\d+\.\d -?\d+\.\d -?\d+\.\d -?\d+\.\d$/

/** One printed amount of money: a row of `figures`. */
export const figureSchema = z.strictObject({
  figure_id: z.string().min(1).describe('Identifier; stable as long as the bytes of the document stay the same.'),
  document_id: z.string().min(1).describe('The document that prints the figure, a key of `documents`.'),
  programme_row_id: z
    .string()
    .nullable()
    .describe('The programme that the money is for, a key of `programmes`; null for money of no programme.'),
  programme: z.string().nullable().describe('Name of that programme as printed, so that a figure can be read alone.'),
  parent: z.string().nullable().describe('Name of the enclosing programme or section.'),
  page: z.int().positive().nullable().describe('Physical page, from 1; null for text input.'),
  line: z.int().positive().describe('Line from 1: of the file for text input, of the page in reading order for PDFs.'),
  boxes: z
    .string()
    .regex(boxesPattern)
    .nullable()
    .describe('`x0 y0 x1 y1` of each printed line of the amount, joined by `;`, in points from the top left.'),
  bbox: z.string().regex(box).nullable().describe('The rectangle around `boxes`, in points from the top left.'),
  label_boxes: z
    .string()
    .regex(boxesPattern)
    .nullable()
    .describe(
      'The same as `boxes` for `raw_label`; null when no label stands by the amount, or when it stands on another page.',
    ),
  raw: z.string().min(1).describe('Amount and unit as in the document, untouched.'),
  raw_label: z
    .string()
    .nullable()
    .describe('Label that gives year and stage, as in the document; in a budget book the name of its row.'),
  amount_status: amountStatus.describe('What is printed where the amount stands; 事項要求 alone is `unpriced`, not 0.'),
  yen: z.int().nullable().describe('Amount in yen, negative for decreases; the lower bound of a range.'),
  yen_max: z.int().nullable().describe('Upper bound of a range in yen.'),
  precision_yen: z.int().positive().nullable().describe('Value in yen of the last printed digit.'),
  unit_printed: unitPrinted.nullable().describe('Unit as printed.'),
  unit_source: z
    .enum<NonNullable<Draft['unitSource']>[]>([
      'inline',
      'column_header',
      'table_caption',
      'page_caption',
      'document_default',
    ])
    .nullable()
    .describe('Where the unit was found; it is never guessed: null where nothing prints one.'),
  sign_mark: signMark.describe('Mark printed before the digits.'),
  approx: approx.nullable().describe('Printed qualifier.'),
  role: role.describe(
    'What the money is: `budget`, `comparison` (previous year), `change`, `rate` (scale of support), `commitment` ' +
      '(authority for later years) or `context`.',
  ),
  fiscal_year: z.int().min(1868).max(2100).nullable().describe('Fiscal year of the money, by the year of its April.'),
  fiscal_year_printed: z.string().nullable().describe('Fiscal year as printed.'),
  stage: stage.nullable().describe('Stage of the budget that the money belongs to.'),
  supplementary_no: z.int().positive().nullable().describe('Number of the supplementary budget (第N次, 第N号).'),
  request_frame: requestFrame.nullable().describe('Frame of a request: 要求, 要望, 要求・要望 or 推進枠.'),
  basis: z
    .enum<NonNullable<Draft['basis']>[]>(['appropriation', 'contract', 'commitment_limit', 'outyear', 'project_total'])
    .nullable()
    .describe('Basis of the money: 歳出, 契約ベース, 債務負担行為, 後年度負担 or 総事業費.'),
  inherited: z.boolean().describe('Whether year or stage come from the headline of the page or section.'),
  is_new: z.boolean().describe('Whether it is printed as new (新規, 皆増).'),
  part_of: z.boolean().describe('Whether it lies inside another figure (うち, 内数); never add it up.'),
  reposted: z
    .enum<Draft['reposted'][]>(['none', 'full', 'partial'])
    .describe('Whether it is counted elsewhere (再掲, 一部再掲).'),
  estimate: z
    .enum<Draft['estimate'][]>(['none', 'includes', 'is'])
    .describe('Whether it includes or is an estimate inside a block grant (推計額).'),
  digital_agency: z
    .enum<Draft['digitalAgency'][]>(['none', 'includes', 'is', 'excludes'])
    .describe('Whether it includes, is or excludes money booked in the Digital Agency (デジタル庁計上分).'),
  fund: z.boolean().describe('Whether it endows a fund for several years (基金).'),
  special_account_included: z.boolean().describe('Whether it includes money of a special account (…を含む).'),
  reclassified: z.boolean().describe('Whether it is a previous amount recast to the new structure (組替え).'),
  compares_figure_id: z
    .string()
    .nullable()
    .describe('For a comparison or change, the budget figure that it stands beside, a key of `figures`.'),
  duplicate_of_figure_id: z
    .string()
    .nullable()
    .describe('The same figure printed earlier (summary page, then detail page), a key of `figures`.'),
  check_status: z
    .enum(['ok', 'rounding', 'warning', 'error', 'not_checked'])
    .describe('Result of the checks on the figure; `rounding` is a difference within the printed precision.'),
  checked_by: z
    .string()
    .regex(/^[a-z_]+(;[a-z_]+)*$/)
    .nullable()
    .describe('Ids of the checks that confirm the figure, joined by `;`; null when none does.'),
  needs_review: z.boolean().describe('Whether a person should look, because a rule was not sure or a check failed.'),
  review_reasons: z.string().nullable().describe('Ids of the rules that ask for review, joined by `;`.'),
  decided_by: z.string().nullable().describe('Which rule decided what, as `field=rule` joined by `;`.'),
  note: z.string().nullable().describe('Free text.'),
})

export type Figure = Readonly<z.infer<typeof figureSchema>>
