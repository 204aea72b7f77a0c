import { enclosing } from './enclosing.js'
import type { InlineName, Mention } from './mentions.js'
import { classify, nameKey, tidyName } from './names.js'
import { nounPhraseBefore } from './noun-phrase.js'
import type { Base, Resolved, Situation } from './resolved.js'
import type { Scope } from './scope.js'
import type { Target } from './target.js'

/** In order: what names the programme. */
export const targetOf = (at: Situation, base: Base): Target =>
  belowBudget(base) ??
  ofSentence(at, base) ??
  pairInRow(base) ??
  rowOf(at, base) ??
  bodyOfLabel(at, base) ??
  shareOf(at, base) ??
  inSentence(at, base) ??
  forerunner(at, base) ??
  pairOf(base) ??
  sameLine(at, base) ??
  budgetInSentence(at, base) ??
  carried(at, base) ??
  ofScope(at.scope)

const belowBudget = ({ roleRule, partner }: Base): Target | null =>
  roleRule === 'below_budget' ? (partner?.target ?? null) : null

/** `なお、12月補正予算に5億円を計上しており、`: the budget itself is what the sentence names. */
const budgetInSentence = ({ scope }: Situation, { role, label, labelFrom, mention }: Base): Target | null =>
  role === 'budget' &&
  labelFrom === 'own' &&
  label?.stage.stage.startsWith('supplementary') &&
  (mention.name === null || mention.name.kind === 'prose') &&
  /^を[^。]*(?:計上|措置|追加)[^。]*。/u.test(mention.text.clean.text.slice(mention.amount.to))
    ? {
        name: mention.text.clean.text.slice(label.from, label.to),
        parents: wholes(scope),
        numbering: null,
        body: null,
        missing: false,
        rule: 'named_in_sentence',
        sure: true,
      }
    : null

/** What the sentence around the amount names: for the amount before it, its noun phrase, or the row that it explains. */
const ofSentence = ({ inText, row, scope }: Situation, { sentence }: Base): Target | null => {
  if (!sentence) return null
  const before = inText.findLast(({ target }) => target !== null)?.target
  if (sentence.ofPrevious && before) return before
  if (sentence.name === null) return row
  const whole = row ? [row.name, ...row.parents] : wholes(scope)
  return {
    name: sentence.name,
    parents: whole,
    ...(row?.path ? { path: [row.name, ...row.path] } : {}),
    numbering: null,
    body: null,
    missing: false,
    rule: 'noun_phrase',
    sure: sentence.sure,
  }
}

/** The previous year's amount of an item that the text of a row lists. */
const pairInRow = ({ role, partner, entry }: Base): Target | null =>
  role === 'comparison' && partner?.entry === entry && partner.sentence?.name != null ? partner.target : null

/** A table's row names what its amounts are for. */
const rowOf = ({ row }: Situation, { role }: Base): Target | null => (role === 'rate' ? null : row)

const bodyOfLabel = ({ scope }: Situation, { label, role }: Base): Target | null =>
  label?.body && role !== 'rate'
    ? {
        name: label.body,
        parents: wholes(scope),
        numbering: null,
        body: label.body,
        missing: false,
        rule: 'body_of_label',
        sure: true,
      }
    : null

const shareOf = (at: Situation, { roleRule, mention, label, labelFrom }: Base): Target | null => {
  if (roleRule === 'booked_elsewhere') return null
  const isShare =
    roleRule === 'share_of_body' ||
    (mention.name?.kind === 'body' &&
      label !== null &&
      (labelFrom === 'panel' || mention.flags.some((flag) => flag.name === 'part_of')))
  if (!isShare || !mention.name) return null
  const whole = at.inText.find(({ target }) => target !== null)?.target ?? budgetAbove(at)?.target ?? null
  return {
    name: mention.name.name,
    parents: whole ? [whole.name, ...whole.parents] : wholes(at.scope),
    numbering: null,
    body: mention.name.name,
    missing: false,
    rule: 'share_of_body',
    sure: true,
  }
}

/** The noun phrase that leads to the amount in a sentence; without grammar, what follows the topic. */
const nameInSentence = ({ text, amount, before }: Mention): string => {
  const lead = before.replace(/(?:に|として|へ|で|は|に対し(?:て)?)?\s*[(（]?\s*(?:約|総額)?\s*$/u, '')
  const to = amount.from - (before.length - lead.length)
  const phrase = text.morphemes
    ? nounPhraseBefore(text.clean.text, text.morphemes, to)
    : lead.replace(/^.*(?:は|、|。)/u, '')
  return tidyName(phrase.replace(/^※\s*/u, ''))
}

const forerunner = ({ scope }: Situation, { roleRule, mention }: Base): Target | null => {
  if (roleRule !== 'predecessor_note') return null
  const name = nameInSentence(mention)
  return {
    name,
    parents: enclosing({ name, numbering: null, strength: 'item' }, scope).filter(
      (parent) => parent !== scope.head?.name,
    ),
    numbering: null,
    body: null,
    missing: false,
    rule: 'predecessor_note',
    sure: true,
  }
}

/** `○○事業に5億円を計上`: the noun phrase before the amount, if it is a name. */
const inSentence = ({ scope }: Situation, { roleRule, mention }: Base): Target | null => {
  if (roleRule !== 'appropriation_sentence') return null
  const name = nameInSentence(mention)
  if (classify(name) !== 'name') return null
  return { name, parents: wholes(scope), numbering: null, body: null, missing: false, rule: 'noun_phrase', sure: false }
}

const pairOf = ({ role, mention, partner, entry }: Base): Target | null =>
  role === 'comparison' &&
  partner?.target &&
  partner.entry === entry &&
  (mention.name === null || mention.name.kind !== 'name')
    ? partner.target
    : null

const sameLine = ({ scope }: Situation, { mention, role, label, roleRule }: Base): Target | null => {
  if (role === 'rate' || mention.name?.kind !== 'name') return null
  if (scope.head && label !== null && isShorthand(mention.name, scope.head.name)) return ofScope(scope)
  if (label === null && roleRule !== 'name_and_amount') return null
  return {
    name: mention.name.name,
    parents: enclosing({ name: mention.name.name, numbering: mention.name.numbering, strength: 'item' }, scope),
    numbering: mention.name.numbering,
    body: mention.name.body,
    missing: false,
    rule: 'same_line',
    sure: true,
  }
}

/** `科研費 令和4年度第2次補正予算` under 科研費・国際先導研究: the first words of the heading say no more than the heading. */
const isShorthand = ({ name, numbering }: InlineName, heading: string): boolean =>
  numbering === null &&
  2 * nameKey(name).length <= nameKey(heading).length &&
  nameKey(heading).startsWith(nameKey(name))

/** A further amount of the same text without a name of its own. */
const carried = ({ inText }: Situation, { mention, role }: Base): Target | null => {
  const before = inText.findLast(({ target }) => target !== null)
  return role !== 'rate' &&
    before?.target &&
    mention.name?.kind !== 'name' &&
    !before.mention.flags.some((flag) => flag.name === 'part_of')
    ? before.target
    : null
}

/** What encloses a share: the programme in force, then what encloses that. */
const wholes = (scope: Scope): string[] =>
  scope.head
    ? [scope.head.name, ...enclosing(scope.head, scope)]
    : [scope.title, scope.section].flatMap((head) => (head ? [head.name] : []))

const headRules = {
  title: 'page_title',
  heading: 'box_heading',
  item: 'item_above',
  line: 'line_above',
  break: 'heading_before_break',
  none: 'no_heading',
} as const

export const ofScope = (scope: Scope): Target =>
  scope.head
    ? {
        name: scope.head.name,
        parents: enclosing(scope.head, scope),
        numbering: scope.head.numbering,
        body: scope.head.body,
        missing: false,
        rule: headRules[scope.by],
        sure: scope.sure,
      }
    : { name: '', parents: wholes(scope), numbering: null, body: null, missing: true, rule: 'no_heading', sure: false }

export const budgetAbove = ({ all }: Situation): Resolved | null =>
  all.findLast(({ role, target, mention }) => role === 'budget' && target !== null && mention.name?.kind !== 'body') ??
  null
