import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { inWorkshop, moveIn } from '../../src/package/workshop.js'
import { filesIn, newFolder, write } from './packages.js'

let to = ''
let workshop = ''
beforeEach(async () => {
  to = await newFolder()
  workshop = await newFolder()
})

const made = { 'README.md': 'new', 'data/a.csv': 'new', 'datapackage.json': 'new' }

describe('moveIn', () => {
  it('moves all files, and makes their folders', async () => {
    await write(workshop, made)
    await moveIn(workshop, to, [])
    expect(await filesIn(to)).toEqual(made)
    expect(Object.keys(await filesIn(workshop))).toEqual(['data/'])
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
    await write(workshop, made)
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
  ])('moves nothing where %s is in the way', async (_, path, stand) => {
    await write(to, { LICENSE: 'theirs' })
    await stand()
    await write(workshop, made)
    const names = await readdir(to, { recursive: true })
    await expect(moveIn(workshop, to, [])).rejects.toMatchObject(cannot(path))
    expect(await readdir(to, { recursive: true })).toEqual(names)
    expect(await filesIn(workshop)).toEqual(made)
  })

  it('moves nothing where a folder stands for a file of the edition before', async () => {
    await write(to, { 'README.md/x': 'theirs', 'data/a.csv': 'old' })
    await write(workshop, made)
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

  it('removes what a process that is gone left there, and keeps what is of a living one or of somebody else', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    const kept = [
      `.yosan-package-${process.ppid}-abc`,
      `.yosan-package-${process.pid}-abc`,
      '.yosan-package-',
      '.yosan-package-x-abc',
      `yosan-package-${child.pid}-abc`,
    ]
    for (const name of [...kept, `.yosan-package-${child.pid}-abc`]) await write(to, { [`${name}/data/half.csv`]: '' })
    await inWorkshop(to, async () => {})
    expect((await readdir(to)).sort()).toEqual(kept.sort())
  })
})
