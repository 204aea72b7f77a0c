import type { z } from 'zod'
import type { Trouble } from './issue-row.js'
import { type IssueRuleId, issueRules } from './issue-rules.js'

/** Rows that fit the published schema, and the trouble with those that do not. */
export interface Fitting<Row> {
  readonly rows: readonly Row[]
  readonly troubles: readonly Trouble[]
}

/** Rows that do not fit the published schema are a fault of the rules: they are left out and reported. */
export const fitting = <Row>(
  schema: z.ZodType<Row>,
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Fitting<Row> => {
  const troubles: Trouble[] = []
  const fits = (row: Row): boolean => {
    const { error } = schema.safeParse(row)
    if (error) troubles.push(violation(idOf(row), error, row))
    return error === undefined
  }
  return { rows: rows.filter(fits), troubles }
}

const rule: IssueRuleId = 'schema_violation'

const violation = (id: string, { issues: [first] }: z.ZodError, row: unknown): Trouble => ({
  figure_id: null,
  rule,
  severity: issueRules[rule].severity,
  page: null,
  line: null,
  boxes: null,
  message: `The row ${id} does not fit the schema: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}.`,
  found: JSON.stringify(row),
  expected: null,
})
