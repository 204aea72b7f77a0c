import { numbered } from '../../src/assemble/numbers.js'
import type { Assembly, Draft, ProgrammeNode } from '../../src/model/draft.js'
import type { Amount } from '../../src/model/finding.js'
import type { Place } from '../../src/model/place.js'
import { type About, validate } from '../../src/validate/index.js'

export const about: About = {
  documentId: 'slides',
  source: {
    name: 'slides.pdf',
    kind: 'pdf',
    sha256: '0'.repeat(64),
    bytes: 1234,
    pageCount: 9,
    title: null,
    producer: null,
  },
  pagesRead: 9,
  unreadable: [],
  toolVersion: '0.0.0',
  rulesVersion: '0',
}

export const placeOn = (page: number | null): Place => ({ page, line: 1, boxes: [{ x0: 1, y0: 2, x1: 3.04, y1: 4 }] })

/** Hundred million yen, printed without decimals unless `precision` says so. */
export const amount = (oku: number, more: Partial<Amount> = {}): Amount => ({
  kind: 'amount',
  from: 0,
  to: 1,
  status: 'numeric',
  yen: Math.round(oku * 10) * 10_000_000,
  yenMax: null,
  precision: 100_000_000,
  unit: '億円',
  sign: 'none',
  approx: null,
  scale: null,
  sure: true,
  ...more,
})

/** A budget figure of FY2025 for the first programme, on page 1. */
export const draft = (oku: number, more: Partial<Draft> = {}): Draft => ({
  number: 1,
  amount: amount(oku),
  raw: `${oku}億円`,
  place: placeOn(1),
  label: null,
  labelPlace: null,
  unitSource: 'inline',
  role: 'budget',
  fiscalYear: 2025,
  fiscalYearPrinted: null,
  stage: 'draft',
  supplementaryNo: null,
  requestFrame: null,
  inherited: false,
  programme: 0,
  compares: null,
  isNew: false,
  partOf: false,
  reposted: 'none',
  estimate: 'none',
  digitalAgency: 'none',
  fund: false,
  specialAccountIncluded: false,
  reclassified: false,
  basis: null,
  note: null,
  cell: null,
  decisions: [],
  ...more,
})

/** The amount of the year before, beside figure number `compares`. */
export const previous = (oku: number, compares: number | null, more: Partial<Draft> = {}): Draft =>
  draft(oku, { role: 'comparison', fiscalYear: 2024, stage: 'enacted', compares, ...more })

export const node = (name: string, parent: number | null = null, more: Partial<ProgrammeNode> = {}): ProgrammeNode => ({
  name,
  nameMissing: false,
  numbering: null,
  levelType: 'programme',
  parent,
  executingBody: null,
  englishName: null,
  place: placeOn(1),
  ...more,
})

/** A whole and two parts of it. */
export const tree = [node('研究の推進'), node('創発的研究支援事業', 0), node('量子研究プログラム', 0)] as const

export const assembly = (drafts: readonly Draft[], more: Partial<Assembly> = {}): Assembly => ({
  drafts: numbered(drafts),
  programmes: tree,
  tables: [],
  leftovers: [],
  fiscalYear: 2025,
  stage: 'draft',
  title: '研究の推進',
  issues: [],
  ...more,
})

export const validated = (drafts: readonly Draft[], more: Partial<Assembly> = {}, context: Partial<About> = {}) =>
  validate(assembly(drafts, more), { ...about, ...context })
