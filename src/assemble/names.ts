import { bodyEndings, bodyWords, genericWords, programmeEndings } from './vocabulary.js'

/** What a heading or the words before an amount can be. name: of a programme, part or section; body: public bodies and
 * flows of money; generic: a slide's own heading; gloss: a bracketed or English by-name; prose: a sentence. */
export type NameClass = 'name' | 'body' | 'generic' | 'gloss' | 'prose' | 'empty'

const LONGEST = 90

type Rule = readonly [kind: NameClass, matches: (name: string) => boolean]

/** In order: the first rule that matches decides. */
const rules: readonly Rule[] = [
  ['empty', (name) => !/[\p{L}]/u.test(name)],
  ['prose', (name) => /[。!！?？]/u.test(name) || name.length > LONGEST],
  ['gloss', (name) => /^[~〜～].*|^※/u.test(name)],
  ['gloss', (name) => isWrapped(name)],
  ['gloss', (name) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) && !isBody(name)],
  ['prose', (name) => /(?:閣議決定|会議決定|本部決定)/u.test(name)],
  ['prose', (name) => /^(?:なお|また|さらに|一方|ただし|このほか)、/u.test(name)],
  ['prose', (name) => isField(name)],
  ['generic', (name) => isGeneric(name)],
  ['body', (name) => isBody(name)],
  ['prose', (name) => isSentence(name)],
]

export const classify = (name: string): NameClass => rules.find(([, matches]) => matches(name))?.[0] ?? 'name'

const brackets: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['（', '）'],
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
  ['<', '>'],
  ['＜', '＞'],
  ['《', '》'],
]

/** The whole is one bracket: 【事業スキーム】, (新物質の創出). */
const isWrapped = (name: string): boolean =>
  brackets.some(([open, close]) => name.startsWith(open) && name.endsWith(close) && !name.slice(1, -1).includes(close))

/** Drops every closed bracket with what it holds. */
export const withoutBrackets = (name: string): string =>
  name.replace(/\([^()]*\)|（[^（）]*）|【[^【】]*】|〔[^〔〕]*〕|\[[^[\]]*\]|<[^<>]*>|＜[^＜＞]*＞/gu, '').trim()

const generic = new Set(genericWords)
const longestFirst = [...generic].sort((a, b) => b.length - a.length)

/** Made of generic words, joints and numbers only. */
const isGeneric = (name: string): boolean => {
  const core = withoutBrackets(name).replace(/[\s・／/、,&＆:：の0-9０-９~]/gu, '')
  if (core === '') return false
  let rest = core
  while (rest !== '') {
    const word = longestFirst.find((candidate) => rest.startsWith(candidate))
    if (word === undefined) return generic.has(withoutBrackets(name))
    rest = rest.slice(word.length)
  }
  return true
}

/** A form's line: `支援規模: 大学・独法等 25機関`, `事業期間:令和3年度~`. */
const isField = (name: string): boolean => {
  const [, label = '', value = ''] = /^([^:：]{1,14})[:：](.*)$/u.exec(name) ?? []
  return value !== '' && isGeneric(label.trim())
}

const bodies = new Set(bodyWords)

/** Public bodies and flows of money only: `国 補助金 理化学研究所`, `科学技術振興機構【ファンディング】`. */
export const isBody = (name: string): boolean => {
  const parts = withoutBrackets(name)
    .split(/[\s、,・/／]+|及び|から|➡|→|⇒/u)
    .filter((part) => part !== '')
  if (parts.length === 0) return false
  return parts.every((printed) => {
    const part = printed.replace(/(?:計上)?分$/u, '')
    return (
      bodies.has(part) ||
      (part.length <= 22 && bodyEndings.test(part) && !/の|事業|プログラム|プロジェクト/u.test(part))
    )
  })
}

/** A clause: it ends in kana as verbs, adjectives and particles do, or in a verbal noun behind を, に, が, へ (…を推進,
 * …に貢献). */
const isSentence = (name: string): boolean => {
  const core = withoutBrackets(name).replace(/[、,等\s]+$/u, '')
  if (clauseEndings.test(core) && !nounsInI.test(core)) return true
  return /[をにがへ][\p{Script=Han}\p{Script=Katakana}A-Za-z0-9・ー\s]+$/u.test(core) && !programmeName(core)
}

const clauseEndings = /(?:[うくぐすつぬぶむるただてでにをはがへともない]|から|まで|より|など|よう|こと|ため|しく|の)$/u

/** Nouns that end like adjectives. */
const nounsInI =
  /(?:ねらい|ふれあい|担い|扱い|占い|助け合い|支え合い|学び合い|めあい|おもい|ひと|まと|ふるさと|ひかり|かたち)$/u

const programmeName = (core: string): boolean =>
  /(?:事業|プログラム|プロジェクト|プラットフォーム|センター|パッケージ)$/u.test(core)

/** Whether the name ends as programmes' names do. */
export const hasProgrammeEnding = (name: string): boolean => programmeEndings.test(withoutBrackets(name))

/** The name as a person would say it: list marks, trailing marks, flags and the body behind it cut off. */
export const tidyName = (printed: string): string =>
  printed
    .replace(/\s+/gu, ' ')
    .replace(/【[^【】]*】|〔[^〔〕]*〕/gu, ' ')
    .replace(/\s*[（(]\s*(?:一部)?(?:再掲|新規|拡充|継続|内数)\s*[)）]/gu, '')
    .replace(
      /^(?:[\s:：、,・]*(?:[(（[［<＜](?:新規?|拡充?|継続?)[)）\]］>＞]|(?:新規|拡充|継続|新|拡|継) ))+[\s:：、,・]*(?=\p{L})/u,
      '',
    )
    .replace(/^[\s:：、,・]+|[\s:：、,・※*＊…]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** A public body printed behind a name is no part of it: `戦略的創造研究推進事業 (一部) 科学技術振興機構`. */
export const splitBody = (printed: string): { name: string; body: string | null } => {
  const [, name = '', body = ''] =
    /^(.*(?:事業|プログラム|プロジェクト|[)）\s]))\s*([^\s()（）]{2,22})$/u.exec(printed) ?? []
  const isBehind = name !== '' && isBody(body) && classify(name.trim()) === 'name'
  return isBehind ? { name: name.trim(), body } : { name: printed, body: null }
}

/** Equal for two printings of one name: widths, spaces, marks and brackets do not count. */
export const nameKey = (name: string): string =>
  withoutBrackets(name.normalize('NFKC'))
    .replace(/[\s・･,、。:：~〜～\-‐―−ー*＊●○◆◇■□▶→※"“”'’/]/gu, '')
    .toLowerCase()
