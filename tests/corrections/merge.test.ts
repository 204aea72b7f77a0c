import { describe, expect, it } from 'vitest'
import { mergeCorrections } from '../../src/corrections/merge.js'
import type { Correction } from '../../src/model/correction.js'
import { correction } from './corrections.js'

const one = correction()
const other = correction({ page: 2 })
const rejected = correction({ action: 'reject' })
const withdrawn = correction({ action: 'withdraw', date: '2026-04-01' })

describe('mergeCorrections', () => {
  it.each<
    [what: string, earlier: readonly Correction[], later: readonly Correction[], merged: Correction[], counts: number[]]
  >([
    ['nothing', [], [], [], [0, 0, 0, 0]],
    ['the first', [], [other, one], [one, other], [2, 0, 0, 0]],
    ['none more', [one], [], [one], [0, 0, 0, 0]],
    ['the same again', [one], [one], [one], [0, 0, 1, 0]],
    ['another of the figure', [one, other], [rejected], [other, rejected], [0, 1, 0, 0]],
    ['two of the figure', [], [one, rejected], [rejected], [1, 1, 0, 0]],
    ['one as it is read now', [one], [correction({ programme: '別', line: 9 })], [], [0, 1, 0, 0]],
    ['one of other bytes', [one], [correction({ sha256: '1'.repeat(64) })], [], [1, 0, 0, 0]],
    ['one taken back', [one, other], [withdrawn], [other], [0, 0, 0, 1]],
    ['one taken back again', [other], [withdrawn], [other], [0, 0, 1, 0]],
    ['one decided anew after that', [one], [withdrawn, rejected], [rejected], [1, 0, 0, 1]],
    ['one of other bytes taken back', [one], [{ ...withdrawn, sha256: '1'.repeat(64) }], [one], [0, 0, 1, 0]],
    ['what takes back by itself', [withdrawn, other], [], [other], [0, 0, 0, 0]],
  ])('%s', (_, earlier, later, merged, [added, replaced, same, taken]) => {
    const made = mergeCorrections(earlier, later)
    expect(made).toMatchObject({ added, replaced, same, withdrawn: taken })
    if (merged.length > 0) expect(new Set(made.corrections)).toEqual(new Set(merged))
  })

  it('makes of files of several documents the same in any order', () => {
    const known = [one, correction({ document_id: 'b', sha256: null }), correction({ document_id: 'c', sha256: null })]
    const files = [
      [rejected],
      [correction({ ...known[1], action: 'reject' })],
      [correction({ ...known[2], action: 'withdraw' })],
    ]
    const made = [files, files.toReversed()].map((order) =>
      order.reduce<readonly Correction[]>((before, file) => mergeCorrections(before, file).corrections, known),
    )
    expect(made[0]?.map(({ document_id, action }) => [document_id, action])).toEqual([
      ['b', 'reject'],
      ['slides', 'reject'],
    ])
    expect(made[1]).toEqual(made[0])
  })
})
