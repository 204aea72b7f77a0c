import type { Segment } from './segments.js'

/** What is printed in a column of numbers: a number alone or with another in brackets behind it, with its thousands in
 * groups or not, or something that stands in a number's place. */
export type NumberKind = 'grouped' | 'plain' | 'substitute'

const digits = '[0-9０-９]'
const sign = '[△▲▽▼−‐\\-－+＋]?'
const open = '[(（〔［\\[「]?'
const close = '[)）〕］\\]」]?'

const group = `${digits}{1,3}(?:[,，]${digits}{3})+`
const bracketed = `[(（]${sign}(?:${digits}+(?:[,，]${digits}{3})*|[-－―—–─ー])[)）]`

const kinds: readonly (readonly [NumberKind, RegExp])[] = [
  ['grouped', new RegExp(`^${open}${sign}${open}${group}(?:[.．]${digits}+)?${close}$`, 'u')],
  ['grouped', new RegExp(`^${sign}${group}${bracketed}$`, 'u')],
  ['plain', new RegExp(`^${sign}${digits}{1,3}${bracketed}$`, 'u')],
  ['plain', new RegExp(`^${open}${sign}${open}${digits}{1,9}(?:[.．]${digits}+)?${close}$`, 'u')],
  ['substitute', new RegExp(`^${open}${sign}${digits}+(?:[,，.．]${digits}+)*[%％]${close}$`, 'u')],
  ['substitute', /^[-－―—‐−–─ー･・…*＊〃△▲]+$/u],
  ['substitute', /^[*＊※][0-9０-９]{1,2}$/u],
  ['substitute', /^皆[増減]$/u],
  ['substitute', /^[(（](?:皆[増減]|新規|新設|廃止)[)）]$/u],
]

/** Null for all other text. */
export const numberKindOf = (text: string): NumberKind | null => {
  const bare = text.replace(/[\s　]/gu, '')
  return kinds.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}

export const textOf = (segment: Segment): string => segment.inks.map(({ text }) => text).join('')

export const isNumber = (text: string): boolean => ['grouped', 'plain'].includes(numberKindOf(text) ?? '')

/** The unit that heads or ends a column: 千円, （円）, %. */
export const isUnit = (text: string): boolean =>
  /^[(（［[]?(?:円|千円|万円|百万円|億円|兆円|[%％]|人|件)[)）］\]]?$/u.test(text.replace(/[\s　]/gu, ''))
