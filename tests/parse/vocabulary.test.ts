import { describe, expect, it } from 'vitest'
import type { TokenKind } from '../../src/model/token.js'
import { parse } from '../../src/parse/index.js'
import { flags } from '../../src/tokenize/flags.js'
import { labels } from '../../src/tokenize/labels.js'
import { marks } from '../../src/tokenize/marks.js'
import { qualifiers } from '../../src/tokenize/qualifiers.js'
import { cleanPage } from '../normalise/lines.js'

const [clean] = cleanPage('前年度3億円').texts

/** What the parser makes of a token of this name. */
const parsed = (kind: TokenKind, name: string) =>
  clean ? parse([{ clean, tokens: [{ kind, name, from: 0, to: 3 }], morphemes: null }])[0]?.findings : undefined

describe('the scanner and the parser share their words', () => {
  it.each(labels.entries.map(({ name }) => name))('label %s', (name) => {
    expect(parsed('label', name)).toMatchObject([{ kind: 'stage' }])
  })

  it.each(flags.entries.map(({ name }) => name))('flag %s', (name) => {
    expect(parsed('flag', name)).toMatchObject([{ kind: 'flag', name }])
  })

  it.each(marks.map(({ name }) => name))('mark %s', (name) => {
    expect(parsed('mark', name)).toMatchObject([{ kind: 'numbering', style: name }])
  })

  it.each(qualifiers.entries.map(({ name }) => name))('qualifier %s', (name) => {
    if (!clean) throw new Error('no text')
    const tokens = [
      { kind: 'qualifier', name, from: 0, to: 3 },
      { kind: 'money', name: 'digits', from: 3, to: 6 },
    ] as const
    expect(parse([{ clean, tokens, morphemes: null }])[0]?.findings).toMatchObject([{ kind: 'amount', approx: name }])
  })
})
