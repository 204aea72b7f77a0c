import type { DecisionRuleId } from '../model/decision-rules.js'
import type { Assembly, Decision, Draft, Leftover } from '../model/draft.js'
import type { ParsedPage } from '../model/finding.js'
import type { Place } from '../model/place.js'
import { placeOf, rawOf } from '../model/text.js'
import { type Entry, entriesOf } from './entries.js'
import { hasGluedColumns } from './glued-columns.js'
import { headingPlaces } from './heading-places.js'
import { type Marks, marksOf } from './marks.js'
import type { Label } from './mentions.js'
import { nameKey } from './names.js'
import { numbered } from './numbers.js'
import { growTree, type Tree } from './programmes.js'
import { resolve } from './resolve.js'
import type { Resolved } from './resolved.js'
import { scopesOf } from './scope.js'
import { pairsOfTitles } from './summary-pairs.js'
import { type ReadBand, readBands } from './tables/bands.js'
import { cellContextsOf } from './tables/context.js'
import { tablesOf } from './tables/model.js'
import { type CellReading, type Readings, readingsOf } from './tables/readings.js'
import type { Target } from './target.js'
import { headlinesOf } from './terms.js'
import { tieTornLabels } from './torn-labels.js'

/** parse -> validate: what each printed amount of a document is: its programme, role, year, stage and remarks, and which
 * rule decided each. */
export const assemble = (pages: readonly ParsedPage[]): Assembly => {
  const entries = entriesOf(pages)
  const ties = tieTornLabels(entries)
  const headlines = headlinesOf(entries, ties)
  const bands = readBands(entries)
  const readings = readingsOf(bands, headlines)
  const all = resolve(entries, scopesOf(entries), ties, cellContextsOf(entries), readings, headlines)
  const targets = targetsOf(all, hasGluedColumns(entries))
  const marks = marksOf(all, entries)
  const tree = growTree(all, targets, headingPlaces(entries))
  const positions = new Map(all.map((resolved, i) => [resolved, i]))
  return {
    drafts: numbered(
      all.map((resolved) =>
        toDraft(resolved, targets.get(resolved) ?? null, marks.get(resolved) as Marks, tree, positions),
      ),
    ),
    programmes: tree.nodes,
    tables: tablesOf(bands, readings.terms),
    leftovers: leftoversOf(entries, bands, readings),
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

/** Where the amount is printed, and its sign where that stands in a cell of its own. */
const placeOfAmount = ({ mention, reading }: Resolved): Place => {
  const place = placeOf(mention.text.clean, mention.amount.from, mention.amount.to)
  const sign = reading?.sign?.entry.text.clean
  return sign ? { ...place, boxes: [...placeOf(sign, 0, sign.text.length).boxes, ...place.boxes] } : place
}

const toDraft = (
  resolved: Resolved,
  target: Target | null,
  marks: Marks,
  tree: Tree,
  positions: ReadonlyMap<Resolved, number>,
): Omit<Draft, 'number'> => {
  const { mention, label, role, term, reading } = resolved
  const { amount } = mention
  const dated = role === 'budget' || role === 'comparison'
  return {
    amount,
    raw: (reading?.sign?.squeezed ?? '') + rawOf(mention.text.clean, amount.from, amount.to).trim(),
    place: placeOfAmount(resolved),
    ...(reading ? labelOfColumn(reading) : labelOf(label)),
    unitSource: reading ? reading.unitSource : 'inline',
    role,
    fiscalYear:
      dated || (reading && role !== 'rate') || resolved.sentence?.role === 'change'
        ? term.year
        : (mention.year?.year ?? null),
    fiscalYearPrinted: term.yearPrinted,
    stage: dated ? term.stage : null,
    supplementaryNo: term.supplementaryNo,
    requestFrame: dated ? term.requestFrame : null,
    inherited: term.inherited,
    programme: tree.nodeOf.get(resolved) ?? null,
    compares: resolved.partner ? (positions.get(resolved.partner) ?? null) : null,
    ...marks,
    basis: role === 'commitment' ? 'commitment_limit' : null,
    note: amount.scale,
    cell: reading?.place ?? null,
    decisions: decisionsOf(resolved, target),
  }
}

const labelOf = (label: Label | null): Pick<Draft, 'label' | 'labelPlace'> => ({
  label: label ? rawOf(label.text.clean, label.from, label.to) : null,
  labelPlace: label ? placeOf(label.text.clean, label.from, label.to) : null,
})

/** The heads of the column, outermost first. */
const labelOfColumn = ({ heads }: CellReading): Pick<Draft, 'label' | 'labelPlace'> => {
  const texts = heads.map(({ entry }) => entry.text.clean)
  const places = texts.map((clean) => placeOf(clean, 0, clean.text.length))
  const [first] = places
  return {
    label: texts.length === 0 ? null : texts.map((clean) => rawOf(clean, 0, clean.text.length)).join(' / '),
    labelPlace: first ? { ...first, boxes: places.flatMap(({ boxes }) => boxes) } : null,
  }
}

const decisionsOf = (resolved: Resolved, target: Target | null): Decision[] => {
  const { mention, role, roleRule, roleSure, reading } = resolved
  const dated = role === 'budget' || role === 'comparison'
  return [
    { field: 'value', rule: valueRule(resolved), sure: mention.amount.sure && reading?.unitSure !== false },
    { field: 'role', rule: roleRule, sure: roleSure },
    ...(dated ? termDecisions(resolved) : []),
    ...(target ? [{ field: 'programme' as const, rule: target.rule, sure: role === 'rate' || target.sure }] : []),
  ]
}

const valueRule = ({ reading, roleRule }: Resolved): DecisionRuleId =>
  roleRule === 'no_unit'
    ? 'no_unit'
    : reading === null || reading.unitSource === 'inline'
      ? 'digits_and_unit'
      : reading.unitSource === 'document_default'
        ? 'unit_of_document'
        : 'unit_of_table'

const termDecisions = ({ term, labelFrom, tie, reading }: Resolved): Decision[] => [
  { field: 'fiscal_year', rule: term.yearRule, sure: term.sure },
  {
    field: 'stage',
    rule: term.stageRule === 'printed_label' ? labelRules[labelFrom ?? 'own'] : term.stageRule,
    sure:
      term.stage !== null && (labelFrom !== 'torn' || tie?.sure === true) && (reading === null || reading.term.sure),
  },
]

const labelRules = {
  own: 'printed_label',
  torn: 'label_block_order',
  panel: 'panel_head',
} as const

/** Numbers of cells that no reading took and that are written as money is, with groups of three digits. Those in columns
 * of rates, counts and codes are no money. */
const leftoversOf = (entries: readonly Entry[], bands: readonly ReadBand[], readings: Readings): Leftover[] => {
  const other = new Set(
    bands.flatMap(({ band, columns }) =>
      band.table.cells
        .filter(({ column }) => ['percent', 'count', 'code'].includes(columns[column]?.kind ?? ''))
        .map(({ entry }) => entry),
    ),
  )
  return entries
    .filter((entry) => !readings.mentions.has(entry) && !other.has(entry))
    .flatMap(({ text }) =>
      text.findings.flatMap((finding) => {
        const raw = rawOf(text.clean, finding.from, finding.to)
        return finding.kind === 'number' && /[,，]/u.test(raw)
          ? [{ raw, place: placeOf(text.clean, finding.from, finding.to), reason: 'number_without_unit' }]
          : []
      }),
    )
}

const titleOf = (entries: readonly Entry[]): string | null => {
  const first = entries.find(
    ({ heading, text }) =>
      heading !== null && heading.kind === 'name' && (text.clean.kind === 'title' || heading.strength === 'strong'),
  )
  return first?.heading && nameKey(first.heading.name) !== '' ? first.heading.name : null
}
