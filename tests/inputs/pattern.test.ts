import { symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isPattern } from '../../src/inputs/pattern.js'
import { folderOf, namesIn } from './folders.js'

describe('isPattern', () => {
  it.each(['*.pdf', 'r?/1.pdf', '[12].pdf', '{a,b}.pdf', 'r7/**/1.pdf'])('%s', (name) => {
    expect(isPattern(name)).toBe(true)
  })

  it.each(['1.pdf', '予算（案）.pdf', '(1).pdf', 'a+b!.pdf', '@1.pdf', ''])('not %j', (name) => {
    expect(isPattern(name)).toBe(false)
  })
})

describe('a pattern', () => {
  const files = [
    '1.pdf',
    '2.pdf',
    '10.pdf',
    'a.txt',
    'b.md',
    'r6/1.pdf',
    'r7/1.pdf',
    'r7/x/2.pdf',
    'r7/1.xlsx',
    '.1.pdf',
  ]

  it.each([
    ['*.pdf', ['1.pdf', '10.pdf', '2.pdf']],
    ['?.pdf', ['1.pdf', '2.pdf']],
    ['[13].pdf', ['1.pdf']],
    ['[!13].pdf', ['2.pdf']],
    ['[0-9]*.pdf', ['1.pdf', '10.pdf', '2.pdf']],
    ['{1,a}.*', ['1.pdf', 'a.txt']],
    ['*', ['1.pdf', '10.pdf', '2.pdf', 'a.txt', 'b.md']],
    ['*/*.pdf', ['r6/1.pdf', 'r7/1.pdf']],
    ['r?/1.*', ['r6/1.pdf', 'r7/1.pdf']],
    ['**/1.pdf', ['1.pdf', 'r6/1.pdf', 'r7/1.pdf']],
    ['r7/**', ['r7/1.pdf', 'r7/x/2.pdf']],
    ['r7/**/*.pdf', ['r7/1.pdf', 'r7/x/2.pdf']],
    ['{r6,r7/x}/*', ['r6/1.pdf', 'r7/x/2.pdf']],
    ['r6/../*.md', ['b.md']],
    ['.*.pdf', ['.1.pdf']],
  ])('%s', async (pattern, names) => {
    const folder = await folderOf(...files)
    expect(await namesIn(folder, [join(folder, pattern)])).toEqual({ names, failures: [] })
    expect(await namesIn(folder, [`${folder}/${pattern}`])).toEqual({ names, failures: [] })
  })

  it.each(['*.docx', '*.xlsx', 'r8/*.pdf', '[9].pdf', '*.PDF', '{x,y}.pdf', '**/9.pdf', 'r*', '*.', '[1.pdf'])(
    '%s fits nothing',
    async (name) => {
      const folder = await folderOf(...files)
      const input = join(folder, name)
      const message = `No file that ends in .pdf, .txt, .md fits ${input}.`
      expect(await namesIn(folder, [input])).toEqual({ names: [], failures: [{ input, code: 'no_match', message }] })
    },
  )

  it('leaves folders alone that have the names of documents', async () => {
    const folder = await folderOf('1.pdf', '2.pdf/')
    expect((await namesIn(folder, [join(folder, '*.pdf')])).names).toEqual(['1.pdf'])
  })

  it('counts from the folder in which the program is', async () => {
    const folder = await folderOf('a/1.pdf', 'a/b/2.pdf')
    const before = process.cwd()
    onTestFinished(() => process.chdir(before))
    process.chdir(join(folder, 'a'))
    expect((await namesIn('', ['*.pdf', './*/*.pdf'])).names).toEqual(['1.pdf', 'b/2.pdf'])
    process.chdir(join(folder, 'a', 'b'))
    expect((await namesIn('', ['../*.pdf'])).names).toEqual(['../1.pdf'])
  })

  it('gives paths as it is named itself', async () => {
    const folder = await folderOf('a/1.pdf')
    expect((await namesIn('', [join(folder, '*', '*.pdf')])).names).toEqual([join(folder, 'a', '1.pdf')])
    const short = relative(process.cwd(), folder)
    expect((await namesIn('', [join(short, '*', '*.pdf')])).names).toEqual([join(short, 'a', '1.pdf')])
  })

  it('ends where links lead round in a circle', async (context) => {
    const folder = await folderOf('a/1.pdf')
    await symlink(folder, join(folder, 'a', 'up'), 'junction').catch(() => context.skip())
    expect((await namesIn(folder, [join(folder, '**', '*.pdf')])).names).toContain('a/1.pdf')
  })
})

describe('names with the signs of patterns', () => {
  it.each(['[1].pdf', '*.pdf', '?.pdf', '{a,b}.pdf', '[予算.pdf'])('%s is the file that has it', async (name) => {
    const folder = await folderOf(name, '1.pdf', 'a.pdf')
    expect((await namesIn(folder, [join(folder, name)])).names).toEqual([name])
  })

  it.each(['r7 [案]', 'r7 (案)', '予算（案）', '{r6,r7}', 'r*', 'r?', '!r7', '@(r7)', '+(r7)', 'a|b'])(
    'a pattern below the folder %s',
    async (name) => {
      const folder = await folderOf(`${name}/1.pdf`, `${name}/x/2.pdf`, 'r6/3.pdf', 'r7/4.pdf')
      expect((await namesIn(folder, [join(folder, name, '*.pdf')])).names).toEqual([`${name}/1.pdf`])
      expect((await namesIn(folder, [join(folder, name, '**', '*.pdf')])).names).toEqual([
        `${name}/1.pdf`,
        `${name}/x/2.pdf`,
      ])
    },
  )

  it.each([
    ['*(案).pdf', '予算(案).pdf'],
    ['予算(案)*', '予算(案)1.pdf'],
    ['予算?(案).pdf', '予算1(案).pdf'],
    ['!*.pdf', '!1.pdf'],
    ['a+(1)*', 'a+(1).pdf'],
    ['@(1)*', '@(1).pdf'],
    ['**/(案)*', 'r7/(案)1.pdf'],
  ])('%s takes brackets and the like as they are', async (pattern, name) => {
    const folder = await folderOf(name, '案.pdf', '1.pdf', 'a1.pdf')
    expect((await namesIn(folder, [join(folder, pattern)])).names).toEqual([name])
  })
})

describe('the folder of the output', () => {
  it('is not searched by a pattern around it', async () => {
    const folder = await folderOf('1.pdf', 'out/originals/2.pdf', 'outside/3.pdf')
    const names = ['1.pdf', 'outside/3.pdf']
    expect((await namesIn(folder, [join(folder, '**', '*.pdf')], join(folder, 'out'))).names).toEqual(names)
  })

  it('is searched by a pattern of its own', async () => {
    const folder = await folderOf('out/originals/2.pdf')
    expect((await namesIn(folder, [join(folder, 'out', '**')], join(folder, 'out'))).names).toEqual([
      'out/originals/2.pdf',
    ])
  })
})
