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

/** Grammar decides only where a name leads to an amount inside a sentence of the budget: `○○事業に5億円を計上`,
 * `○○事業（15億円）で実施`. */
export const needsGrammar = (text: string, tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, from, to }) => kind === 'money' && isInSentence(text.slice(0, from), text.slice(to)))

const isInSentence = (before: string, after: string): boolean =>
  (/[(（]$/u.test(before) &&
    /^[)）](?:の一部)?(?:で|として|により|にて|において|の中で|を通じて)\p{Script=Han}/u.test(after)) ||
  (/(?:に|として|で|へ|に対し) ?約?$/u.test(before) &&
    /^(?:[(（][^)）]*[)）])?(?:を|が)?(?:新たに)?(?:計上|要求|要望|措置)/u.test(after))

const load = async (): Promise<Tokenizer<IpadicFeatures>> => {
  const { default: kuromoji } = await import('kuromoji')
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict')
  return new Promise((resolve, reject) =>
    kuromoji.builder({ dicPath }).build((error: Error | null, built) => (error ? reject(error) : resolve(built))),
  )
}
