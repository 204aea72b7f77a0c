import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCorrections } from '../../../src/corrections/read.js'
import { printCorrections } from '../../../src/corrections/write.js'
import { type Correction, correctionColumns } from '../../../src/model/correction.js'
import { identityOf } from '../../../src/model/correction-identity.js'
import { Corrections } from '../../../src/report/client/corrections.js'
import { correction, decisionOn } from '../../corrections/corrections.js'
import { figure, issue } from '../../emit/sample.js'
import { dataOf, itemOf, textDocument } from './data.js'
import { withStorage } from './storage.js'

const nobody = { note: null, by: null }

const page = (saved: readonly Correction[] = [], more: Parameters<typeof dataOf>[1] = {}) => {
  const changed = vi.fn()
  const corrections = new Corrections(dataOf({}, { corrections: saved, ...more }), changed)
  return { corrections, changed }
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 3, 1, 0, 30), toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const printed = { ...figure, sha256: '0'.repeat(64) }

const accepted = decisionOn(printed, { date: '2026-04-01' })

describe('what a person decides', () => {
  it('holds how the figure is read and the day', () => {
    const { corrections, changed } = page()
    corrections.decide(itemOf(), { action: 'accept', note: '注', by: '財政課' })
    expect(corrections.all()).toEqual([{ ...accepted, note: '注', by: '財政課' }])
    expect(Object.keys(corrections.all()[0] ?? {})).toEqual(correctionColumns)
    expect(corrections.of(itemOf())).toBe(corrections.all()[0])
    expect([corrections.isUnsaved(), changed.mock.calls.length]).toEqual([true, 1])
  })

  it('has the day of the person, whatever the hour', () => {
    for (const hour of [0, 8, 12, 23]) {
      vi.setSystemTime(new Date(2026, 3, 1, hour, 59))
      const { corrections } = page()
      corrections.decide(itemOf(), { action: 'accept', ...nobody })
      expect(corrections.all()[0]?.date).toBe('2026-04-01')
    }
  })

  it('twice keeps how the figure was first read, and nothing of the first decision', () => {
    const { corrections } = page()
    corrections.decide(itemOf(), { action: 'correct', new_yen: 5, new_programme: '別', ...nobody, note: '一' })
    corrections.decide(itemOf({ yen: 5, programme: '別' }), { action: 'correct', new_stage: 'none', ...nobody })
    expect(corrections.all()).toEqual([{ ...accepted, action: 'correct', new_stage: 'none' }])
  })

  it('keeps a correction that the figure shows already when it is accepted', () => {
    const applied = decisionOn(printed, { action: 'correct', new_yen: 5, note: '一' })
    const { corrections } = page([applied])
    corrections.decide(itemOf({ yen: 5 }), { action: 'accept', note: '二', by: null })
    expect(corrections.all()).toEqual([{ ...applied, note: '二', date: '2026-04-01' }])
    corrections.decide(itemOf(), { action: 'accept', ...nobody })
    expect(corrections.all()).toEqual([accepted])
  })

  it('is withdrawn', () => {
    const { corrections, changed } = page([accepted])
    corrections.withdraw(corrections.all()[0] as Correction)
    expect([corrections.all(), corrections.of(itemOf()), corrections.isUnsaved()]).toEqual([[], null, true])
    corrections.decide(itemOf(), { action: 'accept', ...nobody })
    expect([corrections.isUnsaved(), changed.mock.calls.length]).toEqual([false, 2])
  })

  it('is of these bytes, also where a decision about others went before', () => {
    const older = { ...accepted, sha256: '1'.repeat(64), document_id: 'old', yen: 7 }
    const exact = { ...accepted, action: 'reject' as const }
    const { corrections } = page([older, exact])
    expect(corrections.of(itemOf())).toBe(exact)
    corrections.decide(itemOf(), { action: 'accept', ...nobody })
    expect(corrections.all()).toEqual([older, accepted])
    const { corrections: others } = page([older])
    others.decide(itemOf(), { action: 'accept', ...nobody })
    expect(others.all()).toEqual([older, { ...accepted, yen: 7 }])
  })
})

describe('a correction speaks of', () => {
  const text = { page: null, boxes: null, line: 3 } as const
  const decided = decisionOn({ ...printed, ...text }, { action: 'correct', new_yen: 5, new_stage: 'none' })

  it.each<[what: string, row: Correction, of: Parameters<typeof itemOf>[0], speaks: boolean]>([
    [
      'the figure at its place, however it is read',
      accepted,
      { yen: 1, programme: '別', line: 9, role: 'context' },
      true,
    ],
    ['whatever blanks its print has', accepted, { raw: ` ${figure.raw}\n` }, true],
    ['no other print at its place', accepted, { raw: '1円' }, false],
    ['no figure of another place', accepted, { boxes: '1.0 2.0 3.0 4.0' }, false],
    ['no figure of another page', accepted, { page: 2 }, false],
    ['a figure of a text as it was read', decided, text, true],
    ['a figure of a text as it is read since', decided, { ...text, yen: 5, stage: null }, true],
    ['no figure of a text read otherwise', decided, { ...text, yen: 6 }, false],
    ['no half of it', decided, { ...text, yen: 5 }, false],
    ['no other line', decided, { ...text, line: 4 }, false],
  ])('%s', (_, row, of, speaks) => {
    const { corrections } = page([row], { isPaged: row.page !== null })
    expect(corrections.of(itemOf(of)) === row).toBe(speaks)
  })

  it.each([
    ['the amount that it rejected', 'figure_rejected', true],
    ['no other trouble there', 'unit_missing', false],
  ])('%s', (_, rule, speaks) => {
    const row: Correction = { ...accepted, action: 'reject' }
    const { corrections } = page([row])
    const { page: at, line, boxes, raw: found } = figure
    const one = { ...issue, rule, page: at, line, boxes, found }
    const item = { kind: 'issue', id: 'i', sheet: 0, line, boxes: [], rank: 3, issue: one } as const
    expect(corrections.of(item) === row).toBe(speaks)
  })
})

describe('the file of corrections', () => {
  const read = (corrections: Corrections) => readCorrections(corrections.handOut(), 'c.csv')

  it('has a head alone of nothing', async () => {
    expect(page().corrections.handOut()).toBe(`${correctionColumns.map((name) => `"${name}"`).join(',')}\r\n`)
    expect(await read(page().corrections)).toEqual([])
  })

  it('takes back what was saved and is withdrawn', async () => {
    const corrected = decisionOn(printed, { action: 'correct', new_yen: 5, note: '一' })
    const { corrections } = page([corrected])
    corrections.withdraw(corrected)
    expect(corrections.isAtRisk()).toBe(true)
    expect(await read(corrections)).toEqual([{ ...accepted, action: 'withdraw', note: '一' }])
    expect([corrections.isUnsaved(), corrections.isAtRisk()]).toEqual([true, false])
  })

  it('is read as what was decided', async () => {
    const word = fc
      .string({ unit: fc.constantFrom('億', '1', ',', '"', '\n', '\r', ' ', '　', '=', '−'), minLength: 1 })
      .filter((text) => text.trim() !== '')
    const typed = word.map((text) => text.trim())
    const figures = fc.record({
      ...{ page: fc.integer({ min: 1, max: 3 }), line: fc.integer({ min: 1, max: 3 }), raw: word },
      ...{ raw_label: fc.option(word), programme: fc.option(word), yen: fc.option(fc.integer()) },
      boxes: fc.constantFrom('1.0 2.0 3.0 4.0', '-1.0 2.0 3.0 4.0;1.0 2.0 3.0 4.0'),
    })
    const decisions = fc.record({
      ...{ action: fc.constant('correct' as const), note: fc.option(typed), by: fc.option(typed) },
      ...{ new_yen: fc.constantFrom(0, -5, 'none' as const), new_programme: fc.option(typed) },
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(figures, decisions), { maxLength: 6 }), async (list) => {
        const { corrections } = page()
        for (const [one, decision] of list) corrections.decide(itemOf(one), decision)
        const rows = corrections.all()
        expect(await read(corrections)).toEqual(rows)
        expect(await readCorrections(await printCorrections(rows), 'c.csv')).toEqual(expect.arrayContaining([...rows]))
        expect(new Set(rows.map(identityOf)).size).toBe(rows.length)
        for (const [one] of list) expect(corrections.of(itemOf(one))).not.toBe(null)
      }),
    )
  })

  it('holds figures of one line of a text apart', async () => {
    const { corrections } = page([], { isPaged: false, document: textDocument as never })
    const text = { page: null, boxes: null, line: 3 } as const
    corrections.decide(itemOf({ ...text, role: 'budget' }), { action: 'accept', ...nobody })
    corrections.decide(itemOf({ ...text, role: 'comparison' }), { action: 'reject', ...nobody })
    expect((await read(corrections)).map(({ role, action }) => `${role} ${action}`)).toEqual([
      'budget accept',
      'comparison reject',
    ])
  })
})

describe('what others save meanwhile', () => {
  const at = (line: number, more: Partial<Correction> = {}) => correction({ page: null, boxes: null, line, ...more })
  const [a, b, c] = [at(1), at(2), at(3)]
  const b2 = { ...b, action: 'reject' as const }

  it.each<
    [what: string, own: (corrections: Corrections) => void, theirs: readonly Correction[], rows: readonly Correction[]]
  >([
    ['is taken', () => {}, [a, c], [a, c]],
    [
      'stays beside what was decided here',
      (own) => own.decide(itemOf(), { action: 'accept', ...nobody }),
      [a, b, c],
      [a, b, c, accepted],
    ],
    ['stays gone', (own) => own.decide(itemOf(), { action: 'accept', ...nobody }), [a], [a, accepted]],
    ['does not bring back what was withdrawn here', (own) => own.withdraw(b), [a, b, c], [a, c]],
    ['nor does their change of it', (own) => own.withdraw(b), [a, b2], [a]],
    ['replaces what is as it was here', (own) => own.withdraw(a), [a, b2], [b2]],
  ])('%s', (_, own, theirs, rows) => {
    const { corrections } = page([a, b])
    own(corrections)
    corrections.settle(theirs)
    expect(corrections.all()).toEqual(rows)
  })

  it('leaves what was decided while it was saved unsaved', () => {
    const { corrections } = page([a])
    corrections.decide(itemOf(), { action: 'accept', ...nobody })
    const sent = corrections.all()
    corrections.decide(itemOf({ page: 2 }), { action: 'reject', ...nobody })
    corrections.settle([accepted, a], sent)
    expect(corrections.all()).toEqual([accepted, a, { ...accepted, page: 2, action: 'reject' }])
    expect(corrections.isUnsaved()).toBe(true)
    corrections.settle(corrections.all().toReversed())
    expect(corrections.isUnsaved()).toBe(false)
  })
})

describe('what is not saved', () => {
  const before = correction({ page: null, boxes: null, line: 1 })
  const later = correction({ page: null, boxes: null, line: 2 })

  it('is still there when the page is opened again', () => {
    const kept = withStorage()
    page([before]).corrections.decide(itemOf(), { action: 'accept', ...nobody })
    const { corrections } = page([before])
    expect(corrections.all()).toEqual([before, accepted])
    corrections.withdraw(accepted)
    expect(page([before]).corrections.all()).toEqual([before, accepted])
    corrections.withdraw(corrections.all()[1] as Correction)
    expect([page([before]).corrections.all(), kept.size]).toEqual([[before], 0])
  })

  it('goes with what others have saved since', () => {
    withStorage()
    page([before]).corrections.decide(itemOf(), { action: 'accept', ...nobody })
    expect(page([later]).corrections.all()).toEqual([later, accepted])
  })

  it('is saved once the data set has it, in whatever order', () => {
    withStorage()
    page([before]).corrections.decide(itemOf(), { action: 'accept', ...nobody })
    const { corrections } = page([accepted, before])
    expect([corrections.all(), corrections.isUnsaved()]).toEqual([[accepted, before], false])
  })

  it('is not taken for another document or other bytes', () => {
    withStorage()
    page().corrections.decide(itemOf(), { action: 'accept', ...nobody })
    const { document } = dataOf({})
    for (const other of [{ document_id: 'other' }, { sha256: '1'.repeat(64) }])
      expect(page([], { document: { ...document, ...other } }).corrections.all()).toEqual([])
  })

  it.each(['', '{', 'null', '5', '{"rows":[]}', '{"saved":"[]","rows":5}'])(
    'is nothing when the browser kept %j',
    (text) => {
      const kept = withStorage()
      page().corrections.decide(itemOf(), { action: 'accept', ...nobody })
      for (const key of kept.keys()) kept.set(key, text)
      expect(kept.size).toBe(1)
      expect(page([before]).corrections.all()).toEqual([before])
    },
  )
})
