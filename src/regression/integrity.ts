import type { Dataset } from '../model/dataset.js'
import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'

/** What must hold in any data set, whatever its documents print, with the sentence for where it does not. */
export const integrityRules = {
  figures_total: 'The document has another number of figures than its row says.',
  figure_id: 'Two figures have the same id.',
  figure_key: 'The figure points to a figure that is not there.',
  programme_name: 'The figure and the row of its programme have different names.',
  printed_value: 'The amount is not that of its printed digits and unit.',
} as const satisfies Record<string, string>

export type IntegrityId = keyof typeof integrityRules

/** A row that contradicts another one or itself. */
export interface IntegrityFault {
  readonly document: string
  /** The figure, or the document where it is no single figure. */
  readonly id: string
  readonly rule: IntegrityId
}

type Checkable = Pick<Dataset, 'figures' | 'programmes' | 'documents'>

/** Finds rows that contradict each other, as after a hand has changed them. */
export const integrityOf = ({ figures, programmes, documents }: Checkable): IntegrityFault[] => {
  const counts = groupBy(figures, ({ document_id }) => document_id)
  const ids = groupBy(figures, ({ figure_id }) => figure_id)
  const rows = new Map(programmes.map((row) => [row.programme_row_id, row]))
  const nameOf = (id: string | null | undefined): string | null => {
    const row = rows.get(id ?? '')
    return row === undefined || row.name_missing ? null : row.name
  }
  const tests: Readonly<Record<Exclude<IntegrityId, 'figures_total'>, (figure: Figure) => boolean>> = {
    figure_id: ({ figure_id }) => (ids.get(figure_id)?.length ?? 0) === 1,
    figure_key: ({ compares_figure_id, duplicate_of_figure_id }) =>
      [compares_figure_id, duplicate_of_figure_id].every((id) => id === null || ids.has(id)),
    programme_name: ({ programme_row_id, programme }) => nameOf(programme_row_id) === programme,
    printed_value: isAsPrinted,
  }
  return [
    ...documents
      .filter(({ document_id, figures_total }) => (counts.get(document_id)?.length ?? 0) !== figures_total)
      .map(({ document_id }) => ({ document: document_id, id: document_id, rule: 'figures_total' as const })),
    ...figures.flatMap((figure) =>
      (Object.keys(tests) as (keyof typeof tests)[])
        .filter((rule) => !tests[rule](figure))
        .map((rule) => ({ document: figure.document_id, id: figure.figure_id, rule })),
    ),
  ]
}

/** Powers of ten of the units that stand alone. */
const powers: Readonly<Record<string, number>> = { 円: 0, 千円: 3, 万円: 4, 百万円: 6, 千万円: 7, 億円: 8, 兆円: 12 }

/** Whether the digits of the print and its unit make the amount. A print of several numbers, or of none in digits, says nothing
 * here. */
const isAsPrinted = ({ raw, unit_printed, yen }: Figure): boolean => {
  const power = powers[unit_printed ?? '']
  const numbers = raw.normalize('NFKC').match(/\d[\d, ]*(?:\.\d+)?/gu) ?? []
  if (yen === null || power === undefined || numbers.length !== 1) return true
  const [whole = '', fraction = ''] = (numbers[0] ?? '').replace(/[, ]/gu, '').split('.')
  const digits = BigInt(whole + fraction) * 10n ** BigInt(power)
  return digits === BigInt(Math.abs(yen)) * 10n ** BigInt(fraction.length)
}
