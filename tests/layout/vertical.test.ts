import { describe, expect, it } from 'vitest'
import { layoutOf, type Print } from './pages.js'

const cases: readonly (readonly [what: string, prints: readonly Print[], lines: readonly string[]])[] = [
  ['vertical writing is read downwards', [[20, 20, '背景課題', { vertical: true }]], ['背景課題']],
  ['text turned clockwise', [[20, 20, '背景課題', { angle: 90 }]], ['背景課題']],
  ['text turned anticlockwise is read upwards', [[20, 200, '背景課題', { angle: 270 }]], ['背景課題']],
  [
    'stacks are read from right to left',
    [
      [20, 20, '左の行', { vertical: true }],
      [40, 20, '右の行', { vertical: true }],
    ],
    ['右の行', '左の行'],
  ],
  [
    'a wide gap parts a stack',
    [
      [20, 20, '上', { vertical: true }],
      [20, 100, '下', { vertical: true }],
    ],
    ['上', '下'],
  ],
  [
    'runs of one stack are one line, whatever was painted first',
    [
      [20, 40, '課題', { vertical: true }],
      [20, 20, '背景', { vertical: true }],
    ],
    ['背景課題'],
  ],
  [
    'fake bold',
    [
      [20, 20, '背景', { vertical: true }],
      [20.3, 20, '背景', { vertical: true }],
    ],
    ['背景'],
  ],
]

describe('vertical writing', () => {
  it.each(cases)('%s', (_, prints, lines) => {
    const made = layoutOf(prints).blocks.flatMap((block) => block.lines)
    expect(made.map(({ text }) => text).sort()).toEqual([...lines].sort())
    expect(made.every(({ vertical }) => vertical)).toBe(true)
  })

  it('does not mix with lines beside it', () => {
    const made = layoutOf([
      [20, 20, '背景課題', { vertical: true }],
      [60, 20, '支援する'],
      [60, 34, '事業'],
    ])
    expect(made.blocks.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual(['背景課題', '支援する', '事業'])
  })
})
