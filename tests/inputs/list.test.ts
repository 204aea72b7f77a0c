import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { namesIn as linesIn } from '../../src/inputs/list.js'
import { folderOf, listIn, namesIn } from './folders.js'

describe('the lines of a list', () => {
  it.each([
    ['one', '1.pdf', ['1.pdf']],
    ['some', '1.pdf\n2.pdf\n', ['1.pdf', '2.pdf']],
    ['from Windows', '1.pdf\r\n2.pdf\r\n', ['1.pdf', '2.pdf']],
    ['from long ago', '1.pdf\r2.pdf\r', ['1.pdf', '2.pdf']],
    ['with a mark of UTF-8', '\ufeff1.pdf\n', ['1.pdf']],
    ['with a mark before a remark', '\ufeff# 予算\r\n1.pdf', ['1.pdf']],
    ['with remarks', '# 予算\n1.pdf\n  # 決算\n2.pdf # 案\n#3.pdf', ['1.pdf', '2.pdf # 案']],
    ['with empty lines', '\n\n1.pdf\n \t\n　\n2.pdf\n\n', ['1.pdf', '2.pdf']],
    ['with space around', '  1.pdf \n\t2 a.pdf\t', ['1.pdf', '2 a.pdf']],
    ['in Japanese', '予算（案）.pdf', ['予算（案）.pdf']],
    ['in folders', './1.pdf\n../2.pdf\nr7/3.pdf', ['1.pdf', '../2.pdf', 'r7/3.pdf']],
    ['twice', '1.pdf\n1.pdf', ['1.pdf', '1.pdf']],
  ])('%s', async (_, text, names) => {
    const folder = await folderOf()
    const list = await listIn(folder, text)
    expect(await linesIn(list)).toEqual(names.map((name) => join(folder, name)))
  })

  it('may be addresses and absolute paths', async () => {
    const list = await listIn(await folderOf(), 'https://example.jp/1.pdf#page=1\n/r7/1.pdf\nftp://example.jp/')
    expect(await linesIn(list)).toEqual(['https://example.jp/1.pdf#page=1', '/r7/1.pdf', 'ftp://example.jp/'])
  })
})

describe('a list', () => {
  it('stands for what its lines stand for, in their order', async () => {
    const folder = await folderOf('b.pdf', 'a.pdf', 'r7/2.pdf', 'r7/1.pdf', 'r6/x.txt', 'r6/y.txt')
    const list = await listIn(folder, 'b.pdf\nr7\nhttps://example.jp/1.pdf#page=2\nr6/*.txt\nnone.pdf\na.pdf\n')
    const names = [
      'b.pdf',
      'r7/1.pdf',
      'r7/2.pdf',
      'https://example.jp/1.pdf',
      'r6/x.txt',
      'r6/y.txt',
      'none.pdf',
      'a.pdf',
    ]
    expect(await namesIn(folder, [`@${list}`])).toEqual({ names, failures: [] })
  })

  it('counts paths from its own folder, wherever the program is', async () => {
    const folder = await folderOf('lists/1.pdf', 'other/', '2.pdf')
    await listIn(join(folder, 'lists'), '1.pdf\n../*.pdf')
    const before = process.cwd()
    onTestFinished(() => process.chdir(before))
    process.chdir(join(folder, 'other'))
    expect((await namesIn('', ['@../lists/list.txt'])).names).toEqual(['../lists/1.pdf', '../2.pdf'])
    process.chdir(join(folder, 'lists'))
    expect((await namesIn('', ['@list.txt'])).names).toEqual(['1.pdf', '../2.pdf'])
  })

  it('may stand in a folder with the signs of patterns', async () => {
    const folder = await folderOf('[r7] (案)/1.pdf', '[r7] (案)/2.pdf')
    await listIn(join(folder, '[r7] (案)'), '*.pdf')
    expect((await namesIn(folder, [`@${join(folder, '[r7] (案)', 'list.txt')}`])).names).toEqual([
      '[r7] (案)/1.pdf',
      '[r7] (案)/2.pdf',
    ])
  })

  it('names what stands for nothing', async () => {
    const folder = await folderOf('1.pdf', 'empty/')
    const list = await listIn(folder, 'ftp://example.jp/1.pdf\n*.md\n1.pdf\nempty')
    const { names, failures } = await namesIn(folder, [`@${list}`])
    expect(names).toEqual(['1.pdf'])
    expect(failures.map(({ input, code }) => [input, code])).toEqual([
      ['ftp://example.jp/1.pdf', 'bad_address'],
      [join(folder, '*.md'), 'no_match'],
      [join(folder, 'empty'), 'empty_folder'],
    ])
  })

  it('does not find what is in the folder of the output', async () => {
    const folder = await folderOf('1.pdf', 'out/originals/2.pdf')
    const list = await listIn(await folderOf(), folder)
    expect((await namesIn(folder, [`@${list}`], join(folder, 'out'))).names).toEqual(['1.pdf'])
  })

  it('must not name another list', async () => {
    const folder = await folderOf('1.pdf')
    const list = await listIn(folder, '1.pdf\n@more.txt\n@most.txt')
    const message = `The list ${list} names another list, @more.txt: put its lines in.`
    expect(await namesIn(folder, [`@${list}`])).toEqual({
      names: [],
      failures: [{ input: `@${list}`, code: 'bad_value', message }],
    })
  })

  it.each(['', '\ufeff', '\n\r\n \n', '# 予算\n#1.pdf'])('must name something: %j', async (text) => {
    const folder = await folderOf()
    const list = await listIn(folder, text)
    expect(await namesIn(folder, [`@${list}`])).toEqual({
      names: [],
      failures: [{ input: `@${list}`, code: 'empty_list', message: `The list ${list} names nothing.` }],
    })
  })

  it.each(['none.txt', 'r7', 'r7/list.txt/none'])('must be there: %s', async (name) => {
    const folder = await folderOf('1.pdf', 'r7/list.txt')
    const list = join(folder, name)
    const message = `The list ${list} cannot be read: check its name.`
    expect(await namesIn(folder, [`@${list}`, join(folder, '1.pdf')])).toEqual({
      names: ['1.pdf'],
      failures: [{ input: `@${list}`, code: 'missing_file', message }],
    })
  })

  it('may be long', async () => {
    const folder = await folderOf('1.pdf')
    const lines = Array.from({ length: 5000 }, (_, i) => `${i}.pdf`)
    await mkdir(join(folder, 'r7'))
    const list = join(folder, 'r7', 'list.txt')
    await writeFile(list, lines.join('\n'))
    expect((await namesIn(join(folder, 'r7'), [`@${list}`])).names).toEqual(lines)
  })

  it('may be named from afar', async () => {
    const folder = await folderOf('1.pdf')
    const list = relative(process.cwd(), await listIn(folder, '1.pdf'))
    expect((await namesIn('', [`@${list}`])).names).toEqual([join(relative(process.cwd(), folder), '1.pdf')])
  })
})
