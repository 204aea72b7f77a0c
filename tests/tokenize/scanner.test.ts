import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Token } from '../../src/model/token.js'
import { tokenize } from '../../src/tokenize/index.js'
import { cleanPage } from '../normalise/lines.js'

const tokensOf = async (print: string): Promise<{ text: string; tokens: readonly Token[] }> => {
  const [text] = await tokenize(cleanPage(print))
  return { text: text?.clean.text ?? '', tokens: text?.tokens ?? [] }
}

/** Prints and their tokens as kind:text, in order. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    '令和3年度要求・要望額 77,599百万円 (前年度予算額 61,013百万円)',
    ['year:令和3年度', 'label:要求・要望額', 'money:77,599百万円', 'label:前年度予算額', 'money:61,013百万円'],
  ],
  [
    '- ① 支援規模：最大7億円／年×10年（新規）',
    ['mark:-', 'mark:①', 'scale:支援規模', 'qualifier:最大', 'money:7億円', 'scale:/年', 'scale:×10年', 'flag:(新規)'],
  ],
  ['約208億円及び事項要求', ['qualifier:約', 'money:208億円', 'unpriced:及び事項要求']],
  ['増△減額 △55億円（皆減）', ['change:増△減額', 'money:△55億円', 'flag:(皆減)']],
  ['（単位：百万円）', ['unit:(単位:百万円)']],
  ['※運営費交付金中の推計額含む', ['flag:※運営費交付金中の推計額含む']],
  ['(R7補正300億円)', ['year:R7', 'label:補正', 'money:300億円']],
  ['研究活動の円滑な推進', []],
]

describe('scanner', () => {
  it.each(cases)('%s', async (print, expected) => {
    const { text, tokens } = await tokensOf(print)
    expect(tokens.map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`)).toEqual(expected)
  })

  it('gives tokens in order that do not overlap and are not empty', async () => {
    const pieces = fc.constantFrom(
      ...[
        '令和6年度',
        '6年度',
        'R6',
        '前年度',
        '補正',
        '予算額',
        '(案)',
        '3億円',
        '6~8',
        '億円',
        '1兆',
        '約',
        '最大',
        '程度',
        '/年',
        '×10年',
      ],
      ...[
        '(新規)',
        'うち',
        '内数',
        '推計額含む',
        '基金',
        '①',
        '- ',
        '1.',
        ' ',
        '\t',
        '+',
        '△',
        '事項要求',
        '第2次',
        '増',
        '減',
        '単位:',
        '百万円',
        '。',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 14 }), async (print) => {
        const { text, tokens } = await tokensOf(print.join(''))
        const edges = tokens.flatMap(({ from, to }) => [from, to])
        expect(edges).toEqual([...edges].sort((a, b) => a - b))
        for (const { from, to } of tokens) expect(text.slice(from, to)).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('finds the same money whatever stands around it', async () => {
    const around = fc.constantFrom(
      '',
      '令和6年度予算額(案)',
      '・',
      '※',
      '(',
      'うち',
      '約',
      '研究費:',
      '国際共同研究加速基金 ',
      'の',
      'AMED ',
      '【',
    )
    await fc.assert(
      fc.asyncProperty(around, fc.integer({ min: 1, max: 9999 }), around, async (before, value, after) => {
        const { text, tokens } = await tokensOf(`${before}${value}億円${after}`)
        const money = tokens.filter(({ kind }) => kind === 'money')
        expect(money.map(({ from, to }) => text.slice(from, to))).toEqual([`${value}億円`])
      }),
    )
  })
})
