import fc from 'fast-check'
import type { CheckRow } from '../../src/model/check.js'
import { toCheckRows } from '../../src/model/check-rows.js'
import type { Claim } from '../../src/model/claim.js'
import type { DocumentRow } from '../../src/model/document.js'
import type { Figure } from '../../src/model/figure.js'
import { type Baseline, baselineOf } from '../../src/regression/baseline.js'
import type { Entry } from '../../src/regression/entry.js'
import { type Checkable, check, type Report } from '../../src/regression/index.js'
import { child, document, figure } from '../emit/sample.js'

export const entry = (more: Partial<Entry> = {}): Entry => ({
  document: 'slides',
  page: '1',
  programme: '研究の推進 > 戦略研究事業',
  role: 'budget',
  year: '2026',
  stage: 'request',
  yen: '2500000000',
  raw: '25億円',
  flags: '',
  ...more,
})

/** A budget of so many hundred million yen, whose number also tells where it is printed. */
export const oku = (count: number, more: Partial<Figure> = {}): Figure => ({
  ...figure,
  figure_id: `slides-p001-${String(count).padStart(3, '0')}`,
  raw: `${count}億円`,
  amount_status: 'numeric',
  yen: count * 100_000_000,
  unit_printed: '億円',
  estimate: 'none',
  fund: false,
  ...more,
})

/** The row of a document with so many figures. */
export const row = (figures_total: number, more: Partial<DocumentRow> = {}): DocumentRow => ({
  ...document,
  status: 'complete',
  figures_total,
  ...more,
})

/** The check that parts make a whole, as figures have it now. */
export const sumCheck = (whole: Figure, ...parts: readonly Figure[]): CheckRow[] => {
  const claim: Claim = {
    rule: 'programme_parts',
    figure: whole.figure_id,
    inputs: parts.map(({ figure_id }) => ({ figure: figure_id, sign: 1 })),
    percent: null,
    given: null,
    stated: null,
  }
  const amountOf = (id: string) => [whole, ...parts].find(({ figure_id }) => figure_id === id) ?? null
  return toCheckRows([claim], amountOf, { documentId: whole.document_id, letter: 'k' })
}

/** A data set in which each document has a row that counts its figures. */
export const dataset = (figures: readonly Figure[], checks: readonly CheckRow[] = []): Checkable => {
  const ids = [...new Set(figures.map(({ document_id }) => document_id))]
  const totalOf = (id: string) => figures.filter(({ document_id }) => document_id === id).length
  return { figures, programmes: [child], documents: ids.map((id) => row(totalOf(id), { document_id: id })), checks }
}

/** What `check` says of a data set whose baseline is of another one. */
export const compared = (before: Checkable, after: Checkable): Report => check(after, baselineOf(before, []))

/** Text that lines with tabs between their cells have trouble with. */
export const awkward = fc.string({
  unit: fc.constantFrom(...'\t\n\r\0\\tnr0# "研𠮷\u2028\ufeff'),
})

/** Such text where a line begins with it; ids of documents hold letters and digits only. */
const awkwardId = awkward.filter((text) => /^[^#]/u.test(text))

export const entriesWith = (text: fc.Arbitrary<string>): fc.Arbitrary<Entry> =>
  fc.record({
    document: text,
    page: text,
    programme: text,
    role: text,
    year: text,
    stage: text,
    yen: text,
    raw: text,
    flags: text,
  })

/** Figures of so few values that many are alike or differ in one thing. */
export const alike: fc.Arbitrary<Entry> = fc
  .record({
    page: fc.constantFrom('1', '2'),
    programme: fc.constantFrom('甲', '乙'),
    role: fc.constantFrom('budget', 'change'),
    year: fc.constantFrom('2025', '2026'),
    stage: fc.constantFrom('draft', 'request'),
    yen: fc.constantFrom('1', '2'),
    raw: fc.constantFrom('1', '2'),
    flags: fc.constantFrom('', 'new'),
  })
  .map(entry)

export const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length })

const counts = fc.nat(999)

export const baselines: fc.Arbitrary<Baseline> = fc.record({
  documents: fc.array(
    fc.record({
      document: awkwardId,
      status: fc.constantFrom('complete', 'partial', 'failed'),
      sha256: fc.constantFrom('', '0'.repeat(64)),
    }),
    { maxLength: 3 },
  ),
  entries: fc.array(
    fc.tuple(entriesWith(awkward), awkwardId).map(([one, id]) => ({ ...one, document: id })),
    { maxLength: 5 },
  ),
  reasons: fc.array(fc.record({ text: awkward, added: counts, removed: counts, changed: counts }), { maxLength: 3 }),
})
