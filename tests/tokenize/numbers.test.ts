import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/tokenize/index.js'
import { cellText } from '../normalise/lines.js'

/** `kind:text` of each token in a cell; `⏎` breaks its lines. */
const tokensIn = async (print: string): Promise<string[]> => {
  const [text] = await tokenize(cellText(...print.split('⏎')))
  return (text?.tokens ?? []).map(({ kind, from, to }) => `${kind}:${text?.clean.text.slice(from, to)}`)
}

describe('numbers and units in the cells of a table', () => {
  it.each<readonly [string, readonly string[]]>([
    ['1,234', ['number:1,234']],
    ['1,500（1,200）', ['number:1,500', 'number:(1,200)']],
    ['取崩 △680,000⏎積立 608', ['number:△680,000', 'number:608']],
    ['千円⏎1,500', ['unit:千円', 'number:1,500']],
    ['（百万円）⏎12.5', ['unit:(百万円)', 'number:12.5']],
    ['千円', ['unit:千円']],
    ['本年度（千円）', ['label:本年度', 'unit:(千円)']],
    ['12億円', ['money:12億円']],
    ['令和7年度', ['year:令和7年度']],
    ['1 議会費', ['mark:1']],
    ['2,500※1', ['number:2,500']],
  ])('%s', async (print, tokens) => {
    expect(await tokensIn(print)).toEqual(tokens)
  })
})
