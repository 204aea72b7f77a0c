import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type DownloadRecord, Originals } from '../../src/fetch/originals.js'
import { deskIn, namesIn, ownFolder, times } from './desk.js'

const open = async () => {
  const { places } = deskIn(await ownFolder())
  return { originals: new Originals(places), places }
}

async function* piecesOf(...pieces: readonly string[]) {
  for (const piece of pieces) yield Buffer.from(piece)
}

/** Makes a folder that is a disk of so many bytes, where this process may. */
const mounted = async (folder: string, size: string): Promise<boolean> => {
  await mkdir(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0) return false
  onTestFinished(() => {
    spawnSync('umount', [folder])
  })
  return true
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const text = '%PDF-1.4 one'
const address = 'https://example.jp/r7/yosan.pdf'

const record = (more: Partial<DownloadRecord> = {}): DownloadRecord => ({
  address,
  kind: 'pdf',
  sha256: sha256(text),
  bytes: text.length,
  retrieved_at: times.first,
  checked_at: times.first,
  content_type: 'application/pdf',
  etag: '"1"',
  last_modified: null,
  ...more,
})

const anything = () => {}
const asPdf = () => 'pdf' as const

describe('keep', () => {
  it('names the bytes by their hash', async () => {
    const { originals, places } = await open()
    const kept = await originals.keep(piecesOf('%PDF-', '1.4', ' one'), anything, asPdf)
    expect(kept).toEqual({ sha256: sha256(text), bytes: text.length, kind: 'pdf' })
    expect(originals.pathOf(kept)).toBe(join(places.originals, `${sha256(text)}.pdf`))
    expect(await readFile(originals.pathOf(kept), 'utf8')).toBe(text)
    expect(await namesIn(places.temporary)).toEqual([])
  })

  it('keeps the same bytes once', async () => {
    const { originals, places } = await open()
    await originals.keep(piecesOf(text), anything, asPdf)
    await originals.keep(piecesOf(text), anything, asPdf)
    expect(await namesIn(places.originals)).toEqual([`${sha256(text)}.pdf`])
  })

  it('keeps bodies that come at the same time apart', async () => {
    const { originals } = await open()
    const texts = ['%PDF-1.4 a', '%PDF-1.4 b', '%PDF-1.4 c']
    const kept = await Promise.all(texts.map((one) => originals.keep(piecesOf(...one), anything, asPdf)))
    expect(kept.map((one) => one.sha256)).toEqual(texts.map(sha256))
    expect(await Promise.all(kept.map((one) => readFile(originals.pathOf(one), 'utf8')))).toEqual(texts)
  })

  it('shows the check each piece with the bytes before it', async () => {
    const { originals } = await open()
    const seen: [string, number][] = []
    await originals.keep(piecesOf('ab', 'c', 'def'), (piece, before) => seen.push([String(piece), before]), asPdf)
    expect(seen).toEqual([
      ['ab', 0],
      ['c', 2],
      ['def', 3],
    ])
  })

  it.each([
    ['short', ['a', 'bc'], 'abc'],
    ['empty', [], ''],
    ['long', ['a'.repeat(1000), 'b'.repeat(1000)], 'a'.repeat(1000) + 'b'.repeat(29)],
  ])('tells the kind by the start of a body: %s', async (_, pieces, start) => {
    const { originals } = await open()
    let shown = ''
    await originals.keep(piecesOf(...pieces), anything, (bytes) => {
      shown = String(bytes)
      return 'html'
    })
    expect(shown).toBe(start)
  })

  const refuse = () => {
    throw new Error('no')
  }
  async function* broken() {
    yield Buffer.from('%PDF')
    throw new Error('no')
  }

  it.each([
    ['the check throws', () => piecesOf('a'), refuse, asPdf],
    ['the body ends in an error', broken, anything, asPdf],
    ['its kind is not wanted', () => piecesOf('a'), anything, refuse],
  ])('keeps nothing when %s', async (_, body, check, kindOf) => {
    const { originals, places } = await open()
    await expect(originals.keep(body(), check, kindOf)).rejects.toThrow('no')
    expect([...(await namesIn(places.temporary)), ...(await namesIn(places.originals))]).toEqual([])
  })

  it('lets go of the body when it refuses it', async () => {
    const { originals } = await open()
    let isOver = false
    async function* body() {
      try {
        for (;;) yield Buffer.from('a')
      } finally {
        isOver = true
      }
    }
    await expect(originals.keep(body(), refuse, asPdf)).rejects.toThrow('no')
    expect(isOver).toBe(true)
  })

  it.each([
    ['originals', 'ENOTDIR'],
    ['temporary', 'ENOTDIR'],
  ] as const)('leaves nothing when the path of %s is a file', async (place, code) => {
    const { originals, places } = await open()
    await writeFile(places[place], '')
    await expect(originals.keep(piecesOf(text), anything, asPdf)).rejects.toMatchObject({ code })
    expect(await namesIn(places.temporary)).toEqual([])
  })

  it('leaves nothing when only a part of a piece fits on the disk', async (context) => {
    const { originals, places } = await open()
    const body = 'a'.repeat(100_000)
    if (!(await mounted(places.temporary, '64k'))) context.skip('a disk that fills up needs the right to mount one')
    await expect(originals.keep(piecesOf(body), anything, asPdf)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect([...(await namesIn(places.temporary)), ...(await namesIn(places.originals))]).toEqual([])
  })

  // The first download has this name while it is not whole.
  it.runIf(existsSync('/dev/full'))('leaves nothing when the disk is full', async () => {
    const { originals, places } = await open()
    await mkdir(places.temporary)
    await symlink('/dev/full', join(places.temporary, 'download.1'))
    await expect(originals.keep(piecesOf(text), anything, asPdf)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect([...(await namesIn(places.temporary)), ...(await namesIn(places.originals))]).toEqual([])
  })
})

describe('note and find', () => {
  it('knows nothing at first', async () => {
    const { originals } = await open()
    expect(await originals.find(address)).toBeNull()
  })

  it('finds what was noted, after the last word', async () => {
    const { originals, places } = await open()
    await originals.keep(piecesOf(text), anything, asPdf)
    await originals.note(record())
    await originals.note(record({ checked_at: times.second }))
    expect(await originals.find(address)).toEqual(record({ checked_at: times.second }))
    expect(await new Originals(places).find(address)).toEqual(record({ checked_at: times.second }))
    expect(await originals.find(`${address}?2`)).toBeNull()
    expect(await namesIn(places.temporary)).toEqual([])
  })

  it('does not need the temporary folder of an earlier run', async () => {
    const { originals, places } = await open()
    await originals.keep(piecesOf(text), anything, asPdf)
    await rm(places.temporary, { recursive: true })
    await originals.note(record())
    expect(await originals.find(address)).toEqual(record())
  })

  it.each([
    ['is gone', (path: string) => rm(path)],
    ['is damaged', (path: string) => writeFile(path, '%PDF-1.4 ONE')],
    ['is cut off', (path: string) => writeFile(path, '%PDF')],
  ])('does not find an address whose original %s', async (_, harm) => {
    const { originals } = await open()
    await originals.keep(piecesOf(text), anything, asPdf)
    await originals.note(record())
    await harm(originals.pathOf(record()))
    expect(await originals.find(address)).toBeNull()
  })

  it.each([
    ['is half-written', '{"address":'],
    ['is empty', ''],
    ['is of another make', JSON.stringify({ ...record(), colour: 'red' })],
    ['is of another address', JSON.stringify(record({ address: 'https://example.jp/other.pdf' }))],
  ])('does not believe a record that %s', async (_, content) => {
    const { originals, places } = await open()
    await originals.keep(piecesOf(text), anything, asPdf)
    await originals.note(record())
    const [name = ''] = await namesIn(places.downloads)
    await writeFile(join(places.downloads, name), content)
    expect(await originals.find(address)).toBeNull()
  })

  it('leaves no temporary file when it cannot note', async () => {
    const { originals, places } = await open()
    await originals.keep(piecesOf(text), anything, asPdf)
    await writeFile(places.downloads, '')
    await expect(originals.note(record())).rejects.toMatchObject({ code: 'ENOTDIR' })
    expect(await namesIn(places.temporary)).toEqual([])
  })
})
