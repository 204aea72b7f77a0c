import type { DecisionRuleId } from '../model/decision-rules.js'
import type { Role } from '../model/role.js'
import type { Entry } from './entries.js'
import type { Label, Mention } from './mentions.js'
import { classify } from './names.js'
import type { Scope } from './scope.js'
import type { CellContext } from './tables/context.js'

/** What decides a role. */
export interface Circumstance {
  readonly entry: Entry
  readonly mention: Mention
  /** The label in force: printed with the amount, or tied to it. */
  readonly label: Label | null
  readonly scope: Scope
  /** What its table says, or null outside of tables. */
  readonly cell: CellContext | null
  /** Role of the amount before this one in the same text, or null. */
  readonly previous: Role | null
  /** The page or document names a year and stage that an unlabelled amount can inherit. */
  readonly hasHeadline: boolean
  /** Any budget figure stands earlier in the same text. */
  readonly afterBudget: boolean
}

export interface RoleRule {
  readonly name: DecisionRuleId
  readonly role: Role
  readonly sure: boolean
  readonly matches: (at: Circumstance) => boolean
}

/** In order: the first rule that matches decides the role. */
export const roleRules: readonly RoleRule[] = [
  { name: 'unpriced', role: 'context', sure: true, matches: ({ mention }) => mention.amount.status === 'unpriced' },
  { name: 'change_word', role: 'change', sure: true, matches: ({ mention }) => isChange(mention) },
  {
    name: 'commitment_word',
    role: 'commitment',
    sure: true,
    matches: ({ mention }) =>
      mention.flags.some((flag) => flag.name === 'commitment' && flag.from < mention.amount.from),
  },
  {
    name: 'scale_in_sentence',
    role: 'rate',
    sure: true,
    matches: ({ mention, label }) => mention.amount.scale !== null && (label === null || !label.stage.sure),
  },
  { name: 'previous_label', role: 'comparison', sure: true, matches: ({ label }) => label?.stage.previous === true },
  {
    name: 'label',
    role: 'budget',
    sure: true,
    matches: ({ label }) => label?.stage.sure === true || label?.year?.kind === 'year',
  },
  {
    name: 'pair_in_brackets',
    role: 'comparison',
    sure: true,
    matches: ({ mention, previous }) => mention.bracketed === 'pair' && previous === 'budget',
  },
  { name: 'predecessor_note', role: 'comparison', sure: true, matches: ({ mention }) => isPredecessor(mention) },
  {
    name: 'cap',
    role: 'rate',
    sure: true,
    matches: ({ mention }) => ['最大', '上限', '以下', '程度', '未満', '以上'].includes(mention.amount.approx ?? ''),
  },
  { name: 'booked_elsewhere', role: 'budget', sure: true, matches: ({ mention }) => isBookedElsewhere(mention) },
  {
    name: 'share_of_body',
    role: 'budget',
    sure: true,
    matches: ({ mention, afterBudget }) => mention.name?.kind === 'body' && (afterBudget || isShareLine(mention)),
  },
  {
    name: 'weak_label',
    role: 'budget',
    sure: false,
    matches: ({ label, mention }) => label !== null && endsThere(mention),
  },
  {
    name: 'name_and_amount',
    role: 'budget',
    sure: true,
    matches: ({ mention, hasHeadline }) =>
      hasHeadline &&
      mention.name?.kind === 'name' &&
      (mention.bracketed === 'none' || isInSquare(mention)) &&
      endsThere(mention) &&
      !isNarrative(mention),
  },
  {
    name: 'bare_amount',
    role: 'budget',
    sure: true,
    matches: ({ mention, scope, cell, hasHeadline }) =>
      hasHeadline && cell === null && isBare(mention) && scope.head !== null,
  },
  {
    name: 'bare_amount_unplaced',
    role: 'budget',
    sure: false,
    matches: ({ mention, cell, hasHeadline }) => hasHeadline && cell === null && isBare(mention),
  },
  {
    name: 'appropriation_sentence',
    role: 'budget',
    sure: false,
    matches: ({ mention, hasHeadline }) => hasHeadline && isAppropriation(mention),
  },
  {
    name: 'no_headline',
    role: 'context',
    sure: false,
    matches: ({ mention, hasHeadline }) => !hasHeadline && mention.label === null && endsThere(mention),
  },
  { name: 'running_text', role: 'context', sure: true, matches: () => true },
]

const isChange = ({ amount, flags, after, before, text }: Mention): boolean =>
  flags.some(
    (flag) =>
      flag.name === 'change' &&
      flag.to > amount.from - 8 &&
      flag.from < amount.to + 3 &&
      !(flag.from >= amount.to && leadsToNext(text.clean.text.slice(flag.from, amount.to + after.length), after)),
  ) ||
  /^\s*(?:の)?(?:増|減)(?![\p{Script=Han}])/u.test(after) ||
  /(?:増減|増△減|対前年度?比?)[^0-9]{0,6}$/u.test(before) ||
  ['△', '▲', '+'].includes(amount.sign)

/** `25億円（対前年度比 3億円増）`: the words behind the amount are those of the next one. */
const leadsToNext = (words: string, after: string): boolean =>
  /^対?(?:前|昨)年/u.test(words) && /(?:[(（〔][^)）〕]*|[比度額年]\s*)$/u.test(after)

/** `※令和5年度は○○事業（15億円）で実施`: a forerunner and its amount in another year. */
const isPredecessor = ({ year, before, after, bracketed }: Mention): boolean =>
  year !== null &&
  bracketed === 'inner' &&
  /年度(?:まで)?は/u.test(before) &&
  /^[^)）]{0,6}[)）]\s*(?:の一部)?(?:で|として|により|にて|において|の中で|を通じて)(?:実施|措置|計上|支援|対応)/u.test(
    after,
  )

/** `デジタル庁計上分(15百万円)を含む`: money of the programme that another office books. */
const isBookedElsewhere = ({ flags, amount, before }: Mention): boolean =>
  flags.some(({ name, to }) => name.endsWith('digital_agency') && to <= amount.from) &&
  /計上分?\s*[(（:：]?\s*$/u.test(before)

/** `○○事業に5億円を計上`: a sentence that appropriates or requests. */
const isAppropriation = ({ before, after }: Mention): boolean =>
  /(?:事業|プログラム|プロジェクト|経費|整備|支援|推進)(?:等)?(?:に|として|で|へ|に対し)\s*約?$/u.test(before) &&
  /^\s*(?:[(（][^)）]*[)）])?\s*(?:を|が)?(?:新たに)?(?:計上|要求|要望|措置)/u.test(after)

/** `[JST: 44,000百万円`: a body, a mark, an amount. */
const isShareLine = ({ before }: Mention): boolean => /^[\s]*[[(（〔【]|[:：]\s*$/u.test(before)

/** Behind the amount comes nothing but its pair, flags, notes and marks. */
const endsThere = ({ after }: Mention): boolean => {
  const rest = after
    .replace(/※.*$/u, '')
    .replace(/^の内数/u, '')
    .replace(/[([（〔【<＜][^)\]）〕】>＞]*(?:[)\]）〕】>＞]|$)/gu, '')
    .replace(/[\s)）\]〕】*＊、,。・]/gu, '')
    // the amount behind these words is a difference
    .replace(/対?(?:前|昨)年度?(?:当初)?(?:予算)?額?(?:比|に比べ)較?$/u, '')
  return rest === '' || classify(rest) === 'body'
}

/** `(1)○○の強化 [8,214億円(7,016億円)]`: the heading of a section with its sum. */
const isInSquare = ({ before, index }: Mention): boolean => index === 0 && /\p{L}\s*[[［]\s*$/u.test(before)

/** The words before the amount tell a story: a clause particle right before it, or a year span. */
const isNarrative = ({ before }: Mention): boolean =>
  /(?:で|が|は|を|に|も|から|まで|より|約|(?<!合|小|総)計|間で|年間)\s*$/u.test(before)

const isBare = (mention: Mention): boolean =>
  (mention.name === null ||
    mention.name.kind === 'empty' ||
    mention.name.kind === 'generic' ||
    mention.name.kind === 'body') &&
  mention.bracketed !== 'inner' &&
  endsThere(mention) &&
  !isNarrative(mention)
