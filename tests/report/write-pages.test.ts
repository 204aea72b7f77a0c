import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { YosanError } from '../../src/errors.js'
import { generator, partMark } from '../../src/report/page-shell.js'
import { claimPage, removeStalePages, writePage } from '../../src/report/write-pages.js'
import { newFolder } from '../cli/data-sets.js'

const page = (text: string) => `<!doctype html>\n${generator}\n${text}`

const fault = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('writePage', () => {
  it('writes pieces one after another, into a folder that it makes', async () => {
    const path = join(await newFolder(), 'a', 'b', '予算.html')
    await writePage(path, [page('一'), '', '二'])
    expect(await readFile(path, 'utf8')).toBe(page('一二'))
    expect(await readdir(join(path, '..'))).toEqual(['予算.html'])
  })

  it('replaces a page of ours, and only once it is whole', async () => {
    const path = join(await newFolder(), 'a.html')
    await writePage(path, [page('before')])
    const seen: string[] = []
    const pieces = async function* () {
      yield page('a')
      seen.push(await readFile(path, 'utf8'))
      yield 'fter'
      seen.push(await readFile(path, 'utf8'))
    }
    await writePage(path, pieces())
    expect(seen).toEqual([page('before'), page('before')])
    expect(await readFile(path, 'utf8')).toBe(page('after'))
  })

  it.each([new Error('in the pieces'), new YosanError('interrupted', 'Interrupted.')])(
    'leaves nothing half-written after %s',
    async (error) => {
      const folder = await newFolder()
      const path = join(folder, 'a.html')
      const pieces = async function* () {
        yield page('half')
        throw error
      }
      expect(await fault(writePage(path, pieces()))).toBe(error)
      expect(await readdir(folder)).toEqual([])
      await writePage(path, [page('before')])
      expect(await fault(writePage(path, pieces()))).toBe(error)
      expect(await readdir(folder)).toEqual(['a.html'])
      expect(await readFile(path, 'utf8')).toBe(page('before'))
    },
  )

  it.each<[what: string, text: string]>([
    ['a page of somebody else', '<!doctype html><title>x</title>'],
    ['an empty file', ''],
    ['a page that speaks of ours far below its head', `${' '.repeat(5000)}${generator}`],
    ['bytes', '\u0000\u0001'],
  ])('does not replace %s, nor begin the work', async (_, text) => {
    const folder = await newFolder()
    const path = join(folder, 'a.html')
    await writeFile(path, text)
    let isBegun = false
    const pieces = function* () {
      isBegun = true
      yield ''
    }
    const message = `${path} is there and no page of yosan: choose another place with --to.`
    expect(await fault(writePage(path, pieces()))).toMatchObject({ code: 'unwritable_output', message })
    expect(await fault(claimPage(path))).toMatchObject({ code: 'unwritable_output', message })
    expect([isBegun, await readFile(path, 'utf8'), await readdir(folder)]).toEqual([false, text, ['a.html']])
  })

  it('does not replace a folder, nor write where a file stands in the path or the name is too long', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'a.html'))
    await writeFile(join(folder, 'file'), '')
    const messageOf = async (path: string) => ((await fault(writePage(path, [page('')]))) as YosanError).message
    expect(await messageOf(join(folder, 'a.html'))).toContain('is there and no page of yosan')
    expect(await messageOf(join(folder, 'file', 'a.html'))).toMatch(/^Cannot write to the folder .*: a file stands in/u)
    expect(await messageOf(join(folder, `${'a'.repeat(300)}.html`))).toMatch(/: the name of a file is too long\.$/u)
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'file'])
  })
})

describe('removeStalePages', () => {
  it('removes pages of a report that were not written now, and nothing else', async () => {
    const folder = await newFolder()
    const ours = ['index.html', 'stale.html', '古い.html', 'kept.html', 'か\u3099.html', 'page.htm', 'page.html.bak']
    for (const name of ours) await writeFile(join(folder, name), page(partMark))
    await writeFile(join(folder, 'alone.html'), page('of a data set of one document'))
    await writeFile(join(folder, 'theirs.html'), '<!doctype html>')
    await writeFile(join(folder, 'data.json'), page(''))
    await mkdir(join(folder, 'folder.html'))
    await symlink('/nowhere/a.html', join(folder, 'dangling.html'))
    await removeStalePages(folder, new Set(['index.html', 'kept.html', 'が.html']))
    expect((await readdir(folder)).sort()).toEqual(
      [
        ...['index.html', 'kept.html', 'か\u3099.html', 'page.htm', 'page.html.bak'],
        ...['alone.html', 'theirs.html', 'data.json', 'folder.html', 'dangling.html'],
      ].sort(),
    )
  })

  it('tells of a folder that is not there', async () => {
    expect(await fault(removeStalePages(join(await newFolder(), 'a'), new Set()))).toMatchObject({
      code: 'unwritable_output',
    })
  })
})
