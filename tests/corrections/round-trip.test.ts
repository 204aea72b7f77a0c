import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCorrections } from '../../src/corrections/read.js'
import { printCorrections } from '../../src/corrections/write.js'
import { emit } from '../../src/emit/index.js'
import { extract } from '../../src/extract.js'
import type { Correction } from '../../src/model/correction.js'
import { identityOf } from '../../src/model/correction-identity.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { integrityOf } from '../../src/regression/integrity.js'
import { decisionOn } from './corrections.js'

const documents = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')
const paths = ['r7-draft-research.pdf', 'r7-request-tables.pdf', 'r6-request-space.md', 'r7-draft-culture.txt'].map(
  (name) => join(documents, name),
)

const folder = mkdtempSync(join(tmpdir(), 'yosan-corrections-'))
afterAll(() => rmSync(folder, { recursive: true }))

const extracted = async (inputs: readonly string[], corrections: readonly Correction[] = []): Promise<Dataset> =>
  (await extract(inputs, { pages: null, corrections })).dataset

const shaOf = ({ documents }: Dataset, { document_id }: Figure): string | null =>
  documents.find((document) => document.document_id === document_id)?.sha256 ?? null

const decided = (dataset: Dataset, figure: Figure, more: Partial<Correction> = {}): Correction =>
  decisionOn({ ...figure, sha256: shaOf(dataset, figure) }, more)

/** What comes back from the file that the corrections are kept in. */
const kept = async (corrections: readonly Correction[]) => readCorrections(await printCorrections(corrections), 'c.csv')

describe('documents that a person looked at', () => {
  let before: Dataset
  beforeAll(async () => {
    before = await extracted(paths)
  })

  it('are as they were, but for the review, when every figure is accepted', async () => {
    const corrections = await kept(before.figures.map((figure) => decided(before, figure)))
    expect(new Set(corrections.map(identityOf)).size).toBe(before.figures.length)
    const after = await extracted(paths, corrections)
    const accepted = (figure: Figure): Figure => ({
      ...figure,
      needs_review: false,
      review_reasons: null,
      decided_by: `${figure.decided_by};review=accepted_by_person`,
    })
    expect(before.figures.filter(({ needs_review }) => needs_review)).not.toEqual([])
    expect(after).toEqual({
      ...before,
      figures: before.figures.map(accepted),
      documents: before.documents.map((document) => ({ ...document, needs_review_total: 0 })),
    })
  })

  it('have what a person corrected, and stay so', async () => {
    const space = before.figures.filter(({ document_id }) => document_id.startsWith('r6-request-space'))
    const [value, programme, rejected] = [12, 23, 4].map((i) => space[i] as Figure)
    const corrections = [
      decided(before, value as Figure, { action: 'correct', new_yen: 28_500_000_000 }),
      decided(before, programme as Figure, { action: 'correct', new_programme: '新型ロケット', new_stage: 'draft' }),
      decided(before, rejected as Figure, { action: 'reject' }),
    ]
    const after = await extracted(paths, await kept(corrections))
    const byId = new Map(after.figures.map((figure) => [figure.figure_id, figure]))
    expect(byId.get(value?.figure_id ?? '')).toMatchObject({
      yen: 28_500_000_000,
      raw: value?.raw,
      needs_review: false,
    })
    expect(byId.get(programme?.figure_id ?? '')).toMatchObject({ programme: '新型ロケット', stage: 'draft' })
    expect(byId.has(rejected?.figure_id ?? '')).toBe(false)
    expect(after.figures.length).toBe(before.figures.length - 1)
    expect(after.issues.filter(({ rule }) => rule === 'correction_unmatched')).toEqual([])
    expect(after.issues.filter(({ rule }) => rule === 'figure_rejected')).toMatchObject([{ found: rejected?.raw }])
    expect(integrityOf(after)).toEqual([])
    const again = await extracted(paths.toReversed(), corrections.toReversed())
    expect([...(await emit(again))]).toEqual([...(await emit(after))])
  })
})

describe('a document of which other bytes came', () => {
  const path = join(folder, 'space.md')
  const text = readFileSync(join(documents, 'r6-request-space.md'), 'utf8')
  let before: Dataset
  beforeAll(async () => {
    writeFileSync(path, text)
    before = await extracted([path])
    writeFileSync(path, `\n\n${text}`)
  })

  it('has the corrections of the figures that are read as before, whatever their lines', async () => {
    const corrections = before.figures.map((figure) => decided(before, figure))
    const { figures, issues } = await extracted([path], corrections)
    const accepted = figures.filter(({ decided_by }) => decided_by?.includes('accepted_by_person'))
    const unmatched = issues.filter(({ rule }) => rule === 'correction_unmatched')
    expect(accepted.length + unmatched.length).toBe(before.figures.length)
    // One amount is printed twice for one programme.
    expect(unmatched.length).toBeLessThan(5)
    for (const { message } of unmatched) expect(message).toMatch(/fits several figures\.$/u)
  })

  it('has none of another document', async () => {
    const [first] = before.figures
    const other = decided(before, first as Figure, { document_id: 'other', sha256: '9'.repeat(64) })
    const { figures, issues } = await extracted([path], [other])
    expect(figures.filter(({ decided_by }) => decided_by?.includes('person'))).toEqual([])
    expect(issues.filter(({ rule }) => rule === 'correction_unmatched')).toEqual([])
  })
})
