import { tidyName, withoutBrackets } from '../names.js'

/** The noun phrase that ends right before an amount, cut out of the words that lead to it; '' where there is none. */
export interface ItemName {
  readonly name: string
  /** It ends as money is called: 工事費, 委託料, 補助金, 自主財源. */
  readonly isMoney: boolean
  /** `AやB 5千円`, `Aや(…)B`: the amount may be of both. */
  readonly isJoined: boolean
}

export const itemNameBefore = (lead: string): ItemName => {
  const phrase = withoutTail(lead)
  const from = phrase.length - (ofLaw.exec(phrase)?.[0].length ?? phrase.length - lastCut(phrase))
  const name = tidied(phrase.slice(from))
  const isName = /[\p{L}]/u.test(name) && !/^(?:の|(?:[RHS]|令和|平成) ?\d+(?:年度?)?$|[増減][加額少]?$)/u.test(name)
  return {
    name: isName ? name : '',
    isMoney: isName && isMoneyNoun(name),
    isJoined: /や$/u.test(phrase.slice(0, from)) || isListed(phrase.slice(0, from)),
  }
}

const lastCut = (phrase: string): number =>
  Math.max(0, ...cuts.flatMap((cut) => [...phrase.matchAll(cut)].map(endOf)).filter((at) => isOpen(phrase, at)))

const tidied = (phrase: string): string => tidyName(phrase.replace(heads, '').replace(/ (?=[ァ-ヶー])/gu, ''))

/** `燃料費、修繕料、` before the name: the amount may be of them all. */
const isListed = (before: string): boolean => {
  const phrase = /、$/u.test(before) ? before.slice(0, -1) : ''
  return phrase !== '' && isMoneyNoun(tidied(phrase.slice(lastCut(phrase))))
}

const isMoneyNoun = (name: string): boolean => moneyNoun.test(withoutBrackets(name))

/** Names of expenses with a joint inside, as the order on local budgets has them. */
const ofLaw =
  /(?:使用料及び賃借料|負担金、?補助及び交付金|償還金、?利子及び割引料|[一-龥]+会計から[一-龥]+会計への繰[入出]金?|補償、?補[填てん]+及び賠償金|投資及び出資金|使用料及び手数料|分担金及び負担金)$/u

/** Words that money is called by, at the end of a noun phrase. */
const moneyNoun =
  /(?:費|料|代|税|債|手当|報酬|謝礼|補償|弁償|予算|会計|財源|収入|歳入|歳出|経費|収益|費用|支出|[一-龥ァ-ヶ]金|交付|繰入|積立|給付|総額|(?:事業|工事|委託|購入|補助|助成|負担|整備)(?:分)?)(?:等|など|ほか|その他)?$/u

/** What stands between a name and its amount: a counter (`8件分`), particles, 約, の総額. */
const withoutTail = (lead: string): string =>
  lead
    .replace(/[\s:：・…]+$/u, '')
    .replace(/(?:約|概ね|(?<!会)計|合計)$/u, '')
    .replace(/(?:^|[、,\s]|の)(?:総額|合計)(?:で|は|を)?[、,]?$/u, '')
    .replace(/(?:から|として|には|では|にて|で|は|が|を|に|も)(?:、|,)?$/u, '')
    .replace(/の(?:総額|合計額)$/u, '')
    .replace(/(?<=予算)(?:の)?(?:規模|総額)$/u, '')
    .replace(/(?<=債)の(?:新規)?発行額?$/u, '')
    .replace(/[\s　]*\d+(?:件|基|台|名|人|団体|棟|戸|か所|箇所|校|地区|路線|年|か月|ヶ月)分$/u, '')

const noun = '[一-龥々ァ-ヶA-Za-z0-9「『]'

/** Where a noun phrase begins: behind points, lists, particles of a clause and gaps. Modifiers (に係る, に伴う, への) go on. */
const cuts: readonly RegExp[] = [
  /[。、,;；\t\n>＞》】=＝→⇒×]|\s{2,}/gu,
  /(?<![ァ-ヶー]) (?! )|(?<=[ァ-ヶー]) (?![ァ-ヶー ])/gu,
  new RegExp(`(?:として|により|によって|にて|では|には|とは|などの|など|ほか|または|又は|かつ)(?=${noun})`, 'gu'),
  new RegExp(`(?:[はがや]|まで|から|より)(?=${noun})`, 'gu'),
  // not in the clause that tells what the money is for: 充実を図るための経費
  new RegExp(`を(?=${noun})(?![一-龥]{1,4}(?:する|した|る|す|た)(?:ための)?[一-龥ァ-ヶ])`, 'gu'),
  new RegExp(`(?<!に)で(?=${noun})`, 'gu'),
  new RegExp(`(?:に向け|のため|に)(?=${noun})(?!係|伴|関|対|要|資|必|向け|応|基)`, 'gu'),
  new RegExp(`(?<=[ぁ-ん])て(?=${noun})`, 'gu'),
]

/** Words that open a phrase and belong to no name. */
const heads =
  /^(?:\s|[(（]?注\d*[)）]\s*|[^。、()（）]{1,15}のうち(?!\d)|本[市県町村区都道府]の|[・○●◆◇■□※①-⑳]|(?:令和|平成|R|H) ?(?:元|\d{1,2}) ?年度(?:分)?(?:の|における)?|(?:また|なお|別途|他に|ほか|うち|及び|並びに|と|や|その他|主に|新たに|さらに|本年度|今年度|当該)(?:、|,)?(?=[一-龥々ァ-ヶA-Za-z]))+/u

/** No bracket is open there. */
const isOpen = (phrase: string, at: number): boolean =>
  (phrase.slice(0, at).match(/[(（「『]/gu)?.length ?? 0) <= (phrase.slice(0, at).match(/[)）」』]/gu)?.length ?? 0)

const endOf = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length
