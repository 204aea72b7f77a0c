import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, hasProgrammeEnding, nameKey, splitBody, tidyName } from '../../src/assemble/names.js'
import { rowsOf } from '../parse/table.js'

describe('names.csv', () => {
  it.each(rowsOf('names'))('$name: $note', ({ name = '', kind }) => {
    expect(classify(name)).toBe(kind)
  })
})

describe('tidyName', () => {
  it.each([
    ['  研究  推進　事業 ', '研究 推進 事業'],
    ['創発的研究支援事業【拡充】', '創発的研究支援事業'],
    ['創発的研究支援事業（新規）', '創発的研究支援事業'],
    ['創発的研究支援事業 (一部再掲)', '創発的研究支援事業'],
    ['創発的研究支援事業（Q-LEAP）', '創発的研究支援事業（Q-LEAP）'],
    ['創発的研究支援事業※', '創発的研究支援事業'],
    ['：創発的研究支援事業、', '創発的研究支援事業'],
    ['創発的研究支援事業…', '創発的研究支援事業'],
    ['〔新規〕創発的研究支援事業', '創発的研究支援事業'],
    ['：新 創発的研究支援事業', '創発的研究支援事業'],
    ['（再掲）新 創発的研究支援事業', '創発的研究支援事業'],
  ])('%s', (printed, name) => {
    expect(tidyName(printed)).toBe(name)
  })

  const isNested = (printed: string) => /【[^】]*【|（[^）]*（/u.test(printed)

  it('has nothing left to tidy', () => {
    const names = fc.stringMatching(/^[研究 　※：、（）【】新規再掲・…]{0,16}$/u).filter((name) => !isNested(name))
    fc.assert(
      fc.property(names, (printed) => {
        expect(tidyName(tidyName(printed))).toBe(tidyName(printed))
      }),
    )
  })

  /** Brackets in brackets of their own kind lose the inner pair only. */
  it.fails.each(['【【】】', '研究（新規（再掲））'])('%s', (printed) => {
    expect(tidyName(tidyName(printed))).toBe(tidyName(printed))
  })
})

describe('splitBody', () => {
  it.each([
    ['戦略的創造研究推進事業 科学技術振興機構', '戦略的創造研究推進事業', '科学技術振興機構'],
    ['戦略的創造研究推進事業 JST', '戦略的創造研究推進事業', 'JST'],
    ['戦略的創造研究推進事業（一部） 科学技術振興機構', '戦略的創造研究推進事業（一部）', '科学技術振興機構'],
    ['次世代研究プログラム日本学術振興会', '次世代研究プログラム', '日本学術振興会'],
    ['戦略的創造研究推進事業', '戦略的創造研究推進事業', null],
    ['科学技術振興機構', '科学技術振興機構', null],
    ['国立大学改革の推進', '国立大学改革の推進', null],
    ['背景 科学技術振興機構', '背景 科学技術振興機構', null],
  ])('%s', (printed, name, body) => {
    expect(splitBody(printed)).toEqual({ name, body })
  })
})

describe('nameKey', () => {
  it.each([
    ['光・量子飛躍プログラム', '光･量子飛躍プログラム'],
    ['光・量子飛躍プログラム', '光量子飛躍プログラム'],
    ['光・量子飛躍プログラム（Q-LEAP）', '光・量子飛躍プログラム'],
    ['ＡＩ研究', 'AI研究'],
    ['AI研究', 'ai研究'],
    ['研究 推進', '研究推進'],
    ['●研究推進※', '研究推進'],
    ['スーパーコンピュータ“富岳”', 'スーパーコンピュータ富岳'],
  ])('%s is %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  it.each([
    ['研究推進事業', '研究推進制度'],
    ['第1期', '第2期'],
    ['CREST', 'ERATO'],
  ])('%s is not %s', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b))
  })
})

describe('hasProgrammeEnding', () => {
  it.each([
    ['創発的研究支援事業', true],
    ['国際先導研究（新規）', true],
    ['文化財の保存・活用に係る調査費', true],
    ['量子計測・センシング', false],
    ['若手研究者', false],
  ])('%s: %s', (name, expected) => {
    expect(hasProgrammeEnding(name)).toBe(expected)
  })
})
