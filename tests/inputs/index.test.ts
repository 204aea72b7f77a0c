import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findInputs } from '../../src/inputs/index.js'
import { folderOf, listIn, namesIn } from './folders.js'

describe('findInputs', () => {
  it('gives files and addresses for names of all kinds, in their order', async () => {
    const folder = await folderOf('z.pdf', 'a/2.pdf', 'a/1.pdf', 'b/3.txt', 'c/4.pdf')
    const list = await listIn(join(folder, 'c'), '4.pdf')
    const names = ['z.pdf', 'b/*', 'a'].map((name) => join(folder, name))
    expect(await findInputs(['https://example.jp/#top', ...names, `@${list}`])).toEqual({
      inputs: [
        { kind: 'address', address: 'https://example.jp/' },
        ...['z.pdf', 'b/3.txt', 'a/1.pdf', 'a/2.pdf', 'c/4.pdf'].map((name) => ({
          kind: 'file',
          path: join(folder, name),
        })),
      ],
      failures: [],
    })
  })

  it('gives nothing for nothing', async () => {
    expect(await findInputs([])).toEqual({ inputs: [], failures: [] })
  })

  it.each(['none.pdf', 'none', 'note.xlsx', 'none/1.pdf', 'z.pdf/1.pdf'])(
    'passes a file on as it is named: %s',
    async (name) => {
      const folder = await folderOf('z.pdf', 'note.xlsx')
      expect(await namesIn(folder, [join(folder, name)])).toEqual({ names: [name], failures: [] })
    },
  )

  it('gives a file once, by the first of its names', async () => {
    const folder = await folderOf('1.pdf', 'a/2.pdf')
    const list = await listIn(folder, './1.pdf\na/../1.pdf\na')
    const one = join(folder, '1.pdf')
    const names = [
      relative(process.cwd(), one),
      one,
      join(folder, '*.pdf'),
      folder,
      `@${list}`,
      join(folder, 'none.pdf'),
    ]
    expect((await namesIn('', names)).names).toEqual([
      relative(process.cwd(), one),
      join(folder, 'a', '2.pdf'),
      join(folder, 'list.txt'),
      join(folder, 'none.pdf'),
    ])
  })

  it('gives an address once, whatever place in it is named', async () => {
    const names = ['https://example.jp/1.pdf#page=2', 'HTTPS://example.jp:443/1.pdf', 'https://example.jp/1.pdf?v=2']
    const found = await namesIn('', names)
    expect(found).toEqual({ names: ['https://example.jp/1.pdf', 'https://example.jp/1.pdf?v=2'], failures: [] })
  })

  it('names all that stands for nothing and goes on', async () => {
    const folder = await folderOf('1.pdf', 'empty/')
    const names = [
      'ftp://example.jp/',
      `${folder}/*.md`,
      join(folder, 'empty'),
      `@${folder}/none.txt`,
      `${folder}/1.pdf`,
    ]
    const found = await namesIn(folder, names)
    expect(found.names).toEqual(['1.pdf'])
    expect(found.failures.map(({ input, code }) => [input, code])).toEqual([
      [names[0], 'bad_address'],
      [names[1], 'no_match'],
      [names[2], 'empty_folder'],
      [names[3], 'missing_file'],
    ])
  })
})
