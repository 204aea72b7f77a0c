import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { validatePackage } from '../../src/conformance/index.js'
import { printCorrections } from '../../src/corrections/write.js'
import { extract } from '../../src/extract.js'
import { type Correction, correctionColumns } from '../../src/model/correction.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { viewNames } from '../../src/options.js'
import { correction, decisionOn } from '../corrections/corrections.js'
import { descriptorIn, filesIn, outputOf, packed, readIn, recordsIn, write } from './packages.js'

const path = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'r6-request-space.md')

const extracted = async (corrections: readonly Correction[] = []): Promise<Dataset> =>
  (await extract([path], { pages: null, corrections })).dataset

let before: Dataset
let corrections: readonly Correction[] = []
let output = ''
beforeAll(async () => {
  before = await extracted()
  const doubtful = before.figures.filter(({ needs_review }) => needs_review)
  const decided = (i: number, more: Partial<Correction>) =>
    decisionOn({ ...(doubtful[i] as Figure), sha256: before.documents[0]?.sha256 ?? null }, more)
  corrections = [
    decided(0, { by: '財政課' }),
    decided(1, { action: 'correct', new_yen: 7, new_programme: '新型機', new_fiscal_year: 'none' }),
    decided(2, { action: 'correct', new_yen: 'none', note: '読めない' }),
    decided(3, { action: 'reject', date: '2026-04-01' }),
  ]
  output = await outputOf(await extracted(corrections))
  const others = [correction({ document_id: 'of another batch', sha256: null })]
  await write(output, { 'corrections.csv': await printCorrections([...corrections, ...others]) })
})

describe('the package of a data set with corrections', () => {
  it('lists those of its documents', async () => {
    const { folder } = await packed(output)
    expect(await readIn(folder, 'data/corrections.csv')).toBe(await printCorrections(corrections))
    const { resources } = await descriptorIn(folder)
    const resource = resources.find(({ name }) => name === 'corrections')
    expect(resource).toMatchObject({ path: 'data/corrections.csv', title: '訂正', rows: 4 })
    expect(resource?.schema).not.toHaveProperty('primaryKey')
    expect(resource?.schema.fields.map(({ name }) => name)).toEqual(correctionColumns)
    const fields = new Map(resource?.schema.fields.map((field) => [field.name, field]))
    expect(fields.get('action')).toMatchObject({
      type: 'string',
      title: '人の判断',
      constraints: { required: true, enum: ['accept', 'correct', 'reject'] },
    })
    expect(fields.get('new_yen')).toMatchObject({ type: 'string', title: '訂正後の金額', unit: 'JPY' })
    expect(fields.get('yen')).toMatchObject({ type: 'integer', title: '金額', unit: 'JPY' })
    for (const { title } of fields.values())
      expect(title).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|SHA-256/u)
  })

  it('is valid, in all forms', async () => {
    const { folder } = await packed(output, { views: viewNames })
    const { problems, passed } = await validatePackage(folder)
    expect([problems, passed]).toEqual([[], true])
    expect(await recordsIn(folder, 'data/corrections.csv')).toHaveLength(4)
    expect(Object.keys(await filesIn(folder))).toContain('excel/corrections.csv')
  })

  it('counts them in its README', async () => {
    const { folder } = await packed(output)
    const text = await readIn(folder, 'README.md')
    expect(text).toContain('金額 1 件を読み取りのまま認め、2 件を訂正し、1 件を除きました。')
    expect(text).toContain('People looked at pages and accepted 1 figure as read, corrected 2 and rejected 1.')
    expect(text).toContain('### corrections（訂正）\n\n| Field |')
  })

  it('can be made of a package', async () => {
    const first = await packed(output)
    const again = await packed(first.folder)
    expect(await readIn(again.folder, 'data/corrections.csv')).toBe(await readIn(first.folder, 'data/corrections.csv'))
  })

  it('is a new edition with changed rows, and not with other columns', async () => {
    const plain = await packed(await outputOf(before))
    const after = await packed(output, {}, plain.folder)
    expect([after.step, after.version, after.changes]).toEqual([
      'rows',
      '1.1.0',
      { added: 1, removed: 2, changed: 2, same: before.figures.length - 4 },
    ])
    const back = await packed(await outputOf(before), {}, plain.folder)
    expect([back.step, back.version]).toEqual(['rows', '1.2.0'])
    expect(Object.keys(await filesIn(plain.folder))).not.toContain('data/corrections.csv')
  })

  it.each<[what: string, change: (rows: readonly Correction[]) => readonly Correction[]]>([
    ['added', (rows) => [...rows, fresh({})]],
    ['added that reject', (rows) => [...rows, fresh({ action: 'reject' })]],
    ['taken out', (rows) => rows.slice(1)],
    ['taken out that rejected', (rows) => rows.slice(0, -1)],
    ['taken out altogether', () => []],
    ['replaced', (rows) => rows.with(1, { ...(rows[1] as Correction), new_yen: 8 })],
    ['taken out for others', (rows) => rows.with(0, fresh({}))],
  ])('cannot be made once rows are %s', async (_, change) => {
    const { folder } = await packed(output)
    for (const of of [await outputOf(await extracted(corrections)), folder]) {
      await write(of, { 'corrections.csv': await printCorrections(change(corrections)) })
      await expect(packed(of)).rejects.toThrow(
        'corrections.csv has changed since the data set was made (r6-request-space-md): run yosan extract again.',
      )
      await write(of, { 'corrections.csv': await printCorrections(corrections.map((one) => ({ ...one, note: '注' }))) })
      expect((await packed(of)).version).toBe('1.0.0')
    }
  })
})

/** What a person decides about a figure that nobody has looked at. */
const fresh = (more: Partial<Correction>): Correction =>
  decisionOn({ ...(before.figures.at(-1) as Figure), sha256: before.documents[0]?.sha256 ?? null }, more)

describe('the package of a data set without corrections', () => {
  it('does not speak of them', async () => {
    const bare = await packed(await outputOf(before))
    const none = await outputOf(before)
    await write(none, { 'corrections.csv': await printCorrections([correction({ document_id: 'x', sha256: null })]) })
    const files = await filesIn(bare.folder)
    expect(await filesIn((await packed(none)).folder)).toEqual(files)
    expect(Object.keys(files).join()).not.toContain('corrections')
    expect(files['README.md']).not.toContain('Corrections')
  })

  it('cannot be made when their file is none', async () => {
    const wrong = await outputOf(before)
    await write(wrong, { 'corrections.csv': 'a,b\r\n' })
    await expect(packed(wrong)).rejects.toThrow('corrections.csv has no column action')
  })
})
