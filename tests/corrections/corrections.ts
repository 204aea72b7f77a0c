import { printCorrections } from '../../src/corrections/write.js'
import type { Correction } from '../../src/model/correction.js'
import type { Printed } from '../../src/model/correction-identity.js'

const nothingNew = {
  new_yen: null,
  new_role: null,
  new_fiscal_year: null,
  new_stage: null,
  new_programme: null,
} as const

/** A correction that accepts what is printed at a place of `slides`. */
export const correction = (more: Partial<Correction> = {}): Correction => ({
  action: 'accept',
  document_id: 'slides',
  sha256: '0'.repeat(64),
  page: 1,
  line: 1,
  boxes: '1.0 2.0 3.0 4.0',
  raw: '20億円',
  raw_label: null,
  programme: '研究の推進',
  role: 'budget',
  fiscal_year: 2025,
  stage: 'draft',
  yen: 2_000_000_000,
  ...nothingNew,
  note: null,
  by: null,
  date: null,
  ...more,
})

/** What a person decides about a figure of a data set, as it is read there. */
export const decisionOn = (figure: Printed, more: Partial<Correction> = {}): Correction => {
  const { document_id, sha256, page, line, boxes, raw, raw_label, programme, role, fiscal_year, stage, yen } = figure
  const printed = { document_id, sha256, page, line, boxes, raw, raw_label, programme, role, fiscal_year, stage, yen }
  return correction({ ...printed, ...more })
}

/** The text of a file as a page hands it out, with what takes decisions back. */
export const handedOut = async (rows: readonly Correction[]): Promise<string> => {
  const texts = rows.map(async (row) => (await printCorrections([{ ...row, action: 'accept' }])).split('\r\n'))
  const lines = (await Promise.all(texts)).map(([, line = ''], i) => line.replace('"accept"', `"${rows[i]?.action}"`))
  const [head] = (await printCorrections([])).split('\r\n')
  return [head, ...lines, ''].join('\r\n')
}
