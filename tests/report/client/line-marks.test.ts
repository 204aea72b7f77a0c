import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/report/client/items.js'
import { marksOf } from '../../../src/report/client/line-marks.js'
import { issue } from '../../emit/sample.js'
import { itemOf } from './data.js'

const figureOf = (raw: string, id = raw): Item => itemOf({ raw, figure_id: id, page: null, boxes: null })

const issueOf = (found: string): Item => {
  const one = { ...issue, issue_id: 'i', page: null, boxes: null, found }
  return { kind: 'issue', id: 'i', sheet: 0, line: 1, boxes: [], rank: 2, issue: one }
}

describe('in a line of text', () => {
  it.each<[what: string, line: string, items: readonly Item[], marks: string[], loose: string[]]>([
    ['each print is marked', '5億円（4億円）', [figureOf('5億円'), figureOf('4億円')], ['0 5億円', '4 4億円'], []],
    ['in the order of the line', '5億円、4億円', [figureOf('4億円'), figureOf('5億円')], ['0 5億円', '4 4億円'], []],
    ['twice the same, in turn', '5億円と5億円', [figureOf('5億円', 'a'), figureOf('5億円', 'b')], ['0 a', '4 b'], []],
    ['not within a longer number', '15億円と5億円', [figureOf('5億円')], ['5 5億円'], []],
    ['not behind a comma of one', '1,500円と500円', [figureOf('500円')], ['7 500円'], []],
    ['none where it stands oftener', '5億円と5億円', [figureOf('5億円')], [], ['5億円']],
    ['none beside what was rejected', '5億円と5億円', [figureOf('5億円'), issueOf('5億円')], [], ['5億円', 'i']],
    ['none that runs over lines', '12', [figureOf('12億円')], [], ['12億円']],
    ['one of two that overlap', '約5億円', [figureOf('約5億円'), figureOf('5億円')], ['0 約5億円'], ['5億円']],
    ['nothing without items', '5億円', [], [], []],
  ])('%s', (_, line, items, marks, loose) => {
    const found = marksOf(line, items)
    expect(found.marks.map(({ from, item }) => `${from} ${item.id}`)).toEqual(marks)
    expect(found.loose.map(({ id }) => id)).toEqual(loose)
    for (const { from, to, item } of found.marks)
      if (item.kind === 'figure') expect(line.slice(from, to)).toBe(item.figure.raw)
  })
})
