import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Correction } from '../../src/model/correction.js'
import type { Dataset } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'
import { decisionOn, handedOut } from '../corrections/corrections.js'
import { fileOf, newFolder } from './data-sets.js'
import { yosan } from './yosan.js'

const book = join(import.meta.dirname, '..', '..', 'fixtures', 'books', 'r7-asagiri-book.pdf')

const tableIn = async <Name extends keyof Dataset>(folder: string, name: Name): Promise<Dataset[Name]> =>
  JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))

let folder = ''
let summary = ''
let before: readonly Figure[] = []
let sha256: string | null = null
beforeAll(async () => {
  folder = await newFolder()
  summary = (await yosan('extract', book, '--out', folder)).out
  before = await tableIn(folder, 'figures')
  sha256 = (await tableIn(folder, 'documents'))[0]?.sha256 ?? null
})

const decided = (figure: Figure, more: Partial<Correction>): Correction => decisionOn({ ...figure, sha256 }, more)

const corrected = async (of: string, ...corrections: readonly Correction[]) => {
  await yosan('correct', of, await fileOf('corrections.csv', await handedOut(corrections)))
  return yosan('extract', book, '--out', of)
}

describe('a budget book on the command line', () => {
  it('is named, with how many of its checks hold', () => {
    expect(summary).toContain('r7-asagiri-book.pdf  17 pages, a budget book\n')
    expect(summary).toContain('354 lines of a budget book: 251 balance checks made, 251 hold\n')
  })

  it('is corrected, published and as it was when all is taken back', async () => {
    const of = await newFolder()
    await cp(folder, of, { recursive: true })
    const [accepted, value, role, programme, gone] = [0, 60, 120, 180, 240].map((i) => before[i] as Figure) as [
      Figure,
      Figure,
      Figure,
      Figure,
      Figure,
    ]
    const decisions = [
      decided(accepted, { action: 'accept' }),
      decided(value, { action: 'correct', new_yen: 5 }),
      decided(role, { action: 'correct', new_role: 'context', new_fiscal_year: 2020 }),
      decided(programme, { action: 'correct', new_programme: '別の事業', new_stage: 'none' }),
      decided(gone, { action: 'reject' }),
    ]
    const { out } = await corrected(of, ...decisions)
    expect(out).toContain('5 corrections applied: 1 accepted, 3 corrected, 1 rejected\n')
    const lines = new Map((await tableIn(of, 'lines')).map((line) => [line.line_id, line]))
    expect(lines.get(value.figure_id)).toMatchObject({ yen: 5, raw: value.raw, needs_review: false })
    expect(lines.get(role.figure_id)).toMatchObject({ fiscal_year: 2020 })
    expect(lines.has(gone.figure_id)).toBe(false)

    const to = await newFolder()
    expect((await yosan('package', of, '--to', to, '--views', 'none')).code).toBe(0)
    expect((await yosan('validate', to)).out).toContain('Valid: 0 errors, 0 warnings')

    const figures = [accepted, value, role, programme, gone]
    const withdrawn = await corrected(of, ...figures.map((figure) => decided(figure, { action: 'withdraw' })))
    expect(withdrawn.out).toBe(summary.replaceAll(folder, of))
    for (const name of ['figures', 'lines', 'programmes', 'checks', 'issues'] as const)
      expect(await tableIn(of, name)).toEqual(await tableIn(folder, name))
  })
})
