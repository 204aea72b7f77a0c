import { describe, expect, it } from 'vitest'
import type { CheckRow } from '../../src/model/check.js'
import { failingsOf } from '../../src/report/failings.js'
import { check, issue } from '../emit/sample.js'

describe('failingsOf', () => {
  it.each<
    [verdicts: readonly CheckRow['verdict'][], rules: readonly string[], checksFailed: number, leftovers: number]
  >([
    [[], [], 0, 0],
    [['ok', 'rounding', 'incomplete', 'not_run'], ['page_empty', 'year_missing', 'percent_mismatch'], 0, 0],
    [['mismatch', 'ok', 'mismatch'], [], 2, 0],
    [[], ['unit_missing', 'amount_unreadable', 'page_failed', 'of_another_version'], 0, 3],
  ])('of %j and %j', (verdicts, rules, checksFailed, leftovers) => {
    const checks = verdicts.map((verdict) => ({ ...check, verdict }))
    const issues = rules.map((rule) => ({ ...issue, rule: rule as typeof issue.rule }))
    expect(failingsOf({ checks, issues })).toEqual({ checksFailed, leftovers })
  })
})
