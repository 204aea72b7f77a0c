import type { DecisionRuleId } from '../model/decision-rules.js'
import type { Role } from '../model/draft.js'
import type { Entry } from './entries.js'
import type { InlineName, Label, Mention } from './mentions.js'
import { classify, nameKey, tidyName } from './names.js'
import { nounPhraseBefore } from './noun-phrase.js'
import { type Circumstance, roleRules } from './roles.js'
import { enclosing, type Scope } from './scope.js'
import type { CellContext } from './tables.js'
import { budgetTerm, comparisonTerm, type Headlines, noTerm, type Term } from './terms.js'
import type { Tie } from './torn-labels.js'

/** What a figure is for, before the programme tree is built. */
export interface Target {
  readonly name: string
  /** Names that may enclose it, nearest first. */
  readonly parents: readonly string[]
  readonly numbering: string | null
  readonly body: string | null
  readonly missing: boolean
  readonly rule: DecisionRuleId
  readonly sure: boolean
}

/** A mention with its role, term and target. */
export interface Resolved {
  readonly entry: Entry
  readonly mention: Mention
  readonly label: Label | null
  /** Where the label stands: with the amount, torn from it, at the head of its column or row, or of the panel. */
  readonly labelFrom: 'own' | 'torn' | 'column' | 'panel' | null
  readonly tie: Tie | null
  readonly cell: CellContext | null
  readonly scope: Scope
  readonly role: Role
  readonly roleRule: DecisionRuleId
  readonly roleSure: boolean
  readonly term: Term
  readonly target: Target | null
  /** The budget mention that this comparison or change stands beside. */
  readonly partner: Resolved | null
}

export const resolve = (
  entries: readonly Entry[],
  scopes: readonly Scope[],
  ties: ReadonlyMap<Mention, Tie>,
  cells: ReadonlyMap<Entry, CellContext>,
  headlines: Headlines,
): Resolved[] => {
  const all: Resolved[] = []
  for (const entry of entries) {
    const inText: Resolved[] = []
    for (const mention of entry.mentions) {
      const resolved = resolveOne({
        entry,
        mention,
        scope: scopes[entry.index] as Scope,
        tie: ties.get(mention) ?? null,
        cell: cells.get(entry) ?? null,
        headlines,
        inText,
        all,
      })
      inText.push(resolved)
      all.push(resolved)
    }
  }
  return all
}

interface Situation {
  readonly entry: Entry
  readonly mention: Mention
  readonly scope: Scope
  readonly tie: Tie | null
  readonly cell: CellContext | null
  readonly headlines: Headlines
  readonly inText: readonly Resolved[]
  readonly all: readonly Resolved[]
}

const resolveOne = (at: Situation): Resolved => {
  const { entry, mention, scope, tie, cell, headlines, inText } = at
  const [label, labelFrom] = labelOf(at) ?? [null, null]
  const circumstance: Circumstance = {
    entry,
    mention,
    label,
    scope,
    cell,
    previous: inText.at(-1)?.role ?? null,
    hasHeadline: headlines.of.has(entry),
    afterBudget: inText.some(({ role }) => role === 'budget') || followsBudget(at),
  }
  const rule = roleRules.find(({ matches }) => matches(circumstance)) as (typeof roleRules)[number]
  const partner = rule.role === 'comparison' || rule.role === 'change' ? partnerOf(at) : null
  const above = headlines.of.get(entry)
  const share = label === null ? wholeOf(rule.name, at) : null
  const term =
    rule.role === 'budget'
      ? share
        ? { ...share.term, inherited: true }
        : budgetTerm(label, above, headlines.unanimous)
      : rule.role === 'comparison'
        ? comparisonTerm(label ?? yearOnly(mention), partner?.term ?? null, above)
        : noTerm
  const base = {
    entry,
    mention,
    label,
    labelFrom,
    tie,
    cell,
    scope,
    role: rule.role,
    roleRule: rule.name,
    roleSure: rule.sure,
    term,
    partner,
  }
  return { ...base, target: rule.role === 'context' ? null : targetOf(at, base) }
}

type Found = readonly [label: Label, from: NonNullable<Resolved['labelFrom']>]

/** The label printed with the amount, else the one torn from it, of its column, or of the panel around it. */
const labelOf = ({ mention, tie, cell, scope }: Situation): Found | null => {
  if (mention.label) return [mention.label, 'own']
  if (tie) return [tie.label, 'torn']
  if (mention.bracketed === 'pair' || mention.amount.scale !== null) return null
  if (cell) return cell.label ? [cell.label, 'column'] : null
  return scope.panel && mention.name?.kind !== 'prose' ? [scope.panel, 'panel'] : null
}

/** A comparison that prints only its year. */
const yearOnly = ({ year, text, label }: Mention): Label | null =>
  label === null && year !== null
    ? {
        stage: {
          kind: 'stage',
          stage: 'enacted',
          previous: true,
          supplementaryNo: null,
          requestFrame: null,
          sure: true,
          from: year.from,
          to: year.to,
        },
        year,
        text,
        from: year.from,
        to: year.to,
        body: null,
      }
    : null

/** The entry above holds a budget figure and this text goes on with its shares. */
const followsBudget = ({ entry, all }: Situation): boolean =>
  all.at(-1)?.role === 'budget' &&
  all.at(-1)?.entry.page === entry.page &&
  entry.index - (all.at(-1)?.entry.index ?? 0) <= 2

/** The figure that a share is a part of. */
const wholeOf = (rule: DecisionRuleId, at: Situation): Resolved | null => {
  const inText = at.inText.findLast(({ role }) => role === 'budget')
  if (rule === 'share_of_body') return inText ?? budgetAbove(at)
  return rule === 'booked_elsewhere' ? (inText ?? partnerOf(at)) : null
}

const budgetAbove = ({ all }: Situation): Resolved | null =>
  all.findLast(({ role, target, mention }) => role === 'budget' && target !== null && mention.name?.kind !== 'body') ??
  null

/** The main budget figure that a previous year's amount is compared with: in its text, else above it on the page. */
const partnerOf = ({ entry, inText, all }: Situation): Resolved | null =>
  inText.findLast(({ role }) => role === 'budget') ??
  all.findLast(
    (other) =>
      other.role === 'budget' &&
      other.entry.page === entry.page &&
      isSameRow(other.entry, entry) &&
      entry.index - other.entry.index <= 6 &&
      !other.term.stage?.startsWith('supplementary'),
  ) ??
  null

/** In a table a figure stands beside those of its row only. */
const isSameRow = ({ text: { clean: a } }: Entry, { text: { clean: b } }: Entry): boolean =>
  a.cell === null || b.cell === null ? a.cell === b.cell : a.block === b.block && a.cell.row === b.cell.row

type Base = Omit<Resolved, 'target'>

/** In order: what names the programme. */
const targetOf = (at: Situation, base: Base): Target =>
  rowOf(base) ??
  bodyOfLabel(at, base) ??
  shareOf(at, base) ??
  inSentence(at, base) ??
  forerunner(at, base) ??
  pairOf(base) ??
  sameLine(at, base) ??
  carried(at, base) ??
  ofScope(at.scope)

/** A table's row names what its amounts are for. */
const rowOf = ({ cell, role }: Base): Target | null => {
  const name = cell?.names.at(-1)
  if (!cell || name === undefined || role === 'rate') return null
  return {
    name,
    parents: cell.names.slice(0, -1).reverse(),
    numbering: null,
    body: null,
    missing: false,
    rule: 'table_row',
    sure: true,
  }
}

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

/** `○○事業に5億円を計上`: the noun phrase before the amount, if it is a name. */
const inSentence = ({ scope }: Situation, { roleRule, mention }: Base): Target | null => {
  if (roleRule !== 'appropriation_sentence') return null
  const name = nameInSentence(mention)
  if (classify(name) !== 'name') return null
  return { name, parents: wholes(scope), numbering: null, body: null, missing: false, rule: 'noun_phrase', sure: false }
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

const ofScope = (scope: Scope): Target =>
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
