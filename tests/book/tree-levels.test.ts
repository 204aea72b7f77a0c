import { describe, expect, it } from 'vitest'
import type { TreeLevel } from '../../src/book/column-words.js'
import { TreeLevels } from '../../src/book/tree-levels.js'

const all: readonly TreeLevel[] = ['kan', 'kou', 'moku']

/** A name and its indent, or a level that a name says of itself. */
type Step = readonly [text: string, indent: number] | TreeLevel

describe('the level of a name in a column of several', () => {
  it.each<[string, readonly Step[], readonly TreeLevel[]]>([
    [
      'by indent, the outermost first',
      [
        ['1 市税', 0],
        ['1 市民税', 10],
        ['1 個人', 20],
        ['2 法人', 21],
        ['2 譲与税', 1],
      ],
      ['kan', 'kou', 'moku', 'moku', 'kan'],
    ],
    [
      'by brackets at one indent',
      [
        ['1 議会費', 0],
        ['(1) 議会費', 0],
        ['2 総務費', 0],
      ],
      ['kan', 'kou', 'kan'],
    ],
    ['the only one that no name says of itself', ['kan', 'kou', ['1 一般管理費', 0], ['計', 0]], ['moku', 'moku']],
    [
      'those that no name says of itself by indent',
      ['kan', ['1 総務管理費', 0], ['1 一般管理費', 10]],
      ['kou', 'moku'],
    ],
    ['all are said and one name says nothing: the first', ['kan', 'kou', 'moku', ['諸費', 0]], ['kan']],
  ])('%s', (_, steps, levels) => {
    const tree = new TreeLevels()
    const told = steps.flatMap((step) => {
      if (typeof step !== 'string') return [tree.levelOf(all, ...step)]
      tree.say(all, step)
      return []
    })
    expect(told).toEqual(levels)
  })
})
