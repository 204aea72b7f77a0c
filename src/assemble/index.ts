import type { Assembly, Decision, Draft, Leftover } from '../model/draft.js'
import type { ParsedPage } from '../model/finding.js'
import type { Place } from '../model/place.js'
import { placeOf, rawOf } from '../model/text.js'
import { type Entry, entriesOf } from './entries.js'
import { hasGluedColumns } from './glued-columns.js'
import { type Marks, marksOf } from './marks.js'
import { nameKey } from './names.js'
import { growTree, type Tree } from './programmes.js'
import { resolve } from './resolve.js'
import type { Resolved, Target } from './resolved.js'
import { scopesOf } from './scope.js'
import { pairsOfTitles } from './summary-pairs.js'
import { cellContextsOf } from './tables.js'
import { headlinesOf } from './terms.js'
import { tieTornLabels } from './torn-labels.js'

/** parse -> validate: what each printed amount of a document is: its programme, role, year, stage and remarks, and which
 * rule decided each. */
export const assemble = (pages: readonly ParsedPage[]): Assembly => {
  const entries = entriesOf(pages)
  const ties = tieTornLabels(entries)
  const headlines = headlinesOf(entries, ties)
  const all = resolve(entries, scopesOf(entries), ties, cellContextsOf(entries), headlines)
  const targets = targetsOf(all, hasGluedColumns(entries))
  const marks = marksOf(all, entries)
  const tree = growTree(all, targets, placeOfAmount)
  const positions = new Map(all.map((resolved, i) => [resolved, i]))
  return {
    drafts: all.map((resolved) =>
      toDraft(resolved, targets.get(resolved) ?? null, marks.get(resolved) as Marks, tree, positions),
    ),
    programmes: tree.nodes,
    leftovers: leftoversOf(entries),
    fiscalYear: headlines.document?.year ?? null,
    stage: headlines.document?.stage ?? null,
    title: titleOf(entries),
    issues: pages.flatMap((page) => page.issues),
  }
}

/** Targets, with those of pairs that belong to their page's title put right; none is sure where columns are glued. */
const targetsOf = (all: readonly Resolved[], isGlued: boolean): Map<Resolved, Target | null> => {
  const moved = pairsOfTitles(all)
  return new Map(
    all.map((resolved) => {
      const { title } = resolved.scope
      const target: Target | null =
        moved.has(resolved) && title
          ? {
              name: title.name,
              parents: resolved.scope.section ? [resolved.scope.section.name] : [],
              numbering: title.numbering,
              body: title.body,
              missing: false,
              rule: 'pair_of_title',
              sure: true,
            }
          : resolved.target
      return [resolved, target && isGlued ? { ...target, rule: 'glued_columns', sure: false } : target]
    }),
  )
}

const placeOfAmount = ({ mention }: Resolved): Place =>
  placeOf(mention.text.clean, mention.amount.from, mention.amount.to)

const toDraft = (
  resolved: Resolved,
  target: Target | null,
  marks: Marks,
  tree: Tree,
  positions: ReadonlyMap<Resolved, number>,
): Draft => {
  const { mention, label, role, term } = resolved
  const { amount } = mention
  return {
    amount,
    raw: rawOf(mention.text.clean, amount.from, amount.to),
    place: placeOfAmount(resolved),
    label: label ? rawOf(label.text.clean, label.from, label.to) : null,
    labelPlace: label ? placeOf(label.text.clean, label.from, label.to) : null,
    unitSource: 'inline',
    role,
    fiscalYear: role === 'budget' || role === 'comparison' ? term.year : (mention.year?.year ?? null),
    fiscalYearPrinted: term.yearPrinted,
    stage: term.stage,
    supplementaryNo: term.supplementaryNo,
    requestFrame: term.requestFrame,
    inherited: term.inherited,
    programme: tree.nodeOf.get(resolved) ?? null,
    compares: resolved.partner ? (positions.get(resolved.partner) ?? null) : null,
    ...marks,
    basis: role === 'commitment' ? 'commitment_limit' : null,
    note: amount.scale,
    decisions: decisionsOf(resolved, target),
  }
}

const decisionsOf = (resolved: Resolved, target: Target | null): Decision[] => {
  const { mention, role, roleRule, roleSure } = resolved
  const dated = role === 'budget' || role === 'comparison'
  return [
    { field: 'value', rule: 'digits_and_unit', sure: mention.amount.sure },
    { field: 'role', rule: roleRule, sure: roleSure },
    ...(dated ? termDecisions(resolved) : []),
    ...(target ? [{ field: 'programme' as const, rule: target.rule, sure: role === 'rate' || target.sure }] : []),
  ]
}

const termDecisions = ({ term, labelFrom, tie }: Resolved): Decision[] => [
  { field: 'fiscal_year', rule: term.yearRule, sure: term.sure },
  {
    field: 'stage',
    rule: term.stageRule === 'printed_label' ? labelRules[labelFrom ?? 'own'] : term.stageRule,
    sure: term.stage !== null && (labelFrom !== 'torn' || tie?.sure === true),
  },
]

const labelRules = {
  own: 'printed_label',
  torn: 'label_block_order',
  column: 'column_head',
  panel: 'panel_head',
} as const

/** Numbers that may be money and have no unit beside them: tables are read cell by cell only where units are printed. */
const leftoversOf = (entries: readonly Entry[]): Leftover[] =>
  entries.flatMap(({ text }) =>
    text.findings.flatMap((finding) =>
      finding.kind === 'number'
        ? [
            {
              raw: rawOf(text.clean, finding.from, finding.to),
              place: placeOf(text.clean, finding.from, finding.to),
              reason: 'number_without_unit',
            },
          ]
        : [],
    ),
  )

const titleOf = (entries: readonly Entry[]): string | null => {
  const first = entries.find(
    ({ heading, text }) =>
      heading !== null && heading.kind === 'name' && (text.clean.kind === 'title' || heading.strength === 'strong'),
  )
  return first?.heading && nameKey(first.heading.name) !== '' ? first.heading.name : null
}
