import { describe, expect, it } from 'vitest'
import { cleanPage } from '../normalise/lines.js'
import { findingsIn, ofKind, parsePage } from './findings.js'
import { rowsOf } from './table.js'

describe('amounts.csv', () => {
  it.each(rowsOf('amounts'))('$raw: $note', async ({ raw = '', yen, yen_max, approx, status }) => {
    const [amount] = ofKind(await findingsIn(raw), 'amount')
    expect({
      yen: String(amount?.yen ?? ''),
      yen_max: String(amount?.yenMax ?? ''),
      approx: amount?.approx ?? '',
      status: amount?.status,
    }).toEqual({ yen, yen_max, approx, status })
  })
})

describe('years.csv', () => {
  it.each(rowsOf('years'))('$raw: $note', async ({ raw = '', year, fiscal }) => {
    const [found] = ofKind(await findingsIn(raw), 'year')
    expect({ year: String(found?.year ?? ''), fiscal: String(found?.fiscal ?? '') }).toEqual({ year, fiscal })
  })
})

describe('labels.csv', () => {
  it.each(rowsOf('labels'))('$raw', async ({ raw = '', ...expected }) => {
    const [parsed] = await parsePage(cleanPage(raw))
    const [found] = ofKind(parsed?.findings ?? [], 'stage')
    expect({
      stage: found?.stage ?? '',
      previous: String(found?.previous ?? ''),
      supplementary_no: String(found?.supplementaryNo ?? ''),
      request_frame: found?.requestFrame ?? '',
      sure: String(found?.sure ?? ''),
      label: found ? parsed?.clean.text.slice(found.from, found.to) : '',
    }).toEqual(expected)
  })
})

describe('flags.csv', () => {
  it.each(rowsOf('flags'))('$raw: $note', async ({ raw = '', flags }) => {
    const names = ofKind(await findingsIn(raw), 'flag').map(({ name }) => name)
    expect(names.join(';')).toBe(flags)
  })
})

describe('numbering.csv', () => {
  it.each(rowsOf('numbering'))('$raw', async ({ raw = '', marks, rest }) => {
    const [parsed] = await parsePage(cleanPage(raw))
    const found = ofKind(parsed?.findings ?? [], 'numbering')
    expect(found.map(({ printed, style }) => `${printed}:${style}`).join(' ')).toBe(marks)
    expect(parsed?.clean.text.slice(found.at(-1)?.to ?? 0).trim()).toBe(rest)
  })
})
