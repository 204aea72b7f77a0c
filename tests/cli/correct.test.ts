import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { printCorrections } from '../../src/corrections/write.js'
import type { Correction } from '../../src/model/correction.js'
import type { Figure } from '../../src/model/figure.js'
import { correction, decisionOn, handedOut } from '../corrections/corrections.js'
import { fileOf, newFolder, shiftJis } from './data-sets.js'
import { yosan } from './yosan.js'

const space = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'r6-request-space.md')

let whole = ''
let folder = ''
beforeAll(async () => {
  whole = await newFolder()
  expect(await yosan('extract', space, '--out', whole, '--quiet')).toEqual({ code: 0, out: '', err: '' })
})

beforeEach(async () => {
  folder = await newFolder()
  await cp(whole, folder, { recursive: true })
})

const keptIn = (of: string) => readFile(join(of, 'corrections.csv'), 'utf8')

const downloaded = async (...corrections: readonly Correction[]) =>
  fileOf('corrections (1).csv', await handedOut(corrections))

const one = correction()
const other = correction({ page: 2, note: '紙面を確認' })

describe('yosan correct', () => {
  it('adds files to the corrections of a data set', async () => {
    const file = join(folder, 'corrections.csv')
    const first = await yosan('correct', folder, await downloaded(one), await downloaded(other))
    expect(first).toEqual({
      code: 0,
      out: `${file}: 2 new, 0 replaced, 0 as before, 0 withdrawn.\nNow 2 corrections: 2 accept, 0 correct, 0 reject.\nRun yosan extract again to apply them.\n`,
      err: '',
    })
    expect(await keptIn(folder)).toBe(await printCorrections([one, other]))
    const rejected = correction({ action: 'reject' })
    const second = await yosan('correct', folder, await downloaded(rejected, other))
    expect(second.out).toBe(
      `${file}: 0 new, 1 replaced, 1 as before, 0 withdrawn.\nNow 2 corrections: 1 accept, 0 correct, 1 reject.\nRun yosan extract again to apply them.\n`,
    )
    expect(await keptIn(folder)).toBe(await printCorrections([rejected, other]))
    const third = await yosan('correct', folder, await downloaded(other))
    expect(third.out).toBe(
      `${file}: 0 new, 0 replaced, 1 as before, 0 withdrawn.\nNow 2 corrections: 1 accept, 0 correct, 1 reject.\n`,
    )
  })

  it('takes back what was taken back on a page', async () => {
    await yosan('correct', folder, await downloaded(one, other))
    const taken = correction({ action: 'withdraw', date: '2026-04-02' })
    const { out } = await yosan('correct', folder, await downloaded(taken))
    expect(out).toBe(
      `${join(folder, 'corrections.csv')}: 0 new, 0 replaced, 0 as before, 1 withdrawn.\nNow 1 correction: 1 accept, 0 correct, 0 reject.\nRun yosan extract again to apply them.\n`,
    )
    expect(await keptIn(folder)).toBe(await printCorrections([other]))
    expect((await yosan('correct', folder, await downloaded(taken))).out).toContain('1 as before, 0 withdrawn.')
  })

  it('makes of the files of two documents the same in any order', async () => {
    const elsewhere = correction({ document_id: 'elsewhere', sha256: '1'.repeat(64) })
    await yosan('correct', folder, await downloaded(one, elsewhere))
    const file = await downloaded({ ...one, action: 'reject' })
    const another = await downloaded({ ...elsewhere, action: 'withdraw' })
    const orders = [
      [file, another],
      [another, file],
    ]
    const kept = orders.map(async (order) => {
      const to = await newFolder()
      await cp(folder, to, { recursive: true })
      for (const name of order) await yosan('correct', to, name)
      return keptIn(to)
    })
    const made = await printCorrections([{ ...one, action: 'reject' }])
    expect(await Promise.all(kept)).toEqual([made, made])
  })

  it('adds to those of a package', async () => {
    await mkdir(join(folder, 'data'))
    for (const name of ['documents.json', 'corrections.csv']) await rm(join(folder, name), { force: true })
    await rename(join(folder, 'documents.csv'), join(folder, 'data', 'documents.csv'))
    await writeFile(join(folder, 'data', 'corrections.csv'), await printCorrections([one]))
    const { code, out } = await yosan('correct', folder, await downloaded(other))
    expect([code, out]).toEqual([0, expect.stringContaining(': 1 new, 0 replaced, 0 as before, 0 withdrawn.\nNow 2 ')])
    expect(await keptIn(folder)).toBe(await printCorrections([one, other]))
    expect((await yosan('correct', folder)).out).toContain('2 corrections')
  })

  it('takes what a spreadsheet of Windows saved', async () => {
    const text = (await printCorrections([other])).replaceAll('"', '')
    const { code, err } = await yosan('correct', folder, await fileOf('c.csv', shiftJis(text)))
    expect([code, err]).toEqual([0, ''])
    expect(await keptIn(folder)).toBe(await printCorrections([other]))
  })

  it('counts them', async () => {
    const file = join(folder, 'corrections.csv')
    expect((await yosan('correct', folder)).out).toBe(`${file}: 0 corrections: 0 accept, 0 correct, 0 reject.\n`)
    await expect(keptIn(folder)).rejects.toThrow('ENOENT')
    await yosan('correct', folder, await downloaded(one, other))
    expect((await yosan('correct', folder)).out).toBe(`${file}: 2 corrections: 2 accept, 0 correct, 0 reject.\n`)
    const { out } = await yosan('correct', folder, '--json')
    expect(JSON.parse(out)).toEqual({
      corrections: 2,
      accept: 2,
      correct: 0,
      reject: 0,
      added: 0,
      replaced: 0,
      same: 0,
      withdrawn: 0,
    })
  })

  it.each<[what: string, args: () => Promise<readonly string[]>, err: string]>([
    [
      'no folder',
      async () => [],
      'yosan: Name the folder of a data set and files of corrections: yosan correct DIR FILE...\n',
    ],
    ['a folder without a data set', async () => [await newFolder()], 'holds no data set'],
    ['a file that is not there', async () => [folder, join(folder, 'x.csv')], 'x.csv does not exist: check the name.'],
    ['another file', async () => [folder, space], 'r6-request-space.md has no column action, '],
  ])('tells of %s and writes nothing', async (_, args, err) => {
    const made = await yosan('correct', ...(await args()))
    expect([made.code, made.out]).toEqual([1, ''])
    expect(made.err).toContain(err)
    await expect(keptIn(folder)).rejects.toThrow('ENOENT')
  })
})

describe('yosan extract', () => {
  const figuresIn = async (of: string): Promise<Figure[]> =>
    JSON.parse(await readFile(join(of, 'figures.json'), 'utf8'))

  /** What a person decides about figures of the data set that ask for review, in their order. */
  const decided = async (...decisions: readonly Partial<Correction>[]): Promise<Correction[]> => {
    const doubtful = (await figuresIn(whole)).filter(({ needs_review }) => needs_review)
    const [document] = JSON.parse(await readFile(join(whole, 'documents.json'), 'utf8'))
    return decisions.map((more, i) => decisionOn({ ...(doubtful[i] as Figure), sha256: document.sha256 }, more))
  }

  it('applies the corrections of the data set and says so', async () => {
    const corrections = await decided({}, { action: 'correct', new_yen: 7 }, { action: 'reject' }, { line: 999 })
    await yosan('correct', folder, await downloaded(...corrections, one))
    const { code, out } = await yosan('extract', space, '--out', folder)
    expect(code).toBe(0)
    expect(out).toContain(
      '3 corrections applied: 1 accepted, 1 corrected, 1 rejected\n' +
        '1 correction not applied: no figure fits, several do, or one is read otherwise now\n' +
        '1 correction of 1 document not here: slides\n',
    )
    const { corrections: counts } = JSON.parse((await yosan('extract', space, '--out', folder, '--json')).out)
    expect(counts).toEqual({
      accepted: 1,
      corrected: 1,
      rejected: 1,
      unmatched: 1,
      elsewhere: 1,
      elsewhere_documents: ['slides'],
    })
    const [, figure] = (await figuresIn(folder)).filter(({ decided_by }) => decided_by?.includes('_by_person'))
    const explained = await yosan('explain', figure?.figure_id ?? '', '--out', folder)
    expect(explained.out).toContain(
      '  value        A person looked at the page and corrected what was read. (corrected_by_person)\n',
    )
  })

  it('adds the file that is named to those of the data set, and keeps it', async () => {
    const [accepted, corrected, rejected] = await decided({}, { action: 'correct', new_yen: 7 }, { action: 'reject' })
    const [first, second, third] = [accepted, corrected, rejected] as [Correction, Correction, Correction]
    await yosan('correct', folder, await downloaded(first, second))
    const file = await downloaded({ ...first, action: 'withdraw' }, third)
    const { code, out } = await yosan('extract', space, '--out', folder, '--corrections', file)
    expect(code).toBe(0)
    expect(out).toContain('2 corrections applied: 0 accepted, 1 corrected, 1 rejected\n')
    expect(await keptIn(folder)).toBe(await printCorrections([second, third]))
    const again = await yosan('extract', space, '--out', folder)
    expect(again.out).toBe(out)
    const to = await newFolder()
    expect((await yosan('package', folder, '--to', to, '--views', 'none', '--quiet')).err).toBe('')
    expect(await readFile(join(to, 'data', 'corrections.csv'), 'utf8')).toBe(await keptIn(folder))
  })

  it('keeps those that are named in a new folder', async () => {
    const to = join(await newFolder(), 'new')
    const corrections = await decided({})
    const file = await downloaded(...corrections)
    expect(await yosan('extract', space, '--out', to, '--corrections', file, '--quiet')).toMatchObject({ code: 0 })
    expect(await keptIn(to)).toBe(await printCorrections(corrections))
  })

  it('keeps none when nothing is read', async () => {
    const to = join(await newFolder(), 'new')
    const file = await downloaded(one)
    const missing = await yosan('extract', join(to, 'x.pdf'), '--out', to, '--corrections', file, '--quiet')
    expect(missing.code).toBe(1)
    await expect(keptIn(to)).rejects.toThrow('ENOENT')
    const stopped = [space, '--stop-after', 'validate', '--out', to, '--corrections']
    const room = await yosan('extract', ...stopped, await downloaded(...(await decided({ action: 'reject' }))))
    expect(room.out).toContain('figure_rejected')
    await expect(keptIn(to)).rejects.toThrow('ENOENT')
  })

  it('is asked for by package when corrections have changed since', async () => {
    await yosan('correct', folder, await downloaded(...(await decided({}, { action: 'reject' }))))
    const to = await newFolder()
    const { code, err } = await yosan('package', folder, '--to', to, '--quiet')
    expect([code, err]).toEqual([
      1,
      'yosan: corrections.csv has changed since the data set was made (r6-request-space-md): run yosan extract again.\n',
    ])
    expect(await readdir(to)).toEqual([])
    await yosan('extract', space, '--out', folder, '--quiet')
    expect((await yosan('package', folder, '--to', to, '--views', 'none', '--quiet')).code).toBe(0)
  })

  it('writes nothing when they cannot be read', async () => {
    await writeFile(join(folder, 'corrections.csv'), 'no corrections')
    const before = await figuresIn(folder)
    const { code, err } = await yosan('extract', space, '--out', folder)
    expect([code, err]).toEqual([1, expect.stringContaining('corrections.csv has no column action, ')])
    expect(await figuresIn(folder)).toEqual(before)
  })

  it('misses a file that is named', async () => {
    const { code, err } = await yosan('extract', space, '--out', folder, '--corrections', join(folder, 'x.csv'))
    expect([code, err]).toEqual([1, `yosan: ${join(folder, 'x.csv')} does not exist: check the name.\n`])
  })

  it('is what check does with documents', async () => {
    const sources = await newFolder()
    await cp(space, join(sources, 'r6-request-space.md'))
    const corrections = await decided({}, { action: 'reject' })
    await yosan('correct', folder, await downloaded(...corrections))
    await yosan('extract', space, '--out', folder, '--quiet')
    await yosan('baseline', folder, '--baseline', join(sources, 'baseline.tsv'), '--quiet')
    expect((await yosan('check', sources, '--quiet')).code).toBe(1)
    const file = join(folder, 'corrections.csv')
    expect(await yosan('check', sources, '--corrections', file, '--quiet')).toEqual({ code: 0, out: '', err: '' })
    await expect(keptIn(sources)).rejects.toThrow('ENOENT')
    await cp(file, join(sources, 'corrections.csv'))
    expect((await yosan('check', sources, '--quiet')).code).toBe(0)
  })

  it('is not what check does with a data set', async () => {
    await yosan('baseline', folder, '--quiet')
    const { code, err } = await yosan('check', folder, '--corrections', await downloaded(one))
    expect([code, err]).toEqual([
      1,
      `yosan: ${folder} is a data set, which check takes as it is: give --corrections to yosan extract, or name the folder of the documents.\n`,
    ])
  })
})
