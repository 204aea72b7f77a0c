import type { FiscalYear, RequestFrame, Stage, StageLabel } from '../../model/finding.js'
import type { Role } from '../../model/role.js'
import type { PrintedColumn } from './column-kinds.js'

/** What a column (or a row) of amounts is by the words of its heads. `stage` document: that of the table's headline. */
export interface Meaning {
  readonly role: Role
  readonly stage: Stage | 'document' | null
  /** Years before the table's own; null where the heads print the year themselves or say nothing of it. */
  readonly yearsBefore: number | null
  readonly isPart: boolean
}

/** What the rules look at. Texts are without gaps. */
export interface Heads {
  readonly own: string
  /** The heads above the innermost. */
  readonly above: string
  readonly whole: string
  /** Innermost heads of the other columns, of amounts or not. */
  readonly siblings: readonly string[]
  /** All their heads, outermost first. */
  readonly siblingPaths: readonly string[]
  /** The table's heading and captions. */
  readonly caption: string
}

export interface MeaningRule {
  readonly name: string
  readonly meaning: Partial<Meaning> & Pick<Meaning, 'role'>
  readonly matches: (heads: Heads) => boolean
}

/** Sources of money that part an amount among them (財源内訳). */
export const fundSource =
  /^(?:(?:国|県|都|道|府|市|町|村|国県|国庫|国・県|国都|国道|国府)+|(?:国|県|都|道|府|国県|国庫|国・県|国(?:庫)?(?:都|道|府|県))?支出金|(?:地方|市|県|町|村|都|道|府|区)債|起債|企業債|その他|一般財源|特定財源|分担金|負担金|使用料|繰入金|諸収入|(?:地方|市|県|町|村)債その他|地方債・その他|特定財源計)(?:等)?(?:[(（].*[)）])?$/u

const hasFundSources = ({ siblings, own }: Heads): boolean => [...siblings, own].some((head) => /一般財源/u.test(head))

/** What is to be paid of a commitment from a year on, in all its years (予算に関する説明書, 債務負担行為に関する調書). */
const toCome = /年度以降の支出/u

/** In order: the first rule that matches says what a column is. Source of the words: budgets of ministries (MEXT's and the
 * Finance Ministry's overviews) and of municipalities (予算に関する説明書 after 地方自治法施行規則 別記). */
export const meaningRules: readonly MeaningRule[] = [
  {
    name: 'rate',
    meaning: { role: 'rate', stage: null },
    matches: ({ own }) =>
      /単価|上限|上乗せ|当た?り|補助(?:基準)?額$|助成額|手当額|支援(?:規模|額)|(?:事業|予算|課題)規模|経費の規模|日額|月額/u.test(
        own,
      ),
  },
  {
    name: 'pay',
    meaning: { role: 'rate', stage: null },
    matches: ({ own }) => /職(?:[(（].*[)）])?$|^級$/u.test(own),
  },
  {
    name: 'part_of_commitment',
    meaning: { role: 'commitment', stage: null, isPart: true },
    matches: (heads) =>
      isPart(heads) &&
      (heads.siblings.some((head) => /限度額/u.test(head)) || heads.siblingPaths.some((path) => toCome.test(path))),
  },
  {
    name: 'spent_of_commitment',
    meaning: { role: 'context', stage: null },
    matches: ({ whole }) => /年度末までの支出/u.test(whole),
  },
  {
    name: 'to_come_of_commitment',
    meaning: { role: 'commitment', stage: null },
    matches: ({ whole }) => toCome.test(whole),
  },
  {
    name: 'part_of_supplement',
    meaning: { role: 'budget', stage: 'supplementary', isPart: true },
    matches: (heads) =>
      isPart(heads) &&
      (/補正額|補正予算/u.test(heads.above) || heads.siblings.some((head) => /^(?:今回)?補正(?:予算)?額$/u.test(head))),
  },
  { name: 'part', meaning: { role: 'budget', stage: 'document', isPart: true }, matches: (heads) => isPart(heads) },
  {
    name: 'part_column',
    meaning: { role: 'budget', stage: 'document', isPart: true },
    matches: ({ own }) => /^[(（]?(?:うち|内数)/u.test(own),
  },
  {
    name: 'fund_content',
    meaning: { role: 'budget', stage: 'document' },
    matches: ({ whole }) => /財源.*内容/u.test(whole),
  },
  {
    name: 'explanation',
    meaning: { role: 'budget', stage: 'document', isPart: true },
    matches: ({ own }) => /^(?:説明|備考|摘要|内訳|積算(?:基礎|内訳)?)$/u.test(own),
  },
  {
    name: 'balance',
    meaning: { role: 'context', stage: null },
    matches: ({ own, above, siblings }) =>
      /残高|現在高|未償還|現在額|(?:起債|発行)(?:予定|見込)?額|償還|元金|元利|利子額?$|決算積立|積立現在|貸付残|繰越金額?残|調定額|減免額/u.test(
        own,
      ) ||
      /残高|現在高|償還/u.test(above) ||
      (/^(?:積立|取崩)(?:予定|見込)?額?$/u.test(own) && siblings.some((head) => /残高|現在高/u.test(head))),
  },
  {
    name: 'balance_at_end',
    meaning: { role: 'context', stage: null },
    matches: ({ own, caption }) => /年度末(?:見込)?(?:額)?$/u.test(own) && /残高|現在高|基金|債/u.test(caption),
  },
  {
    name: 'bond_limit',
    meaning: { role: 'context', stage: null },
    matches: ({ own, caption, siblings }) =>
      /限度額/u.test(own) &&
      (/地方債|起債|市債|企業債/u.test(caption) || siblings.some((head) => /利率|償還の方法|起債/u.test(head))),
  },
  {
    name: 'commitment',
    meaning: { role: 'commitment', stage: null },
    matches: ({ own, whole }) => /限度額|債務負担|後年度負担/u.test(own) || /債務負担行為/u.test(whole),
  },
  {
    name: 'net_supplement',
    meaning: { role: 'budget', stage: 'supplementary' },
    matches: ({ own, above }) => /^(?:差引|純計|計)額?$/u.test(own) && /補正/u.test(above),
  },
  {
    name: 'change',
    meaning: { role: 'change', stage: null },
    matches: ({ own, whole }) =>
      /増減|増[△▲・]減|差引|差額|^増$|^減$|過不足/u.test(own) ||
      /^(?:対前年度?(?:予算額?)?)?比較(?:増.?減)?(?:額)?(?:[(（].*)?$/u.test(own) ||
      /^[(（]?[A-ZＡ-Ｚ①-⑨][)）]?[-－−―ー][(（]?[A-ZＡ-Ｚ①-⑨][)）]?$/u.test(own) ||
      (/比較|増減|増[△▲・]減/u.test(whole) && /額|金/u.test(own)),
  },
  {
    name: 'settled',
    meaning: { role: 'context', stage: 'executed' },
    matches: ({ own, whole }) =>
      /決算|執行|支出済|収入済|不用額|実績/u.test(own) || (/決算/u.test(whole) && !/予算|当初|補正/u.test(own)),
  },
  {
    name: 'before_last',
    meaning: { role: 'comparison', stage: 'enacted', yearsBefore: 2 },
    matches: ({ whole }) => /前々年度/u.test(whole),
  },
  {
    name: 'appropriation',
    meaning: { role: 'budget', stage: 'current_appropriation' },
    matches: ({ own }) => /歳出予算現額/u.test(own),
  },
  {
    name: 'revised',
    meaning: { role: 'budget', stage: 'revised' },
    matches: ({ own, whole }) =>
      /補正前|補正後|変更前|変更後|既定|既決|改予算|補正済|最終/u.test(own) ||
      (/現計/u.test(whole) && !/当初/u.test(whole)),
  },
  {
    name: 'previous_supplement',
    meaning: { role: 'comparison', stage: 'supplementary', yearsBefore: 1 },
    matches: ({ whole }) => /前年度.*補正/u.test(whole),
  },
  {
    name: 'supplement_request',
    meaning: { role: 'budget', stage: 'supplementary_request' },
    matches: ({ own }) => /補正.*(?:要求|要望)/u.test(own),
  },
  {
    name: 'supplement',
    meaning: { role: 'budget', stage: 'supplementary' },
    matches: ({ own, whole }) =>
      /補正|専決/u.test(own) || (/補正|専決/u.test(whole) && !/^計$|合計|当初|現計/u.test(own)),
  },
  {
    name: 'revised_sum',
    meaning: { role: 'budget', stage: 'revised' },
    matches: ({ own, siblingPaths }) =>
      /^(?:合?計|予算現額|予算計|予算額計|計[(（].*)$/u.test(own) && siblingPaths.some((path) => /補正/u.test(path)),
  },
  {
    name: 'previous',
    meaning: { role: 'comparison', stage: 'enacted', yearsBefore: 1 },
    matches: ({ whole }) => /前年度|昨年度|前年/u.test(whole),
  },
  { name: 'wish', meaning: { role: 'budget', stage: 'request' }, matches: ({ whole }) => /要求|要望/u.test(whole) },
  {
    name: 'draft',
    meaning: { role: 'budget', stage: 'draft' },
    matches: ({ whole }) => /[(（]案[)）]|予算案|政府案|原案|概算決定|概算額/u.test(whole),
  },
  {
    name: 'provisional',
    meaning: { role: 'budget', stage: 'provisional' },
    matches: ({ whole }) => /暫定予算/u.test(whole),
  },
  {
    name: 'initial',
    meaning: { role: 'budget', stage: 'enacted' },
    matches: ({ whole }) => /当初|成立予算/u.test(whole),
  },
  {
    name: 'current',
    meaning: { role: 'budget', stage: 'document', yearsBefore: 0 },
    matches: ({ whole }) => /本年度|今年度|当該年度|当年度/u.test(whole),
  },
  {
    name: 'amount',
    meaning: { role: 'budget', stage: 'document' },
    matches: ({ own, whole }) =>
      /予算|金額|事業費|所要額|経費|総額|計上額|配分額|^額$|[^率]額$|年度$|計$|歳[入出]/u.test(own) ||
      /予算|事業費|金額/u.test(whole),
  },
]

const isPart = (heads: Heads): boolean =>
  (/財源/u.test(heads.above) && !/内容|説明/u.test(heads.own)) || (fundSource.test(heads.own) && hasFundSources(heads))

export const ruleFor = (heads: Heads): MeaningRule | null => meaningRules.find(({ matches }) => matches(heads)) ?? null

/** The rule for words that no other heads surround: the label of a row. */
export const ruleForWords = (words: string): MeaningRule | null =>
  ruleFor({ own: words, above: '', whole: words, siblings: [], siblingPaths: [], caption: '' })

/** What a head says in brackets of the second amount of `a(b)`; null where it says nothing of it. */
export const bracketOf = (path: readonly string[]): string | null => secondOf.exec(path.join(''))?.[1] ?? null

/** What a note on the page says of amounts in brackets: `()は前年度予算額`, `下段()書きは…内書き`. */
export const bracketNoteIn = (text: string): string | null =>
  /[(〔[]\s*[)〕\]](?:内|書き?|の(?:金額|数字|額|計数))*は[、,]?([^。]{2,40})/u.exec(text)?.[1] ?? null

/** In order: what words about amounts in brackets make of them. */
export const bracketRules: readonly (readonly [Partial<Meaning>, RegExp])[] = [
  [{ isPart: true }, /うち|内数|内書|枠/u],
  [{ role: 'comparison', stage: 'enacted', yearsBefore: 1 }, /前年|昨年|(?:令和|平成|[RH])(?:元|\d+)年?度?/u],
  [{ role: 'budget', stage: 'revised' }, /累計|補正後/u],
]

const secondOf = /[(（[〔]((?:前年|うち|内数|累計|(?:令和|平成|[RH])(?:元|\d+)年?度?)[^()（）]*)[)）\]〕]/u

/** The path without what it says of second amounts. */
export const withoutBracket = (path: readonly string[]): string[] =>
  path.map((text) => text.replace(secondOf, '')).filter((text) => text !== '')

/** The year and the labels that the heads of a column print, innermost last. */
export interface PrintedTerm {
  readonly year: FiscalYear | null
  readonly yearPrinted: string | null
  readonly stage: StageLabel | null
  readonly requestFrame: RequestFrame | null
  readonly supplementaryNo: number | null
}

export const termIn = ({ heads }: PrintedColumn): PrintedTerm => {
  const found = heads.flatMap(({ entry: { text } }) => {
    const bracket = secondOf.exec(text.clean.text)
    const [from, to] = bracket ? [bracket.index, bracket.index + bracket[0].length] : [-1, -1]
    return text.findings
      .filter((finding) => finding.from < from || finding.from >= to)
      .map((finding) => ({ finding, text }))
  })
  const years = found.flatMap(({ finding, text }) =>
    finding.kind === 'year' && finding.fiscal ? [{ finding, text }] : [],
  )
  const year = years.at(-1) ?? null
  const stage = found.flatMap(({ finding }) => (finding.kind === 'stage' ? [finding] : [])).at(-1) ?? null
  return {
    year: year?.finding ?? null,
    yearPrinted: year ? year.text.clean.text.slice(year.finding.from, year.finding.to) : null,
    stage,
    requestFrame: stage?.requestFrame ?? null,
    supplementaryNo: stage?.supplementaryNo ?? null,
  }
}
