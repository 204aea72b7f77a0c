import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Earlier, writeFiles } from '../../src/files.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yosan-'))
})

/** Writes whole files, some in two pieces. */
const write = (to: string, files: ReadonlyMap<string, string>, earlier: readonly Earlier[] = []) =>
  writeFiles({ folder: to, temporary: join(to, '.half'), earlier }, piecesOf(files))

async function* piecesOf(files: ReadonlyMap<string, string>) {
  for (const [file, text] of files) yield { file, text: text.slice(0, 3) }
  for (const [file, text] of files) yield { file, text: text.slice(3) }
}

const namesIn = async (path: string) => (await readdir(path)).filter((name) => name !== '.half')

describe('writeFiles', () => {
  const files = new Map([
    ['a.json', '[]\n'],
    ['b.csv', '"x"\r\n'],
  ])

  it('makes the folder and writes every file as it is', async () => {
    const out = join(folder, 'deep', 'out')
    expect(await write(out, files)).toEqual([join(out, 'a.json'), join(out, 'b.csv')])
    expect(await namesIn(out)).toEqual(['a.json', 'b.csv'])
    expect(await readFile(join(out, 'b.csv'), 'utf8')).toBe('"x"\r\n')
  })

  it('replaces what was there', async () => {
    await write(folder, new Map([['a.json', 'a longer text than the new one']]))
    await write(folder, files)
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('[]\n')
  })

  it('leaves no temporary file when it fails', async () => {
    await mkdir(join(folder, 'a.json', 'full'), { recursive: true })
    await expect(write(folder, files)).rejects.toMatchObject({ code: 'unwritable_output' })
    expect(await namesIn(folder)).toEqual(['a.json'])
    expect(await readdir(join(folder, '.half'))).toEqual([])
  })

  it('starts anew where a run that was killed left half a file', async () => {
    await mkdir(join(folder, '.half'))
    await writeFile(join(folder, '.half', 'file.0'), 'half')
    await write(folder, files)
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('[]\n')
  })

  it('leaves nothing when the pieces end in an error', async () => {
    const pieces = async function* () {
      yield { file: 'a.json', text: '[' }
      throw new Error('no more')
    }
    const places = { folder, temporary: join(folder, '.half') }
    await expect(writeFiles(places, pieces())).rejects.toThrow('no more')
    expect([...(await namesIn(folder)), ...(await readdir(join(folder, '.half')))]).toEqual([])
  })

  it.each([
    ['file', 'a file stands in its path'],
    ['file/out', 'a file stands in its path'],
  ])('says why %s cannot be written to', async (name, reason) => {
    await writeFile(join(folder, 'file'), '')
    const out = join(folder, name)
    const message = `Cannot write to the folder ${out}: ${reason}.`
    await expect(write(out, files)).rejects.toMatchObject({ name: 'YosanError', message })
  })

  const tables = { folder: 'tables', isOne: (name: string) => name.endsWith('-t1.csv') }
  const grid = (name: string) => new Map([...files, [`tables/${name}`, '"1"\r\n']])

  it('writes into folders below and removes what an earlier run left there', async () => {
    await write(folder, grid('a-t1.csv'), [tables])
    await writeFile(join(folder, 'tables', 'notes.csv'), '')
    expect(await write(folder, grid('b-t1.csv'), [tables])).toContain(join(folder, 'tables', 'b-t1.csv'))
    expect(await readdir(join(folder, 'tables'))).toEqual(['b-t1.csv', 'notes.csv'])
  })

  it('removes a folder below that it leaves empty', async () => {
    await write(folder, grid('a-t1.csv'), [tables])
    await write(folder, files, [tables])
    expect(await namesIn(folder)).toEqual(['a.json', 'b.csv'])
  })

  it('removes nothing when it cannot write', async () => {
    await write(folder, grid('a-t1.csv'), [tables])
    await mkdir(join(folder, 'tables', 'b-t1.csv', 'full'), { recursive: true })
    await expect(write(folder, grid('b-t1.csv'), [tables])).rejects.toMatchObject({ code: 'unwritable_output' })
    expect(await readdir(join(folder, 'tables'))).toEqual(['a-t1.csv', 'b-t1.csv'])
  })

  // Node's own recursive mkdir never comes back from here.
  it.runIf(existsSync('/proc/self'))('gives up where no folder can be made', async () => {
    const message = 'Cannot write to the folder /proc/out: no folder can be made there.'
    await expect(write('/proc/out', files)).rejects.toMatchObject({ message })
  })
})
