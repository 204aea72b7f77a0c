import type { Draft } from '../model/draft.js'
import type { Amount, Flag, FlagName } from '../model/finding.js'
import { overlapX, overlapY } from '../model/place.js'
import type { Entry } from './entries.js'
import type { Mention } from './mentions.js'
import { nameKey } from './names.js'
import type { Resolved } from './resolved.js'

/** What remarks say of a figure. */
export type Marks = Pick<
  Draft,
  'isNew' | 'partOf' | 'reposted' | 'estimate' | 'digitalAgency' | 'fund' | 'specialAccountIncluded' | 'reclassified'
>

/** Remarks in cells are those of their row, which the table has read. */
const isOfOtherRow = (entry: Entry, { reading }: Resolved): boolean =>
  reading !== null && entry.text.clean.cell !== null

/** A remark of its own text belongs to amounts at most this many texts away. */
const REACH = 4

/** For each figure the remarks in its own text, its heading and the notes beside it. */
export const marksOf = (all: readonly Resolved[], entries: readonly Entry[]): Map<Resolved, Marks> => {
  const noted = new Map<Resolved, Set<FlagName>>(all.map((resolved) => [resolved, ownFlags(resolved)]))
  for (const entry of entries) {
    const name = nameMarkedNew(entry, entries[entry.index + 1])
    for (const resolved of name === null ? [] : all)
      if (resolved.entry.page === entry.page && nameKey(resolved.target?.name ?? '') === name)
        noted.get(resolved)?.add('new')
    for (const flag of name === null ? noteFlags(entry) : [])
      for (const resolved of addressees(entry, flag, all))
        if (!isOfOtherRow(entry, resolved)) noted.get(resolved)?.add(flag)
  }
  for (const resolved of all)
    if (isPair(resolved))
      for (const flag of shared) if (noted.get(resolved)?.has(flag)) noted.get(resolved.partner as Resolved)?.add(flag)
  for (const resolved of all)
    if (resolved.role === 'comparison' && resolved.partner)
      for (const flag of shared) if (noted.get(resolved.partner)?.has(flag)) noted.get(resolved)?.add(flag)
  return new Map(all.map((resolved) => [resolved, toMarks(noted.get(resolved) ?? new Set(), resolved)]))
}

/** Key of the name with a mark of its own, or beside or below `新規`, the only word of its text; null for other texts. */
const nameMarkedNew = (entry: Entry, next: Entry | undefined): string | null => {
  const {
    page,
    text: { clean },
  } = entry
  if (entry.heading?.kind === 'name' && isMarkedAtHead(entry)) return nameKey(entry.heading.name)
  if (!/^[(〔【[]?新規?[)〕】\]]?$/u.test(clean.text) || clean.cell !== null || clean.source === 'text') return null
  if (next?.page !== page || next.heading?.kind !== 'name') return null
  const { box } = next.text.clean
  const isBeside = overlapY(clean.box, box) > 0 && clean.box.x1 <= box.x0 && box.x0 - clean.box.x1 < 3 * clean.size
  const isAbove = overlapX(clean.box, box) > 0 && Math.abs(box.y0 - clean.box.y1) < clean.size
  return isBeside || isAbove ? nameKey(next.heading.name) : null
}

/** `【新】○○事業`, `新規 ○○事業`: the mark before the name of a heading. */
const isMarkedAtHead = ({ text: { clean, findings } }: Entry): boolean =>
  clean.cell === null &&
  findings.some(
    (finding) =>
      finding.kind === 'flag' &&
      finding.name === 'new' &&
      !/\p{L}/u.test(clean.text.slice(0, finding.from)) &&
      /^\s*\p{L}/u.test(clean.text.slice(finding.to)),
  )

/** `30億円(28億円)※推計額`: what stands behind the pair holds for both. */
const isPair = ({ role, partner, entry, mention }: Resolved): boolean =>
  role === 'comparison' && partner?.entry === entry && mention.bracketed === 'pair'

/** What holds for a budget figure holds for the previous year's figure beside it. */
const shared: readonly FlagName[] = ['part_of', 'reposted', 'partly_reposted', 'includes_estimate', 'is_estimate']

/** Remarks that may stand before their amount. */
const before: ReadonlySet<FlagName> = new Set<FlagName>([
  'part_of',
  'reposted',
  'partly_reposted',
  'fund',
  'reclassified',
])

const ownFlags = (resolved: Resolved): Set<FlagName> => {
  const { mention, scope, entry, target } = resolved
  const own = mention.flags
    .filter((flag) => leadsName(flag, mention) || belongs(flag, mention.amount, mention.text.clean.text))
    .map(({ name }) => name)
  const ofHead =
    target && scope.head && target.name === scope.head.name && resolved.roleRule !== 'share_of_body'
      ? (scope.head.entry.heading?.flags ?? scope.head.entry.mentions[0]?.flags ?? [])
      : []
  const ofRow = (resolved.cell?.flags ?? []).map(({ name }) => name)
  const headFlags = ofHead
    .map(({ name }) => name)
    .filter((name) => name !== 'new' && !isEstimate(name) && scope.head?.entry !== entry)
  return new Set([...[...own, ...ofRow].filter((name) => !isEstimate(name) || isMain(resolved)), ...headFlags])
}

/** Whether a remark of the stretch around an amount is the amount's: うち stands before it, 内数 right behind it, others
 * behind it or in the name before it. */
const belongs = ({ name, from, to }: Flag, amount: Amount, words: string): boolean => {
  if (name === 'new' && /^[)）〕】\s]*[⇒→➡]\s*$/u.test(words.slice(to, amount.from))) return true
  if (name === 'part_of') return to <= amount.from || from - amount.to <= 1
  return from >= amount.to || before.has(name)
}

/** `【新】○○事業 5億円`: the mark before the name of the first amount. */
const leadsName = ({ name, to }: Flag, { amount, index, text }: Mention): boolean =>
  name === 'new' && index === 0 && /^\s*\p{L}/u.test(text.clean.text.slice(to, amount.from))

const isEstimate = (flag: FlagName): boolean => flag === 'includes_estimate' || flag === 'is_estimate'

const isMain = ({ role, term }: Resolved): boolean =>
  (role === 'budget' && !term.stage?.startsWith('supplementary')) || role === 'comparison'

/** Remarks that a text makes of amounts outside it: `※運営費交付金中の推計額含む`, `(新規)` on a line of its own. */
const noteFlags = (entry: Entry): FlagName[] => {
  const flags = entry.text.findings.flatMap((finding) => (finding.kind === 'flag' ? [finding] : []))
  const remarks = new Set<FlagName>([
    'includes_estimate',
    'is_estimate',
    'new',
    'includes_digital_agency',
    'excludes_digital_agency',
    'special_account_included',
    'reclassified',
  ])
  if (entry.mentions.length > 0 || flags.length === 0) return []
  const isNote = entry.isLabelOnly || entry.text.clean.text.startsWith('※') || isShort(entry, flags)
  return isNote ? flags.map(({ name }) => name).filter((name) => remarks.has(name)) : []
}

/** Hardly more than the remark itself. */
const isShort = (entry: Entry, flags: readonly Flag[]): boolean =>
  entry.text.clean.text.replace(/[\s()（）【】〔〕[\]※*・]/gu, '').length -
    flags.reduce((sum, { from, to }) => sum + to - from, 0) <=
  12

/** The nearest main figure above the note on its page, else the nearest below it, each with its previous year's figure. */
const addressees = (note: Entry, flag: FlagName, all: readonly Resolved[]): Resolved[] => {
  const near = all.filter(
    (resolved) =>
      resolved.entry.page === note.page &&
      Math.abs(resolved.entry.index - note.index) <= REACH &&
      resolved.role === 'budget' &&
      isMain(resolved) &&
      !isPart(resolved) &&
      resolved.cell === null &&
      sameBox(resolved.entry, note),
  )
  const labelled = near.filter(
    (resolved) =>
      resolved.tie !== null &&
      resolved.entry.index > note.index &&
      resolved.label !== null &&
      noteFollows(resolved, note),
  )
  const main =
    labelled[0] ??
    near.findLast((resolved) => resolved.entry.index < note.index) ??
    near.find((resolved) => resolved.entry.index > note.index)
  if (!main) return []
  const beside = all.filter(
    (other) => other.partner === main && other.role === 'comparison' && other.roleRule !== 'predecessor_note',
  )
  return flag === 'new' ? (beside.length === 0 ? [main] : []) : [main, ...beside]
}

const isPart = ({ target, mention }: Resolved): boolean =>
  target?.rule === 'share_of_body' ||
  mention.flags.some((flag) => flag.name === 'part_of' && belongs(flag, mention.amount, mention.text.clean.text))

/** The amount box is one box whatever frames it is made of. */
const sameBox = (a: Entry, b: Entry): boolean =>
  a.text.clean.kind === b.text.clean.kind || a.text.clean.frame === b.text.clean.frame || a.text.clean.source === 'text'

/** The note stands among torn labels, before their amounts. */
const noteFollows = (resolved: Resolved, note: Entry): boolean =>
  resolved.label !== null &&
  resolved.label.text.clean !== resolved.entry.text.clean &&
  note.index < resolved.entry.index

const toMarks = (
  flags: ReadonlySet<FlagName>,
  { role, roleRule, target, reading, sentence, partner }: Resolved,
): Marks => ({
  isNew: role === 'budget' && (flags.has('new') || reading?.isNew === true),
  partOf:
    reading?.isPart === true ||
    sentence?.isPart === true ||
    (sentence !== null && partner?.sentence?.isPart === true) ||
    flags.has('part_of') ||
    flags.has('pool') ||
    target?.rule === 'share_of_body' ||
    roleRule === 'booked_elsewhere',
  reposted: flags.has('reposted') ? 'full' : flags.has('partly_reposted') ? 'partial' : 'none',
  estimate: flags.has('is_estimate') ? 'is' : flags.has('includes_estimate') ? 'includes' : 'none',
  digitalAgency: flags.has('includes_digital_agency')
    ? 'includes'
    : flags.has('is_digital_agency')
      ? 'is'
      : flags.has('excludes_digital_agency')
        ? 'excludes'
        : 'none',
  fund: flags.has('fund') || sentence?.isFund === true || reading?.isFund === true,
  specialAccountIncluded: flags.has('special_account_included'),
  reclassified: flags.has('reclassified'),
})
