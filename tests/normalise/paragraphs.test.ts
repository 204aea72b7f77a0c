import { describe, expect, it } from 'vitest'
import { cleanPage } from './lines.js'

/** Lines of one block (⏎: the line fills its column) and the paragraphs that they make. */
const cases: readonly {
  readonly note: string
  readonly lines: readonly string[]
  readonly texts: readonly string[]
}[] = [
  {
    note: 'Japanese joins without a space',
    lines: ['マテリアルの革新的な研⏎', '究開発を推進'],
    texts: ['マテリアルの革新的な研究開発を推進'],
  },
  {
    note: 'Latin words join with a space',
    lines: ['World Premier⏎', 'International'],
    texts: ['World Premier International'],
  },
  { note: 'a short line ends its paragraph', lines: ['目的', '研究を推進'], texts: ['目的', '研究を推進'] },
  {
    note: 'an amount split before its unit',
    lines: ['地方分も合わせて 7,133⏎', '億円'],
    texts: ['地方分も合わせて7,133億円'],
  },
  { note: 'a unit alone belongs to the number before it, full or not', lines: ['580.8', '億円'], texts: ['580.8億円'] },
  {
    note: 'a line break inside brackets',
    lines: ['（うちAMED予算額（案）⏎', '・581億円）'],
    texts: ['(うちAMED予算額(案)・581億円)'],
  },
  {
    note: 'a list mark begins a paragraph',
    lines: ['研究を推進⏎', '・人材を育成'],
    texts: ['研究を推進', '・人材を育成'],
  },
  {
    note: 'numbering begins a paragraph',
    lines: ['研究を推進⏎', '２．人材を育成'],
    texts: ['研究を推進', '2.人材を育成'],
  },
  { note: 'a circled number begins a paragraph', lines: ['研究を推進⏎', '②人材'], texts: ['研究を推進', '②人材'] },
  {
    note: 'a comma says that the sentence goes on',
    lines: ['①量子情報処理、⏎', '②量子計測'],
    texts: ['①量子情報処理、②量子計測'],
  },
  { note: 'a note begins a paragraph', lines: ['研究を推進⏎', '※推計額含む'], texts: ['研究を推進', '※推計額含む'] },
  {
    note: 'an opening bracket begins a paragraph',
    lines: ['研究を推進⏎', '【令和5年度補正予算額 6億円】'],
    texts: ['研究を推進', '【令和5年度補正予算額6億円】'],
  },
  {
    note: 'a fiscal label begins a paragraph',
    lines: ['研究の推進⏎', '令和6年度予算額（案） 3億円'],
    texts: ['研究の推進', '令和6年度予算額(案)3億円'],
  },
  {
    note: 'the bracketed label of the year before too',
    lines: ['予算額(案) 3億円⏎', '（前年度予算額 2億円）'],
    texts: ['予算額(案)3億円', '(前年度予算額2億円)'],
  },
  {
    note: 'a year in a sentence does not',
    lines: ['事業を令和⏎', '6年度から開始'],
    texts: ['事業を令和6年度から開始'],
  },
  {
    note: 'a number that counts is no numbering',
    lines: ['計画では⏎', '10 年で100億円'],
    texts: ['計画では10年で100億円'],
  },
  { note: 'two numbers stay apart', lines: ['1,234⏎', '5,678'], texts: ['1,234 5,678'] },
  { note: 'a number split inside a group joins', lines: ['工事費24,7⏎', '51千円'], texts: ['工事費24,751千円'] },
  { note: 'empty lines are no paragraphs', lines: ['研究', '  ', '推進'], texts: ['研究', '推進'] },
]

describe('normalise', () => {
  it.each(cases)('$note', ({ lines, texts }) => {
    expect(cleanPage(...lines).texts.map(({ text }) => text)).toEqual(texts)
  })
})
