import { boxesText } from '../model/boxes.js'
import type { LineRow } from '../model/line.js'
import type { Item } from './items.js'

/** The row of `lines` for a printed value: what is printed, with the money as its figure has it. */
export const toLine = ({ entry, value, figure }: Item): LineRow => {
  const { account, direction, level, named, path, depth } = entry
  return {
    line_id: figure.figure_id,
    document_id: figure.document_id,
    page: value.page,
    boxes: boxesText(value.boxes),
    account,
    direction,
    level,
    code: named.code,
    name: named.name,
    kan: path.kan?.name ?? null,
    kou: path.kou?.name ?? null,
    moku: path.moku?.name ?? null,
    setsu: path.setsu?.name ?? null,
    setsu_code: path.setsu?.code ?? null,
    description_level: depth,
    column: value.column,
    fiscal_year: figure.fiscal_year,
    yen: figure.yen,
    raw: value.raw,
    needs_review: figure.needs_review,
  }
}
