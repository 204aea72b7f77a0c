import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { IpadicFeatures, Tokenizer } from 'kuromoji'
import type { Morpheme, Token } from '../model/token.js'

let analyser: Promise<Tokenizer<IpadicFeatures>> | null = null

/** Cuts a text into words. The dictionary (some 270 MB in memory) is loaded with the first text that needs it. */
export const cut = async (text: string): Promise<readonly Morpheme[]> => {
  analyser ??= load()
  let at = 0
  return (await analyser).tokenize(text).map(({ surface_form, pos, pos_detail_1 }) => {
    const from = at
    at += surface_form.length
    return { from, to: at, part: pos, detail: pos_detail_1 }
  })
}

/** Grammar decides only where an amount stands in a sentence: a particle before it or after it, and words beyond. */
export const needsGrammar = (text: string, tokens: readonly Token[]): boolean =>
  text.length >= 25 &&
  tokens.some(
    ({ kind, from, to }) =>
      kind === 'money' && isInSentence(text.slice(Math.max(0, from - 10), from), text.slice(to, to + 60)),
  )

const isInSentence = (before: string, after: string): boolean =>
  /[ぁ-んァ-ヶー一-龥](?:[はがをにでのとらりて、](?:総額|合計|最大|年間)?約?|[(（])$/u.test(before) &&
  /^[)）]?(?:程度|以上|以下|未満|超|規模|相当|[/／][^。]{1,8})?[はがをにでのとへや、。][^。]*[ぁ-ん]/u.test(after)

const load = async (): Promise<Tokenizer<IpadicFeatures>> => {
  const { default: kuromoji } = await import('kuromoji')
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict')
  return new Promise((resolve, reject) =>
    kuromoji.builder({ dicPath }).build((error: Error | null, built) => (error ? reject(error) : resolve(built))),
  )
}
