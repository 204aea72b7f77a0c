import { describe, expect, it } from 'vitest'
import { japaneseChecks, japaneseDecisions, japaneseIssues } from '../../src/report/japanese-rules.js'
import * as words from '../../src/report/japanese-words.js'

/** Latin words that a Japanese reader of budgets knows. */
const known = ['CSV', 'ID', 'PDF', 'yosan']

const texts: readonly (readonly [string, string])[] = [
  ...Object.entries(japaneseDecisions),
  ...Object.entries(japaneseChecks),
  ...Object.entries(japaneseIssues).flatMap(([id, { title, help }]): [string, string][] => [
    [`${id} (title)`, title],
    [`${id} (help)`, help],
  ]),
]

const strangersIn = (text: string) => (text.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !known.includes(word))

describe('the Japanese wording of rules', () => {
  it.each(texts)('%s is polite Japanese', (_, text) => {
    expect(text).toMatch(/\p{Script=Hiragana}/u)
    expect(text).toMatch(/^(?:[^。]+(?:です|ます|ません|ました|ませんでした|ください)。)+$/u)
    expect(strangersIn(text)).toEqual([])
  })

  it('has the punctuation of Japanese', () => {
    expect(texts.filter(([, text]) => /\s|[.;:()!?’“”]|,(?!\d{3})/u.test(text))).toEqual([])
  })

  it('says something else of each rule', () => {
    const sentences = texts.map(([, text]) => text)
    expect(sentences.filter((text, i) => sentences.indexOf(text) !== i)).toEqual([])
  })
})

describe('the Japanese words for values', () => {
  it.each(Object.entries(words))('%s are short labels, each of its own', (_, list) => {
    const labels = Object.values(list)
    expect(
      labels.filter(
        (label) =>
          !/^(?:[款項目節]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・＋－「」0]{2,12})$/u.test(label),
      ),
    ).toEqual([])
    expect(new Set(labels).size).toBe(labels.length)
  })
})
