import { chmod, rm, symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { folderOf, namesIn } from './folders.js'

/** Makes a link where the system lets one. */
const link = async (to: string, path: string): Promise<boolean> =>
  symlink(to, path, 'junction').then(
    () => true,
    () => false,
  )

describe('a folder', () => {
  it('stands for the documents in it and below it, in order of their paths', async () => {
    const folder = await folderOf(
      'b.pdf',
      'a.txt',
      'c/d/e.md',
      'c/a.pdf',
      'c.pdf',
      'D.PDF',
      '予算.pdf',
      'note.xlsx',
      'pdf',
    )
    const names = ['D.PDF', 'a.txt', 'b.pdf', 'c.pdf', 'c/a.pdf', 'c/d/e.md', '予算.pdf']
    expect(await namesIn(folder, [folder])).toEqual({ names, failures: [] })
  })

  it.each(['1.pdf', '1.PDF', '1.Pdf', '1.txt', '1.TXT', '1.md', '1.pdf.txt'])('holds a document: %s', async (name) => {
    const folder = await folderOf(name)
    expect((await namesIn(folder, [folder])).names).toEqual([name])
  })

  it.each(['1.html', '1.pdf.zip', '1.pdf~', 'pdf', '1pdf', '.pdf', '1.pdf/'])('holds no document: %s', async (name) => {
    const folder = await folderOf(name)
    const message = `The folder ${folder} and those below it hold no file that ends in .pdf, .txt, .md.`
    expect(await namesIn(folder, [folder])).toEqual({
      names: [],
      failures: [{ input: folder, code: 'empty_folder', message }],
    })
  })

  it('is empty', async () => {
    const folder = await folderOf()
    expect((await namesIn(folder, [folder])).failures).toMatchObject([{ code: 'empty_folder' }])
  })

  it('may have the name of a document or of a pattern', async () => {
    const folder = await folderOf('r7.pdf/1.pdf', '[r7]*/2.pdf')
    expect((await namesIn(folder, [join(folder, 'r7.pdf'), join(folder, '[r7]*')])).names).toEqual([
      'r7.pdf/1.pdf',
      '[r7]*/2.pdf',
    ])
  })

  it('holds files that look like patterns, lists and addresses', async () => {
    const names = ['#1.pdf', '(1).pdf', '@1.txt', '[1].pdf', 'http:/1.pdf', '{a,b}*?.pdf']
    const folder = await folderOf(...names)
    expect((await namesIn(folder, [folder])).names).toEqual(names)
  })

  it('keeps the way in which it was named', async () => {
    const folder = await folderOf('a/1.pdf')
    const short = relative(process.cwd(), folder)
    expect((await namesIn('', [short])).names).toEqual([join(short, 'a', '1.pdf')])
    expect((await namesIn('', [`${folder}/`])).names).toEqual([join(folder, 'a', '1.pdf')])
  })

  it('leaves alone what begins with a dot', async () => {
    const folder = await folderOf('1.pdf', '.2.pdf', '.git/3.pdf', 'a/.cache/4.pdf', 'a/._5.pdf')
    expect((await namesIn(folder, [folder])).names).toEqual(['1.pdf'])
  })

  it('is looked into although it begins with a dot, when it is named', async () => {
    const folder = await folderOf('.git/3.pdf')
    expect((await namesIn(folder, [join(folder, '.git')])).names).toEqual(['.git/3.pdf'])
  })

  it('may be the one in which the program is', async () => {
    const folder = await folderOf('1.pdf', 'a/2.pdf')
    const before = process.cwd()
    onTestFinished(() => process.chdir(before))
    process.chdir(folder)
    expect((await namesIn('', ['.'])).names).toEqual(['1.pdf', 'a/2.pdf'])
  })
})

describe('links', () => {
  it('that lead round in a circle end', async (context) => {
    const folder = await folderOf('1.pdf', 'a/b/2.pdf')
    if (!(await link(folder, join(folder, 'a', 'up')))) context.skip()
    await link(join(folder, 'a'), join(folder, 'a', 'b', 'self'))
    expect(await namesIn(folder, [folder])).toEqual({ names: ['1.pdf', 'a/b/2.pdf'], failures: [] })
  })

  it('to a folder elsewhere are followed', async (context) => {
    const elsewhere = await folderOf('2.pdf')
    const folder = await folderOf('1.pdf')
    if (!(await link(elsewhere, join(folder, 'more')))) context.skip()
    expect((await namesIn(folder, [folder])).names).toEqual(['1.pdf', 'more/2.pdf'])
  })

  it('to a folder that is there anyway do not show its documents twice', async (context) => {
    const folder = await folderOf('b/1.pdf')
    if (!(await link(join(folder, 'b'), join(folder, 'c')))) context.skip()
    expect((await namesIn(folder, [folder])).names).toEqual(['b/1.pdf'])
  })

  it('to a document that is gone are passed on', async (context) => {
    const folder = await folderOf('1.pdf', 'gone.pdf')
    if (!(await link(join(folder, 'gone.pdf'), join(folder, '2.pdf')))) context.skip()
    await rm(join(folder, 'gone.pdf'))
    expect((await namesIn(folder, [folder])).names).toEqual(['1.pdf', '2.pdf'])
  })

  it('to itself are passed on', async (context) => {
    const folder = await folderOf('1.pdf')
    if (!(await link('2.pdf', join(folder, '2.pdf')))) context.skip()
    expect(await namesIn(folder, [folder])).toEqual({ names: ['1.pdf', '2.pdf'], failures: [] })
  })
})

describe('the folder of the output', () => {
  it('is not looked into', async () => {
    const folder = await folderOf('1.pdf', 'out/originals/2.pdf', 'outside/3.pdf')
    const names = ['1.pdf', 'outside/3.pdf']
    for (const except of [join(folder, 'out'), join(folder, 'a', '..', 'out'), `${folder}/out/`])
      expect((await namesIn(folder, [folder], except)).names).toEqual(names)
    expect((await namesIn(folder, [folder], relative(process.cwd(), join(folder, 'out')))).names).toEqual(names)
  })

  it('is not looked into by another name either', async (context) => {
    const folder = await folderOf('1.pdf', 'in/2.pdf', 'out/originals/3.pdf')
    if (!(await link(join(folder, 'out'), join(folder, 'in', 'link')))) context.skip()
    expect((await namesIn(folder, [folder], join(folder, 'out'))).names).toEqual(['1.pdf', 'in/2.pdf'])
    expect((await namesIn(folder, [folder], join(folder, 'in', 'link'))).names).toEqual(['1.pdf', 'in/2.pdf'])
  })

  it('need not exist', async () => {
    const folder = await folderOf('1.pdf')
    expect((await namesIn(folder, [folder], join(folder, 'out'))).names).toEqual(['1.pdf'])
  })

  it('is all that there is', async () => {
    const folder = await folderOf('out/originals/2.pdf')
    expect((await namesIn(folder, [folder], join(folder, 'out'))).failures).toMatchObject([{ code: 'empty_folder' }])
  })

  it('holds what is named itself', async () => {
    const folder = await folderOf('out/originals/2.pdf')
    const originals = join(folder, 'out', 'originals')
    expect((await namesIn(folder, [originals], join(folder, 'out'))).names).toEqual(['out/originals/2.pdf'])
    expect((await namesIn(folder, [join(originals, '2.pdf')], join(folder, 'out'))).names).toHaveLength(1)
  })
})

// Root reads what it likes, and Windows has no such rights.
describe.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder that cannot be read', () => {
  const closed = async (...names: string[]) => {
    const folder = await folderOf(...names, 'closed/2.pdf')
    const path = join(folder, 'closed')
    await chmod(path, 0)
    onTestFinished(() => chmod(path, 0o700))
    return { folder, failure: { input: path, code: 'unreadable_file', message: `The folder ${path} cannot be read.` } }
  }

  it('fails alone', async () => {
    const { folder, failure } = await closed('1.pdf', 'd/3.pdf')
    expect(await namesIn(folder, [folder])).toEqual({ names: ['1.pdf', 'd/3.pdf'], failures: [failure] })
  })

  it('fails when nothing else is there', async () => {
    const { folder, failure } = await closed()
    expect(await namesIn(folder, [folder])).toEqual({ names: [], failures: [failure] })
  })

  it('fails when it is named', async () => {
    const { folder, failure } = await closed()
    expect(await namesIn(folder, [join(folder, 'closed')])).toEqual({ names: [], failures: [failure] })
  })
})
