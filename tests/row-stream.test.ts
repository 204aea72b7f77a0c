import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTables } from '../src/dataset-folder.js'
import { emit } from '../src/emit/index.js'
import { type Dataset, type TableName, tableNames } from '../src/model/dataset.js'
import type { Figure } from '../src/model/figure.js'
import { streamRows } from '../src/row-stream.js'
import { dataset, figure } from './emit/sample.js'
import { datasetOf, editions, type Files, newFolder, packed, write } from './package/packages.js'

const batchesOf = async <Name extends TableName>(folder: string, name: Name): Promise<Dataset[Name][]> => {
  const batches: Dataset[Name][] = []
  for await (const rows of streamRows(folder, name)) batches.push(rows)
  return batches
}

const streamed = async <Name extends TableName>(folder: string, name: Name) => (await batchesOf(folder, name)).flat()

const folderOf = async (files: Files): Promise<string> => {
  const folder = await newFolder()
  await write(folder, files)
  return folder
}

let json = ''
let csv = ''
beforeAll(async () => {
  const files = await emit(dataset)
  json = files.get('figures.json') ?? ''
  csv = files.get('figures.csv') ?? ''
})

describe('streamRows reads', () => {
  it.each<[what: string, files: () => Files]>([
    ['JSON with a row a line', () => ({ 'figures.json': json })],
    ['JSON with a row a line that ends without a line', () => ({ 'figures.json': json.trimEnd() })],
    ['JSON in one line', () => ({ 'figures.json': JSON.stringify(dataset.figures) })],
    ['JSON in many lines', () => ({ 'figures.json': JSON.stringify(dataset.figures, null, 2) })],
    ['JSON with lines of Windows', () => ({ 'figures.json': json.replaceAll('\n', '\r\n') })],
    ['JSON with a byte order mark', () => ({ 'figures.json': `\ufeff${json}` })],
    ['CSV', () => ({ 'figures.csv': csv })],
    ['CSV with a byte order mark', () => ({ 'figures.csv': `\ufeff${csv}` })],
    ['CSV with lines of Unix', () => ({ 'figures.csv': csv.replaceAll('\r\n', '\n') })],
    ['CSV in data/', () => ({ 'data/figures.csv': csv })],
    ['CSV in data/ with a byte order mark', () => ({ 'data/figures.csv': `\ufeff${csv}` })],
    ['CSV in data/ with lines of Unix', () => ({ 'data/figures.csv': csv.replaceAll('\r\n', '\n') })],
    ['CSV in data/ with blank lines at the end', () => ({ 'data/figures.csv': `${csv}\r\n\r\n` })],
    ['JSON before CSV', () => ({ 'figures.json': json, 'figures.csv': 'x', 'data/figures.csv': 'x' })],
    ['CSV before that in data/', () => ({ 'figures.csv': csv, 'data/figures.csv': 'x' })],
  ])('%s', async (_, files) => {
    expect(await streamed(await folderOf(files()), 'figures')).toEqual(dataset.figures)
  })

  it.each<[what: string, files: Files]>([
    ['[]', { 'issues.json': '[]\n' }],
    ['[ and ]', { 'issues.json': '[\n]\n' }],
    ['a header', { 'issues.csv': '"issue_id","document_id"\r\n' }],
    ['a header in data/', { 'data/issues.csv': '"issue_id","document_id"\r\n' }],
  ])('no rows from %s', async (_, files) => {
    expect(await streamed(await folderOf(files), 'issues')).toEqual([])
  })

  it('what extract and package wrote, as it is read at once', async () => {
    const set = await editions()
    const folder = await folderOf(Object.fromEntries(await emit(set)))
    const made = await packed(folder)
    for (const name of tableNames) {
      expect(await streamed(folder, name)).toEqual(set[name])
      expect(await streamed(made.folder, name)).toEqual((await readTables(made.folder, [name]))[name])
      expect(await streamed(made.folder, name)).toEqual(set[name])
    }
  })

  it('rows some at a time', async () => {
    const figures = Array.from({ length: 4_500 }, (_, i): Figure => ({ ...figure, figure_id: `slides-${i}` }))
    const files = await emit(datasetOf(figures))
    const [text = '', table = ''] = [files.get('figures.json'), files.get('figures.csv')]
    for (const one of [{ 'figures.json': text }, { 'data/figures.csv': table }]) {
      const batches = await batchesOf(await folderOf(one), 'figures')
      expect(batches.flat()).toEqual(figures)
      expect(batches.length).toBeGreaterThan(1)
      for (const { length } of batches) expect(length).toBeLessThanOrEqual(2_000)
    }
  })

  it('any text, also what ends a line elsewhere, across the pieces in which a file comes', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'a研𠮷\u2028\u2029\u0085\n\r,"]}[\\', '],\n', '\n]\n') })
    const notes = fc.array(text, { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(notes, fc.boolean(), async (some, isLong) => {
        const filler = isLong ? '研'.repeat(400_000) : ''
        const figures = some.map(
          (note, i): Figure => ({ ...figure, figure_id: `slides-${i}`, note: `${i === 0 ? filler : ''}${note}x` }),
        )
        const files = await emit(datasetOf(figures))
        const [lines = '', table = ''] = [files.get('figures.json'), files.get('figures.csv')]
        for (const one of [{ 'figures.json': lines }, { 'data/figures.csv': table }])
          expect(await streamed(await folderOf(one), 'figures')).toEqual(figures)
      }),
      { numRuns: 20 },
    )
  })
})

describe('streamRows refuses', () => {
  const lines = () => json.split('\n')

  it.each<[what: string, text: () => string]>([
    ['a file that is cut off in a row', () => json.slice(0, -40)],
    ['a file that is cut off after a row', () => lines().slice(0, -3).join('\n')],
    ['a file without its last line', () => json.replace(/\]\n$/u, '')],
    ['a line of junk', () => lines().with(1, 'junk').join('\n')],
    ['a line that is no row', () => lines().with(1, '{},').join('\n')],
    ['a list in a list', () => lines().with(1, '[').join('\n')],
    ['an empty line', () => lines().with(2, '').join('\n')],
    ['a row with a column too many', () => json.replace('{"', '{"more":1,"')],
    ['a row with a text for a number', () => json.replace('"line":3', '"line":"3"')],
    ['two files in one', () => `${json}${json}`],
    ['junk behind the end', () => `${json}junk\n`],
    ['a mark of a conflict behind the end', () => `${json}>>>>>>> theirs\n`],
    ['nothing', () => ''],
    ['an object', () => '{}\n'],
    ['no list', () => '"figures"\n'],
  ])('%s', async (_, text) => {
    const folder = await folderOf({ 'figures.json': text() })
    const file = join(folder, 'figures.json')
    await expect(streamed(folder, 'figures')).rejects.toMatchObject({
      name: 'YosanError',
      code: 'bad_value',
      message: `${file} is not of this version of yosan: run yosan extract again.`,
    })
  })

  it.each<[what: string, text: () => string, message: string]>([
    [
      'no quote at the end',
      () => csv.slice(0, -3),
      'cannot be read as CSV: a quote is missing, or stands inside a field.',
    ],
    [
      'an unknown value',
      () => csv.replace('"budget"', '"bugdet"'),
      'is not of this version of yosan: run yosan extract again.',
    ],
    [
      'a missing column',
      () => csv.replace('"figure_id"', '"id"'),
      'is not of this version of yosan: run yosan extract again.',
    ],
    [
      'a cut row',
      () => csv.replace(/"slides-p001-002".*\r\n/su, '"slides-p001-002"\r\n'),
      'is not of this version of yosan: run yosan extract again.',
    ],
  ])('a CSV file with %s', async (_, text, message) => {
    for (const path of ['figures.csv', 'data/figures.csv']) {
      const folder = await folderOf({ [path]: text() })
      await expect(streamed(folder, 'figures')).rejects.toMatchObject({
        name: 'YosanError',
        code: 'bad_value',
        message: `${join(folder, path)} ${message}`,
      })
    }
  })

  it('a table that is not there', async () => {
    for (const folder of [await newFolder(), '/nowhere'])
      await expect(streamed(folder, 'figures')).rejects.toMatchObject({
        code: 'missing_file',
        message: `Cannot read ${join(folder, 'figures.json')}: run yosan extract first, or name the folder of its data set.`,
      })
  })

  it.each(['figures.json', 'figures.csv', 'data/figures.csv'])('a folder by the name of %s', async (path) => {
    const folder = await newFolder()
    await mkdir(join(folder, path), { recursive: true })
    await expect(streamed(folder, 'figures')).rejects.toMatchObject({
      name: 'YosanError',
      code: 'unreadable_file',
      message: `Cannot read ${join(folder, path)}: it is a folder.`,
    })
  })

  it('nothing before it is read, and gives whole batches before what is broken', async () => {
    const figures = Array.from({ length: 2_001 }, (_, i): Figure => ({ ...figure, figure_id: `slides-${i}` }))
    const text = (await emit(datasetOf(figures))).get('figures.json') ?? ''
    const rows = streamRows(await folderOf({ 'figures.json': text.slice(0, -40) }), 'figures')
    expect((await rows.next()).value).toEqual(figures.slice(0, 2_000))
    await expect(rows.next()).rejects.toMatchObject({ code: 'bad_value' })
  })
})
