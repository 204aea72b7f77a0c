import { describe, expect, it } from 'vitest'
import { identifier, literal } from '../../src/sql/text.js'

describe('what SQL reads as one', () => {
  it.each([
    ['', `''`, `""`],
    ['figures', `'figures'`, `"figures"`],
    ['予算 額', `'予算 額'`, `"予算 額"`],
    [`it's`, `'it''s'`, `"it's"`],
    ['a"b', `'a"b'`, `"a""b"`],
    [`'; DROP TABLE "t"; --`, `'''; DROP TABLE "t"; --'`, `"'; DROP TABLE ""t""; --"`],
    ['a\\b\n', `'a\\b\n'`, `"a\\b\n"`],
  ])('%j', (text, asLiteral, asIdentifier) => {
    expect([literal(text), identifier(text)]).toEqual([asLiteral, asIdentifier])
  })
})
