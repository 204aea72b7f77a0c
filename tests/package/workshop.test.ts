import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { inWorkshop, moveIn, settle } from '../../src/package/workshop.js'
import { filesIn, newFolder, write } from './packages.js'

let to = ''
let workshop = ''
beforeEach(async () => {
  to = await newFolder()
  workshop = await newFolder()
})

/** The files of a package as they stand in a workshop. */
const inIt = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`package/${path}`, text]))

const made = { 'README.md': 'new', 'data/a.csv': 'new', 'datapackage.json': 'new' }

describe('moveIn', () => {
  it('moves all files, and makes their folders', async () => {
    await write(workshop, inIt(made))
    await moveIn(workshop, to, [])
    expect(await filesIn(to)).toEqual(made)
    expect(Object.keys(await filesIn(workshop)).sort()).toEqual(['package/data/', 'stale.json'])
  })

  it('replaces what the edition before had, removes what only that had, and leaves the rest alone', async () => {
    const others = { LICENSE: 'theirs', '.git/config': 'theirs', 'data/notes.txt': 'theirs', 'old/notes.txt': 'theirs' }
    const earlier = {
      'README.md': 'old',
      'data/a.csv': 'old',
      'data/b.csv': 'old',
      'old/a.csv': 'old',
      'gone/a.csv': 'old',
    }
    await write(to, { ...others, ...earlier })
    await write(workshop, inIt(made))
    await moveIn(workshop, to, [...Object.keys(earlier), 'never/there.csv'])
    expect(await filesIn(to)).toEqual({ ...others, ...made })
  })

  const cannot = (path: string) => ({
    code: 'unwritable_output',
    message: `${join(to, path)} is there and of no package: move it away, or choose another folder with --to.`,
  })

  it.each<[what: string, path: string, stand: () => Promise<unknown>]>([
    ['a file', 'README.md', () => write(to, { 'README.md': 'theirs' })],
    ['a file below', 'data/a.csv', () => write(to, { 'data/a.csv': 'theirs' })],
    ['the last file', 'datapackage.json', () => write(to, { 'datapackage.json': 'theirs' })],
    ['a folder by the name of a file', 'README.md', () => write(to, { 'README.md/x': 'theirs' })],
    [
      'an empty folder by the name of a file',
      'data/a.csv',
      () => mkdir(join(to, 'data', 'a.csv'), { recursive: true }),
    ],
    ['a file by the name of a folder', 'data', () => write(to, { data: 'theirs' })],
    ['a link that leads nowhere', 'README.md', () => symlink('/nowhere', join(to, 'README.md'))],
    ['a link that leads nowhere, by the name of a folder', 'data', () => symlink('/nowhere', join(to, 'data'))],
    ['a link to a folder elsewhere', 'data', () => symlink(workshop, join(to, 'data'))],
  ])('moves nothing where %s is in the way', async (_, path, stand) => {
    await write(to, { LICENSE: 'theirs' })
    await stand()
    await write(workshop, inIt(made))
    const names = await readdir(to, { recursive: true })
    await expect(moveIn(workshop, to, [])).rejects.toMatchObject(cannot(path))
    expect(await readdir(to, { recursive: true })).toEqual(names)
    expect(await filesIn(workshop)).toEqual(inIt(made))
  })

  it('moves nothing where a folder stands for a file of the edition before', async () => {
    await write(to, { 'README.md/x': 'theirs', 'data/a.csv': 'old' })
    await write(workshop, inIt(made))
    await expect(moveIn(workshop, to, ['README.md', 'data/a.csv'])).rejects.toMatchObject(cannot('README.md'))
    expect(await filesIn(to)).toEqual({ 'README.md/x': 'theirs', 'data/a.csv': 'old' })
  })
})

describe('inWorkshop', () => {
  it('works in a folder of its own below the other, which it makes, and removes its own', async () => {
    const deep = join(to, 'a', 'b')
    const seen = await inWorkshop(deep, async (folder) => {
      await writeFile(join(folder, 'x'), '')
      expect((await stat(folder)).isDirectory()).toBe(true)
      return folder
    })
    expect(seen).toMatch(new RegExp(`^${deep}/\\.yosan-package-${process.pid}-`, 'u'))
    expect(await filesIn(to)).toEqual({ 'a/b/': '' })
  })

  it('removes its own when the work fails, and says why', async () => {
    await write(to, { LICENSE: 'theirs' })
    const failing = inWorkshop(to, async (folder) => {
      await writeFile(join(folder, 'x'), '')
      throw new RangeError('no work')
    })
    await expect(failing).rejects.toEqual(new RangeError('no work'))
    expect(await filesIn(to)).toEqual({ LICENSE: 'theirs' })
  })

  it('says in one sentence that a folder cannot be written to', async () => {
    await writeFile(join(to, 'file'), '')
    for (const path of [join(to, 'file'), join(to, 'file', 'below')])
      await expect(inWorkshop(path, async () => {})).rejects.toMatchObject({
        code: 'unwritable_output',
        message: `Cannot write to the folder ${path}: a file stands in its path.`,
      })
    await expect(inWorkshop('/proc/yosan', async () => {})).rejects.toMatchObject({
      code: 'unwritable_output',
      message: expect.stringMatching(/^Cannot write to the folder \/proc\/yosan: [a-z ]+\.$/u),
    })
  })

  it('works beside another one', async () => {
    const names = await inWorkshop(to, () => inWorkshop(to, () => readdir(to)))
    expect(names.length).toBe(2)
    expect(await readdir(to)).toEqual([])
  })
})

describe('settle', () => {
  /** The number of a process that is gone. */
  const gone = async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    return child.pid
  }

  it('removes what dead runs left, and keeps what is of a living one or of somebody else', async () => {
    const pid = await gone()
    const kept = [
      `.yosan-package-${process.ppid}-abc`,
      '.yosan-package-',
      '.yosan-package-x-abc',
      `yosan-package-${pid}-abc`,
    ]
    const left = [`.yosan-package-${pid}-abc`, `.yosan-package-${process.pid}-abc`]
    for (const name of [...kept, ...left]) await write(to, { [`${name}/package/data/half.csv`]: '' })
    await settle(to)
    expect((await readdir(to)).sort()).toEqual(kept.sort())
  })

  it('leaves the workshop in which this process is at work', async () => {
    await inWorkshop(to, async (folder) => {
      await settle(to)
      expect((await stat(folder)).isDirectory()).toBe(true)
    })
  })

  it('does nothing where there is no folder', async () => {
    await settle(join(to, 'none'))
    expect(await readdir(to)).toEqual([])
  })

  it('finishes what a run that was killed had begun to move', async () => {
    const pid = await gone()
    const half = `.yosan-package-${pid}-abc`
    await write(to, { LICENSE: 'theirs', 'README.md': 'new', 'data/a.csv': 'old', 'data/b.csv': 'old' })
    await write(to, { [`${half}/package/data/a.csv`]: 'new', [`${half}/package/datapackage.json`]: 'new' })
    await write(to, { [`${half}/stale.json`]: JSON.stringify(['data/b.csv']) })
    await settle(to)
    expect(await filesIn(to)).toEqual({ LICENSE: 'theirs', ...made })
  })

  it.each([
    ['a way out', JSON.stringify(['../notes.txt', '/etc/hosts', '.git/config', 7])],
    ['no list', '{}'],
    ['no JSON', '['],
  ])('removes nothing for a hostile list: %s', async (_, text) => {
    const pid = await gone()
    const theirs = { 'notes.txt': 'theirs', 'a/.git/config': 'theirs' }
    await write(to, { ...theirs, [`a/.yosan-package-${pid}-abc/stale.json`]: text, 'a/x': '' })
    await write(to, { [`a/.yosan-package-${pid}-abc/package/x`]: 'new' })
    await settle(join(to, 'a'))
    expect(await filesIn(to)).toEqual({ ...theirs, 'a/x': _ === 'a way out' ? 'new' : '' })
  })
})
