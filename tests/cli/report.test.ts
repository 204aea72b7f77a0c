import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newFolder } from './data-sets.js'
import { yosan } from './yosan.js'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')

let [folder, input] = ['', '']
beforeAll(async () => {
  folder = await newFolder()
  input = join(await newFolder(), 'r6-draft.md')
  await cp(join(fixtures, 'editions', 'r6-draft.md'), input)
  expect(await yosan('extract', input, '--out', folder, '--quiet')).toMatchObject({ code: 0 })
})

describe('yosan report', () => {
  it('writes one page into the folder of a data set of one document', async () => {
    expect(await yosan('report', folder)).toEqual({
      code: 0,
      out: `1 document. Open ${join(folder, 'report.html')}\n`,
      err: '',
    })
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>\n/u)
  })

  it('writes where it is told to, and says so as one JSON object', async () => {
    const to = join(await newFolder(), 'deep', 'a.html')
    const { code, out } = await yosan('report', folder, '--to', to, '--json')
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { page: to, pages: [to], documents: ['r6-draft-md'], withoutPictures: [] },
    ])
    expect(await yosan('report', folder, '--to', to, '--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  it('writes several documents into a folder below', async () => {
    const many = await newFolder()
    await yosan('extract', join(fixtures, 'editions'), '--out', many, '--quiet')
    const { code, out } = await yosan('report', many)
    expect([code, out]).toEqual([0, `2 documents. Open ${join(many, 'report', 'index.html')}\n`])
    expect((await readdir(join(many, 'report'))).length).toBe(3)
  })

  it('says whose file it has not found, with exit code 2, until it is told where that is', async () => {
    const copy = await newFolder()
    for (const name of await readdir(folder)) if (name.endsWith('.json')) await cp(join(folder, name), join(copy, name))
    const page = join(copy, 'report.html')
    expect(await yosan('report', copy)).toEqual({
      code: 2,
      out: `1 document. Open ${page}\n\nNot found, so that pages have no pictures (name their folder: yosan report DIR FOLDER):\n  r6-draft.md\n`,
      err: '',
    })
    expect((await yosan('report', copy, join(fixtures, 'editions'))).code).toBe(0)
  })
})

describe('misuse is one sentence on stderr and exit code 1', () => {
  it.each<[args: readonly string[], err: string]>([
    [[], 'Name the folder of a data set: yosan report DIR [DOCUMENTS...]'],
    [['/nowhere'], 'Cannot read /nowhere/documents.json: run yosan extract first, or name the folder of its data set.'],
    [['DIR', '--workers', '0'], "--workers takes a whole number from 1 to 256, not '0'."],
    [['DIR', '/nowhere'], '/nowhere does not exist: check the name.'],
    [['DIR', '--too', 'x'], 'Unknown option --too. Did you mean --to?'],
  ])('%j', async (args, err) => {
    const { code, out, err: said } = await yosan('report', ...args.map((arg) => (arg === 'DIR' ? folder : arg)))
    expect([code, out, said]).toEqual([1, '', `yosan: ${err}\n`])
  })

  it('a page of somebody else', async () => {
    const to = join(await newFolder(), 'a.html')
    await writeFile(to, '<p>')
    const { code, err } = await yosan('report', folder, '--to', to)
    expect([code, err]).toEqual([1, `yosan: ${to} is there and no page of yosan: choose another place with --to.\n`])
    expect(await readFile(to, 'utf8')).toBe('<p>')
  })

  it('corrections that cannot be read', async () => {
    const copy = await newFolder()
    await cp(folder, copy, { recursive: true })
    await writeFile(join(copy, 'corrections.csv'), 'x')
    const { code, err } = await yosan('report', copy)
    expect([code, err.split(':')[1]]).toEqual([
      1,
      ` ${join(copy, 'corrections.csv')} has no column ${err.match(/column (.*?):/u)?.[1]}`,
    ])
  })
})
