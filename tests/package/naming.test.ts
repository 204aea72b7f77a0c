import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stageLabels } from '../../src/model/labels.js'
import { stage as stages } from '../../src/model/vocabulary.js'
import { packageName } from '../../src/package/metadata.js'
import { nameFor } from '../../src/package/naming.js'

type Dated = Parameters<typeof nameFor>[0][number]

const about = (fiscal_year: number | null, stage: Dated['stage'] = 'draft'): Dated => ({ fiscal_year, stage })

describe('nameFor', () => {
  it.each<[what: string, documents: readonly Dated[], name: string, title: string]>([
    ['no documents', [], 'jp-budget', '予算（機械可読版）'],
    ['a document of no year and no stage', [about(null, null)], 'jp-budget', '予算（機械可読版）'],
    ['a stage and no year', [about(null)], 'jp-budget-draft', '政府案（機械可読版）'],
    ['a year and no stage', [about(2025, null)], 'jp-budget-2025', '令和7年度 予算（機械可読版）'],
    ['a year and a stage', [about(2025)], 'jp-budget-2025-draft', '令和7年度 政府案（機械可読版）'],
    ['the same twice', [about(2025), about(2025)], 'jp-budget-2025-draft', '令和7年度 政府案（機械可読版）'],
    [
      'two years in any order',
      [about(2025), about(2024)],
      'jp-budget-2024-2025-draft',
      '令和6年度から令和7年度 政府案（機械可読版）',
    ],
    [
      'years with a gap, and none',
      [about(2026), about(null), about(2018)],
      'jp-budget-2018-2026-draft',
      '平成30年度から令和8年度 政府案（機械可読版）',
    ],
    ['two stages', [about(2025, 'request'), about(2025, 'draft')], 'jp-budget-2025', '令和7年度 予算（機械可読版）'],
    ['a stage and none', [about(2025, 'request'), about(2025, null)], 'jp-budget-2025', '令和7年度 予算（機械可読版）'],
    [
      'a stage of several words',
      [about(2025, 'current_appropriation')],
      'jp-budget-2025-current-appropriation',
      '令和7年度 予算現額（機械可読版）',
    ],
  ])('%s', (_, documents, name, title) => {
    expect(nameFor(documents)).toEqual({ name, title })
  })

  it.each([
    [2026, '令和8年度'],
    [2020, '令和2年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1990, '平成2年度'],
    [1989, '平成元年度'],
    [1988, '西暦1988年度'],
  ])('calls %d %s', (year, printed) => {
    expect(nameFor([about(year)]).title).toBe(`${printed} 政府案（機械可読版）`)
  })

  it.each(stages.options)('knows the stage %s', (stage) => {
    expect(nameFor([about(2025, stage)]).title).toBe(`令和7年度 ${stageLabels[stage]}（機械可読版）`)
  })

  it('gives a name that a package may have, which no order of the documents changes', () => {
    const year = fc.option(fc.integer({ min: 1868, max: 2100 }))
    const dated = fc.record({ fiscal_year: year, stage: fc.option(fc.constantFrom(...stages.options)) })
    const list = fc.array(dated, { maxLength: 5 })
    fc.assert(
      fc.property(list, (documents) => {
        expect(nameFor(documents).name).toMatch(packageName)
        expect(nameFor([...documents].reverse())).toEqual(nameFor(documents))
      }),
    )
  })
})
