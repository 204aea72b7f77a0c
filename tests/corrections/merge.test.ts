import { describe, expect, it } from 'vitest'
import { mergeCorrections } from '../../src/corrections/merge.js'
import type { Correction } from '../../src/model/correction.js'
import { correction } from './corrections.js'

const one = correction()
const other = correction({ page: 2 })
const rejected = correction({ action: 'reject' })

describe('mergeCorrections', () => {
  it.each<
    [what: string, earlier: readonly Correction[], later: readonly Correction[], merged: Correction[], counts: number[]]
  >([
    ['nothing', [], [], [], [0, 0, 0]],
    ['the first', [], [other, one], [one, other], [2, 0, 0]],
    ['none more', [one], [], [one], [0, 0, 0]],
    ['the same again', [one], [one], [one], [0, 0, 1]],
    ['another of the figure', [one, other], [rejected], [other, rejected], [0, 1, 0]],
    ['two of the figure', [], [one, rejected], [rejected], [1, 1, 0]],
    ['one as it is read now', [one], [correction({ programme: '別', line: 9 })], [], [0, 1, 0]],
    ['one of other bytes', [one], [correction({ sha256: '1'.repeat(64) })], [], [1, 0, 0]],
  ])('%s', (_, earlier, later, merged, [added, replaced, same]) => {
    const made = mergeCorrections(earlier, later)
    expect(made).toMatchObject({ added, replaced, same })
    if (merged.length > 0) expect(new Set(made.corrections)).toEqual(new Set(merged))
  })
})
