import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { findInputs } from '../../src/inputs.js'
import { writeFiles } from '../../src/write.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yosan-'))
})

describe('writeFiles', () => {
  const files = new Map([
    ['a.json', '[]\n'],
    ['b.csv', '"x"\r\n'],
  ])

  it('makes the folder and writes every file as it is', async () => {
    const out = join(folder, 'deep', 'out')
    expect(await writeFiles(out, files)).toEqual([join(out, 'a.json'), join(out, 'b.csv')])
    expect(await readdir(out)).toEqual(['a.json', 'b.csv'])
    expect(await readFile(join(out, 'b.csv'), 'utf8')).toBe('"x"\r\n')
  })

  it('replaces what was there', async () => {
    await writeFiles(folder, new Map([['a.json', 'a longer text than the new one']]))
    await writeFiles(folder, files)
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('[]\n')
  })

  it('leaves no temporary file when it fails', async () => {
    await mkdir(join(folder, 'a.json', 'full'), { recursive: true })
    await expect(writeFiles(folder, files)).rejects.toMatchObject({ code: 'unwritable_output' })
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it.each([
    ['file', 'a file stands in its path'],
    ['file/out', 'a file stands in its path'],
  ])('says why %s cannot be written to', async (name, reason) => {
    await writeFile(join(folder, 'file'), '')
    const out = join(folder, name)
    const message = `Cannot write to the folder ${out}: ${reason}.`
    await expect(writeFiles(out, files)).rejects.toMatchObject({ name: 'YosanError', message })
  })

  const tables = { folder: 'tables', isOne: (name: string) => name.endsWith('-t1.csv') }
  const grid = (name: string) => new Map([...files, [`tables/${name}`, '"1"\r\n']])

  it('writes into folders below and removes what an earlier run left there', async () => {
    await writeFiles(folder, grid('a-t1.csv'), [tables])
    await writeFile(join(folder, 'tables', 'notes.csv'), '')
    expect(await writeFiles(folder, grid('b-t1.csv'), [tables])).toContain(join(folder, 'tables', 'b-t1.csv'))
    expect(await readdir(join(folder, 'tables'))).toEqual(['b-t1.csv', 'notes.csv'])
  })

  it('removes a folder below that it leaves empty', async () => {
    await writeFiles(folder, grid('a-t1.csv'), [tables])
    await writeFiles(folder, files, [tables])
    expect(await readdir(folder)).toEqual(['a.json', 'b.csv'])
  })

  it('removes nothing when it cannot write', async () => {
    await writeFiles(folder, grid('a-t1.csv'), [tables])
    await mkdir(join(folder, 'tables', 'b-t1.csv', 'full'), { recursive: true })
    await expect(writeFiles(folder, grid('b-t1.csv'), [tables])).rejects.toMatchObject({ code: 'unwritable_output' })
    expect(await readdir(join(folder, 'tables'))).toEqual(['a-t1.csv', 'b-t1.csv'])
  })

  // Node's own recursive mkdir never comes back from here.
  it.runIf(existsSync('/proc/self'))('gives up where no folder can be made', async () => {
    const message = 'Cannot write to the folder /proc/out: no folder can be made there.'
    await expect(writeFiles('/proc/out', files)).rejects.toMatchObject({ message })
  })
})

describe('findInputs', () => {
  it('takes the documents directly inside a folder by name', async () => {
    for (const name of ['b.PDF', 'a.txt', 'c.md', 'd.jsonl', '.e.pdf', 'f']) await writeFile(join(folder, name), '')
    await mkdir(join(folder, 'g.pdf'))
    const { files, failures } = await findInputs([folder])
    expect(files).toEqual(['a.txt', 'b.PDF', 'c.md'].map((name) => join(folder, name)))
    expect(failures).toEqual([])
  })

  it('takes a file once', async () => {
    await writeFile(join(folder, 'a.txt'), '')
    const { files } = await findInputs([`${folder}/./a.txt`, folder, join(folder, 'a.txt')])

    expect(files).toEqual([`${folder}/./a.txt`])
  })

  it('passes on what is no folder, for the load room to judge', async () => {
    expect(await findInputs(['/nowhere/x.pdf', 'y.docx'])).toEqual({
      files: ['/nowhere/x.pdf', 'y.docx'],
      failures: [],
    })
  })

  it('says when a folder holds no document', async () => {
    const message = `The folder ${folder} holds no file that ends in .pdf, .txt, .md.`
    expect(await findInputs([folder])).toEqual({
      files: [],
      failures: [{ input: folder, message, code: 'empty_folder' }],
    })
  })
})
