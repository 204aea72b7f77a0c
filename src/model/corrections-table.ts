import { columnsOfShape } from './columns.js'
import { type Correction, correctionSchema } from './correction.js'
import { type Label, labels } from './labels.js'
import type { PublishedTable } from './published-table.js'
import type { Row } from './row.js'

const { document_id, page, line, boxes, raw, raw_label, programme, role, fiscal_year, stage, yen, note } =
  labels.figures

/** A label without the type that its column has among figures. */
const plain = ({ japanese, unit }: Label): Label => ({ japanese, ...(unit && { unit }) })
const corrected = (label: Label): Label => ({ ...plain(label), japanese: `訂正後の${label.japanese}` })

const correctionLabels: Readonly<Record<keyof Correction, Label>> = {
  action: { japanese: '人の判断' },
  document_id,
  sha256: labels.documents.sha256,
  page,
  line,
  boxes,
  raw,
  raw_label,
  programme: plain(programme),
  role: plain(role),
  fiscal_year: plain(fiscal_year),
  stage: plain(stage),
  yen: plain(yen),
  new_yen: corrected(yen),
  new_role: corrected(role),
  new_fiscal_year: corrected(fiscal_year),
  new_stage: corrected(stage),
  new_programme: corrected(programme),
  note,
  by: { japanese: '判断した人' },
  date: { japanese: '判断した日' },
}

/** What is taken back is not published. */
const published = {
  ...correctionSchema.shape,
  action: correctionSchema.shape.action
    .exclude(['withdraw'])
    .describe(
      '`accept`: the figure is right; `correct`: it has the new values; `reject`: it is no amount of a budget.',
    ),
}

/** What people decided about figures, as it is published. Nothing names a row: places may be unknown. */
export const correctionsTable: PublishedTable = {
  name: 'corrections',
  japanese: '訂正',
  description: 'What people decided about figures after looking at the pages.',
  columns: columnsOfShape(published, correctionLabels),
  keys: { primary: [], foreign: [] },
}

/** A row of it. Columns that hold a number or a word are texts. */
export const toCorrectionRow = (correction: Correction): Row => ({
  ...correction,
  new_yen: textOf(correction.new_yen),
  new_fiscal_year: textOf(correction.new_fiscal_year),
})

const textOf = (value: number | string | null): string | null => (value === null ? null : String(value))
