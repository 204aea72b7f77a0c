import { describe, expect, it } from 'vitest'
import type { Correction } from '../../src/model/correction.js'
import { identityOf, isCorrectionOf } from '../../src/model/correction-identity.js'
import { correction } from '../corrections/corrections.js'
import { figure } from '../emit/sample.js'

const printed = correction()
const inText = correction({ page: null, boxes: null })

describe('identityOf', () => {
  it.each<[a: Correction, more: Partial<Correction>, isSame: boolean]>([
    [printed, {}, true],
    [printed, { action: 'reject', note: 'x', by: 'y', date: '2026-04-01' }, true],
    [printed, { document_id: 'renamed' }, true],
    [printed, { line: 7 }, true],
    [printed, { programme: '別', role: 'context', fiscal_year: null, stage: null, yen: 1, raw_label: 'x' }, true],
    [printed, { raw: ' 20億円\r\n' }, true],
    [printed, { sha256: '1'.repeat(64) }, false],
    [printed, { page: 2 }, false],
    [printed, { boxes: '1.0 2.0 3.0 4.1' }, false],
    [printed, { raw: '30億円' }, false],
    [inText, {}, true],
    [inText, { programme: null, raw_label: null }, false],
    [inText, { line: 2 }, false],
    [inText, { role: 'comparison' }, false],
    [inText, { action: 'reject' }, true],
    [correction({ sha256: null }), { document_id: 'other' }, false],
  ])('%#', (a, more, isSame) => {
    expect(identityOf(a) === identityOf({ ...a, ...more })).toBe(isSame)
  })

  it('is that of the figure', () => {
    const { page, line, boxes, raw } = figure
    const of = correction({ page, line, boxes, raw, document_id: figure.document_id })
    expect(identityOf({ ...figure, sha256: of.sha256 })).toBe(identityOf(of))
  })
})

describe('isCorrectionOf', () => {
  it.each<[more: Partial<Correction>, isOf: boolean]>([
    [{}, true],
    [{ document_id: 'renamed' }, true],
    [{ sha256: null }, true],
    [{ sha256: '1'.repeat(64) }, true],
    [{ document_id: 'renamed', sha256: '1'.repeat(64) }, false],
    [{ document_id: 'renamed', sha256: null }, false],
  ])('%j: %j', (more, isOf) => {
    expect(isCorrectionOf(correction(more), { document_id: 'slides', sha256: '0'.repeat(64) })).toBe(isOf)
  })

  it('is none of a document whose bytes nobody knows and that has another name', () => {
    const of = { document_id: 'other', sha256: null }
    expect(isCorrectionOf(correction({ sha256: null }), of)).toBe(false)
  })
})
