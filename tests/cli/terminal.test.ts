import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printRoom } from '../../src/commands/room.js'
import { escapeText } from '../../src/terminal.js'

describe('escapeText', () => {
  it.each([
    ['令和3年度 77,599百万円（前年度）', '令和3年度 77,599百万円（前年度）'],
    ['a\tb\r\nc', 'a\\u0009b\\u000d\\u000ac'],
    ['\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
    ['\u009b31m', '\\u009b31m'],
    ['億\u202e円', '億\\u202e円'],
    ['a\u200bb\ufeff', 'a\\u200bb\\ufeff'],
    ['𠮷野', '𠮷野'],
  ])('%j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  it('keeps the value of JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(escapeText(JSON.stringify({ text })))).toEqual({ text })
      }),
    )
  })
})

describe('printRoom', () => {
  it.each([
    [[], []],
    [[{ a: 1 }], [{ a: 1 }]],
    [
      [[{ boxes: new Float32Array([1.5, 2.1]) }], null],
      [[{ boxes: [1.5, 2.1] }], null],
    ],
  ])('%j', (documents, read) => {
    expect(JSON.parse([...printRoom(documents)].join(''))).toEqual(read)
  })
})
