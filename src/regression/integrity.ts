import type { Dataset } from '../model/dataset.js'
import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'
import { numberIn } from '../model/printed-number.js'
import type { Programme } from '../model/programme.js'
import { isValueCorrected } from '../model/review.js'

/** What must hold in any data set, whatever its documents print, with the sentence for where it does not. */
export const integrityRules = {
  figures_total: 'The document has another number of figures than its row says.',
  document_key: 'The document of the figure has no row.',
  figure_id: 'Two figures have the same id.',
  figure_key: 'The figure points to a figure that is not there.',
  programme_name: 'The programme of the figure is not that of its row in `programmes`.',
  printed_value: 'The amount is not that of its printed digits, unit and sign.',
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
  const known = new Set(documents.map(({ document_id }) => document_id))
  const tests: Readonly<Record<Exclude<IntegrityId, 'figures_total'>, (figure: Figure) => boolean>> = {
    document_key: ({ document_id }) => known.has(document_id),
    figure_id: ({ figure_id }) => (ids.get(figure_id)?.length ?? 0) === 1,
    figure_key: ({ compares_figure_id, duplicate_of_figure_id }) =>
      [compares_figure_id, duplicate_of_figure_id].every((id) => id === null || ids.has(id)),
    programme_name: (figure) => isNamedAs(figure, rows.get(figure.programme_row_id ?? '')),
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

/** Whether a figure has the name of its programme, whose row is undefined when it is not there. */
export const isNamedAs = (
  { programme_row_id, programme }: Pick<Figure, 'programme_row_id' | 'programme'>,
  row: Pick<Programme, 'name' | 'name_missing'> | undefined,
): boolean => {
  if (programme_row_id === null) return programme === null
  return row !== undefined && programme === (row.name_missing ? null : row.name)
}

/** Powers of ten of the units that stand alone. */
const powers: Readonly<Record<string, number>> = { 円: 0, 千円: 3, 万円: 4, 百万円: 6, 千万円: 7, 億円: 8, 兆円: 12 }

type Printed = Pick<Figure, 'raw' | 'unit_printed' | 'yen' | 'sign_mark' | 'decided_by'>

/** Whether the digits of the print, its unit and its sign make the amount, or a person has said that another one is right. A
 * print of several numbers, or of none in digits, says nothing here. */
export const isAsPrinted = ({ raw, unit_printed, yen, sign_mark, decided_by }: Printed): boolean => {
  if (yen === null || isValueCorrected({ decided_by })) return true
  if (minus.has(sign_mark) && yen > 0) return false
  const power = powers[unit_printed ?? '']
  const number = numberIn(raw)
  if (power === undefined || number === null) return true
  return number.digits * 10n ** BigInt(power) === BigInt(Math.abs(yen)) * 10n ** BigInt(number.decimals)
}

const minus: ReadonlySet<Figure['sign_mark']> = new Set(['△', '▲', '−', '-'])
