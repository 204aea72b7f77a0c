import { describe, expect, it } from 'vitest'
import { checkRules } from '../../src/model/check-rules.js'
import { columnsOf, tableNames, tables } from '../../src/model/dataset.js'
import { decisionRules } from '../../src/model/decision-rules.js'
import { issueRules } from '../../src/model/issue-rules.js'
import { jsonSchema } from '../../src/schema.js'
import { check, dataset, figure, issue } from './sample.js'

describe('tables', () => {
  it.each(tableNames)('%s takes its sample rows', (table) => {
    for (const row of dataset[table]) expect(tables[table].parse(row)).toEqual(row)
  })

  it.each([
    ['a column too many', { ...figure, colour: 'red' }],
    ['money that is no integer', { ...figure, yen: 0.5 }],
    ['money past the safe integers', { ...figure, yen: 2 ** 53 }],
    ['an unknown role', { ...figure, role: 'donation' }],
    ['page 0', { ...figure, page: 0 }],
    ['a box with three sides', { ...figure, boxes: '1.0 2.0 3.0' }],
    ['a box without its decimal', { ...figure, bbox: '1 2 3 4' }],
    ['a missing column', Object.fromEntries(Object.entries(figure).slice(1))],
  ])('figures refuses %s', (_, row) => {
    expect(tables.figures.safeParse(row).success).toBe(false)
  })

  it('issues refuses a rule that is not registered', () => {
    expect(tables.issues.safeParse({ ...issue, rule: 'bad_luck' }).success).toBe(false)
  })

  it.each([
    ['a rule that is not registered', { ...check, rule: 'bad_luck' }],
    ['a rule of issues', { ...check, rule: issue.rule }],
    ['a verdict of figures', { ...check, verdict: 'not_checked' }],
    ['an input without a sign', { ...check, inputs: 'slides-p002-001' }],
    ['an empty input', { ...check, inputs: '+slides-p002-001;' }],
    ['a percent that does not say of what', { ...check, percent: '2.3' }],
    ['a percent with its mark', { ...check, percent: 'growth △2.3' }],
    ['a tolerance below nothing', { ...check, tolerance_yen: -1 }],
  ])('checks refuses %s', (_, row) => {
    expect(tables.checks.safeParse(row).success).toBe(false)
  })
})

describe('jsonSchema', () => {
  it.each(tableNames)('describes every column of %s in order', (table) => {
    const { items } = jsonSchema(table)
    const { properties = {}, required } = typeof items === 'object' && !Array.isArray(items) ? items : {}
    expect(Object.keys(properties)).toEqual(columnsOf(table))
    expect(required).toEqual(columnsOf(table))
    for (const property of Object.values(properties)) expect(property).toHaveProperty('description')
  })

  it('describes the whole data set', () => {
    expect(Object.keys(jsonSchema(null).properties ?? {})).toEqual(tableNames)
  })
})

describe('rules', () => {
  const sentences = [
    ...Object.entries(decisionRules),
    ...Object.entries(checkRules),
    ...Object.entries(issueRules).flatMap(([id, { title, help }]) => [
      [id, title],
      [id, help],
    ]),
  ]

  it.each(sentences)('%s: %s', (id, sentence) => {
    expect(id).toMatch(/^[a-z]+(_[a-z0-9]+)*$/)
    expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('share no id, because review_reasons may hold both kinds', () => {
    expect(Object.keys(decisionRules).filter((id) => Object.hasOwn(issueRules, id))).toEqual([])
  })
})
