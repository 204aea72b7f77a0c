import { describe, expect, it } from 'vitest'
import { correctedReading } from '../../src/model/corrected-reading.js'
import type { Correction } from '../../src/model/correction.js'
import type { Reading } from '../../src/model/correction-identity.js'
import { correction } from '../corrections/corrections.js'

const read: Reading = {
  raw: '20億円',
  raw_label: null,
  programme: '研究の推進',
  role: 'budget',
  fiscal_year: 2025,
  stage: 'draft',
  yen: 2_000_000_000,
}

describe('correctedReading', () => {
  it.each<[what: string, row: Partial<Correction>, reading: Partial<Reading>]>([
    ['nothing new', {}, {}],
    ['an amount', { new_yen: 5 }, { yen: 5 }],
    ['nought', { new_yen: 0 }, { yen: 0 }],
    ['no amount', { new_yen: 'none' }, { yen: null }],
    ['an amount where none was read', { yen: null, new_yen: 5 }, { yen: 5 }],
    ['nothing new where no amount was read', { yen: null }, { yen: null }],
    ['a role', { new_role: 'change' }, { role: 'change' }],
    ['a year', { new_fiscal_year: 2024 }, { fiscal_year: 2024 }],
    ['no year', { new_fiscal_year: 'none' }, { fiscal_year: null }],
    ['a stage', { new_stage: 'enacted' }, { stage: 'enacted' }],
    ['no stage', { new_stage: 'none' }, { stage: null }],
    ['a programme', { new_programme: '教育の推進' }, { programme: '教育の推進' }],
    ['no programme', { new_programme: 'none' }, { programme: null }],
    ['several', { new_yen: 5, new_stage: 'none', new_role: 'change' }, { yen: 5, stage: null, role: 'change' }],
    ['other prints', { raw: '20億円※', raw_label: '政府案' }, { raw: '20億円※', raw_label: '政府案' }],
  ])('has %s', (_, row, reading) => {
    expect(correctedReading(correction(row))).toEqual({ ...read, ...reading })
  })
})
