import { z } from 'zod'
import { type CheckId, checkRules } from './check-rules.js'

const verdicts = ['ok', 'rounding', 'mismatch', 'incomplete', 'not_run'] as const

export type CheckVerdict = (typeof verdicts)[number]

/** What a percent says of two amounts: how much more than, how much of, or which part of the second the first is. */
export type PercentMeaning = 'growth' | 'ratio' | 'share'

/** One check of figures against each other: a row of `checks`. */
export const checkSchema = z.strictObject({
  check_id: z.string().min(1).describe('Identifier of the check in its document.'),
  document_id: z.string().min(1).describe('The document whose figure is checked, a key of `documents`.'),
  rule: z
    .string()
    .refine((id): id is CheckId => Object.hasOwn(checkRules, id), 'is no check rule')
    .describe('Id of the check rule.'),
  figure_id: z
    .string()
    .nullable()
    .describe('The figure that is checked, a key of `figures`; null for several at once.'),
  inputs: z
    .string()
    .regex(/^[+-][^;]+(;[+-][^;]+)*$/)
    .nullable()
    .describe('The figures that should make its amount, each with its sign (`+ID` or `-ID`), joined by `;`.'),
  percent: z
    .string()
    .regex(/^(growth|ratio|share) -?\d+(\.\d+)?$/)
    .nullable()
    .describe('The printed percent that leads from the input to the amount, such as `growth 2.3`; null for sums.'),
  expected_yen: z.int().nullable().describe('What the inputs make, in yen; null where the check could not run.'),
  found_yen: z.int().nullable().describe('The amount of the figure in yen.'),
  tolerance_yen: z
    .int()
    .nonnegative()
    .nullable()
    .describe('How far they may differ, in yen: half of the value of each last printed digit.'),
  verdict: z
    .enum(verdicts)
    .describe(
      '`rounding` is a difference within the tolerance; `incomplete`: parts are missing, so nothing is proved; ' +
        '`not_run`: an amount that the check needs is not there.',
    ),
  message: z.string().nullable().describe('What is wrong or missing, in one sentence; null where the check holds.'),
})

export type CheckRow = Readonly<z.infer<typeof checkSchema>>
