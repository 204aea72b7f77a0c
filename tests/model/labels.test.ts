import { describe, expect, it } from 'vitest'
import { stageLabel, type Term, termLabel } from '../../src/model/labels.js'

describe('a year and stage in words', () => {
  it.each<[fiscal_year: number, stage: Term['stage'], supplementary_no: number | null, words: string]>([
    [2025, 'enacted', null, '2025年度 当初予算'],
    [2026, 'request', null, '2026年度 概算要求'],
    [2024, 'supplementary', 1, '2024年度 補正予算第1号'],
    [2024, 'supplementary', null, '2024年度 補正予算'],
    [2021, 'revised', 12, '2021年度 補正後第12号'],
  ])('%i %s %s', (fiscal_year, stage, supplementary_no, words) => {
    expect(termLabel({ fiscal_year, stage, supplementary_no })).toBe(words)
    expect(stageLabel({ stage, supplementary_no })).toBe(words.split(' ')[1])
  })
})
