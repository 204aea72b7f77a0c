import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { assetFolders, selfTest } from '../../src/load/engine.js'
import { load } from '../../src/load/index.js'
import { limits } from '../../src/load/limits.js'
import { makePdf } from './make-pdf.js'
import { pagesOf, textOf, withFile } from './pages.js'

const whole = makePdf({ pages: ['BT /F1 10 Tf 10 50 Td (1) Tj ET'] })

describe('inputs that cannot be used', () => {
  it.each([
    ['empty.pdf', Buffer.alloc(0), 'empty_file', 'empty.pdf is empty'],
    ['page.pdf', Buffer.from('<!DOCTYPE html><html>'), 'not_a_pdf', 'begins with "<!DOCTYPE html>'],
    ['noise.pdf', Buffer.from([0, 255, 1, 254, 2, 253]), 'not_a_pdf', 'bytes that are no text'],
    ['head.pdf', Buffer.from('%PDF-1.7\n'), 'damaged_pdf', 'damaged or cut off'],
    ['cut.pdf', whole.subarray(0, 120), 'damaged_pdf', 'damaged or cut off'],
    ['none.pdf', makePdf({ pages: [] }), 'no_pages', 'has no pages'],
    ['noise.txt', Buffer.from([0x81, 0xff, 0xfe, 0x00, 0x80, 0xfd]), 'undecodable_text', 'save it as UTF-8'],
    ['binary.txt', Buffer.from('a\0b'), 'undecodable_text', 'save it as UTF-8'],
    ['sheet.xlsx', Buffer.from('PK\x03\x04'), 'not_a_pdf', 'begins with "PK'],
  ])('%s: %s', async (name, bytes, code, message) => {
    const result = expect(pagesOf(name, bytes)).rejects
    await result.toMatchObject({ name: 'YosanError', code, message: expect.stringContaining(message) })
  })

  it('a missing file and a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yosan-load-'))
    await expect(load({ path: join(folder, 'a.pdf') })).rejects.toMatchObject({ code: 'missing_file' })
    await expect(load({ path: folder })).rejects.toMatchObject({ code: 'not_a_file' })
    await rm(folder, { recursive: true })
  })

  it('says its reason in one sentence', async () => {
    await withFile('a.pdf', Buffer.from('no'), async (path) => {
      await expect(load({ path })).rejects.toThrow(/^[^.]*a\.pdf[^.]+"no"[^.]+\.txt or \.md file\.$/)
    })
  })
})

describe('a stream that inflates to more than memory should hold', () => {
  it('fails the page, and the next one is read', async () => {
    const bomb = deflateSync(Buffer.alloc(limits.streamBytes + 1, ' ')).toString('latin1')
    const good = deflateSync(Buffer.from('BT /F1 10 Tf 10 50 Td (1) Tj ET')).toString('latin1')
    const pages = await pagesOf('bomb.pdf', makePdf({ pages: [bomb, good], contentEntries: '/Filter /FlateDecode' }))
    expect(pages.map(({ issues }) => issues.map(({ rule }) => rule))).toEqual([['page_failed'], []])
    expect(pages[0]?.issues[0]?.message).toBe('Page 1 could not be read: it holds a stream of more than 128 MiB.')
    expect(pages[1]?.runs.map(textOf)).toEqual(['1'])
  })
})

describe('passwords', () => {
  const bad = join(import.meta.dirname, '../../fixtures/bad')

  it('a password to open is asked for', async () => {
    await expect(load({ path: join(bad, 'user-password.pdf') })).rejects.toMatchObject({ code: 'password_required' })
  })

  it('an owner password alone does not keep anybody from reading', async () => {
    const { pages } = await load({ path: join(bad, 'owner-password.pdf') })
    for await (const page of pages) expect(page.runs.map(textOf)).toEqual(['123'])
  })
})

describe('self-test', () => {
  it('passes here', async () => {
    await expect(selfTest()).resolves.toBeUndefined()
  })

  it('fails loudly without the character maps', async () => {
    const elsewhere = () => ({ ...assetFolders(), cMapUrl: join(tmpdir(), 'no-such-folder/') })
    await expect(selfTest(elsewhere)).rejects.toMatchObject({ code: 'broken_installation' })
  })

  it('fails loudly without the package', async () => {
    const nowhere = () => {
      throw new Error('Cannot find module')
    }
    await expect(selfTest(nowhere)).rejects.toMatchObject({ code: 'broken_installation' })
  })
})
