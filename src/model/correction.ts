import { z } from 'zod'
import { figureSchema } from './figure.js'
import { role, stage } from './vocabulary.js'

const { document_id, page, line, boxes, raw, raw_label, programme, fiscal_year, yen } = figureSchema.shape

/** Stands for null among new values, whose empty cells leave a figure as it is. */
const none = z.literal('none')

/** What a person decided about a figure after looking at its page: a row of `corrections.csv`. */
export const correctionSchema = z.strictObject({
  action: z
    .enum(['accept', 'correct', 'reject', 'withdraw'])
    .describe(
      '`accept`: the figure is right; `correct`: it has the new values; `reject`: it is no amount of a budget; `withdraw`: what was decided before is taken back.',
    ),
  document_id: document_id.describe('The document that prints the figure.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('SHA-256 of the document that the person looked at; null where it is not known.'),
  page,
  line,
  boxes,
  raw,
  raw_label,
  programme: programme.describe('Name of its programme as it was read.'),
  role: role.describe('Role as it was read.'),
  fiscal_year: fiscal_year.describe('Fiscal year as it was read.'),
  stage: stage.nullable().describe('Stage of the budget as it was read.'),
  yen: yen.describe('Amount in yen as it was read.'),
  new_yen: z
    .union([z.int(), none])
    .nullable()
    .describe('The right amount in yen; `none` where it cannot be told; null leaves it as it is.'),
  new_role: role.nullable().describe('The right role; null leaves it as it is.'),
  new_fiscal_year: z
    .union([z.int().min(1868).max(2100), none])
    .nullable()
    .describe('The right fiscal year; `none` for no year; null leaves it as it is.'),
  new_stage: z
    .enum([...stage.options, none.value])
    .nullable()
    .describe('The right stage; `none` for no stage; null leaves it as it is.'),
  new_programme: z
    .string()
    .min(1)
    .nullable()
    .describe('Name of the right programme; `none` for no programme; null leaves it as it is.'),
  note: z.string().nullable().describe('Free text.'),
  by: z.string().nullable().describe('Who decided.'),
  date: z.iso.date().nullable().describe('When, as in 2026-04-01.'),
})

export type Correction = Readonly<z.infer<typeof correctionSchema>>

/** Whether a correction says what a figure is, and not that a decision is taken back. */
export const isDecision = ({ action }: Pick<Correction, 'action'>): boolean => action !== 'withdraw'

/** The columns of `corrections.csv` in their order. */
export const correctionColumns = Object.keys(correctionSchema.shape) as readonly (keyof Correction)[]

/** The columns that say what is right. */
export const newColumns = [
  'new_yen',
  'new_role',
  'new_fiscal_year',
  'new_stage',
  'new_programme',
] as const satisfies readonly (keyof Correction)[]
