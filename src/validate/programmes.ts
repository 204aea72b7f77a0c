import { printBoxes } from '../model/boxes.js'
import type { ProgrammeNode } from '../model/draft.js'
import { nameKey } from '../model/name-key.js'
import type { Programme } from '../model/programme.js'
import { type Checked, isMain, type Subject } from './context.js'
import { emptyStatus } from './empty-cells.js'
import { firstOfEach, weigh } from './whole.js'

/** One row of `programmes` for each node, with the headline amount that its first main figure prints. */
export const toProgrammes = (subject: Subject, rowIds: readonly string[], documentId: string): Programme[] =>
  subject.programmes.map((node, i) => toProgramme(node, i, subject, rowIds, documentId))

const toProgramme = (
  node: ProgrammeNode,
  i: number,
  { programmes: nodes, ownOf, partsOf, tables }: Subject,
  rowIds: readonly string[],
  documentId: string,
): Programme => {
  const own = ownOf.get(i) ?? []
  const headline = own.find(isMain) ?? own.find(isBudgetAlone) ?? null
  const at = headline?.index ?? -1
  const previous =
    own.find(({ figure, draft }) => figure.role === 'comparison' && (!headline || draft.compares === at))?.figure.yen ??
    null
  const change = own.find(({ figure }) => figure.role === 'change')?.figure.yen ?? null
  const pages = [...new Set([...own.map(({ figure }) => figure.page), node.place?.page ?? null])]
    .filter((page) => page !== null)
    .sort((a, b) => a - b)
  const yen = headline?.figure.yen ?? null
  return {
    programme_row_id: rowIds[i] as string,
    document_id: documentId,
    name: node.name,
    name_normalized: nameKey(node.name),
    name_missing: node.nameMissing,
    english_name: node.englishName,
    number_printed: node.numbering,
    level: levelOf(i, nodes),
    level_type: node.levelType,
    parent_row_id: node.parent === null ? null : (rowIds[node.parent] ?? null),
    pages: pages.length === 0 ? null : pages.join(';'),
    ...headingOf(node),
    executing_body: node.executingBody,
    fiscal_year: headline?.figure.fiscal_year ?? null,
    stage: headline?.figure.stage ?? null,
    amount_status: headline?.figure.amount_status ?? emptyStatus(own, tables),
    amount_yen: yen,
    precision_yen: headline?.figure.precision_yen ?? null,
    previous_amount_yen: previous,
    change_yen: yen === null || previous === null ? null : yen - previous,
    change_printed_yen: change,
    supplementary_yen: supplementarySum(own),
    ...sumOfParts(headline, partsOf.get(i) ?? []),
    headline_figure_id: headline?.figure.figure_id ?? null,
    note: null,
  }
}

const headingOf = ({ place }: ProgrammeNode): Pick<Programme, 'heading_page' | 'heading_boxes'> => {
  const page = place?.page ?? null
  return { heading_page: page, heading_boxes: page === null ? null : printBoxes(place?.boxes ?? []) }
}

/** A budget figure that is no part of its own row's amount (財源内訳). */
const isBudgetAlone = ({ figure, draft }: Checked): boolean =>
  figure.role === 'budget' && (draft.cell === null || !figure.part_of)

const levelOf = (i: number, nodes: readonly ProgrammeNode[]): number => {
  const seen = new Set<number>()
  let at: number | null = i
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    at = nodes[at]?.parent ?? null
  }
  return seen.size
}

/** Supplementary budgets printed beside the programme, each once. */
const supplementarySum = (own: readonly Checked[]): number | null => {
  const once = new Map<string, number>()
  for (const { figure } of own)
    if (
      figure.role === 'budget' &&
      figure.yen !== null &&
      (figure.stage ?? '').startsWith('supplementary') &&
      !figure.part_of
    )
      once.set(`${figure.fiscal_year} ${figure.supplementary_no} ${figure.yen}`, figure.yen)
  return once.size === 0 ? null : [...once.values()].reduce((sum, yen) => sum + yen, 0)
}

const sumOfParts = (
  headline: Checked | null,
  parts: readonly Checked[],
): Pick<Programme, 'children_sum_yen' | 'sum_check'> => {
  const children = firstOfEach(parts)
  if (children.length === 0 || !headline) return { children_sum_yen: null, sum_check: 'not_checked' }
  const { sum, over, slack } = weigh(headline, children)
  return {
    children_sum_yen: sum,
    sum_check: over === 0 ? 'ok' : Math.abs(over) <= slack ? 'rounding' : over > 0 ? 'mismatch' : 'incomplete',
  }
}
