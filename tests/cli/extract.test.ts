import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { tableNames } from '../../src/model/dataset.js'
import { yosan } from './yosan.js'

const documents = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')
const culture = join(documents, 'r7-draft-culture.txt')
const space = join(documents, 'r6-request-space.md')
const research = join(documents, 'r7-draft-research.pdf')

let out = ''
beforeEach(async () => {
  out = join(await mkdtemp(join(tmpdir(), 'yosan-')), 'out')
})

/** The tables, without what a batch keeps beside them. */
const filesIn = async (folder: string) => (await readdir(folder).catch(() => [])).filter((name) => name !== '.yosan')

describe('extract', () => {
  it('writes each table as JSON and CSV and tells of it', async () => {
    const { code, out: summary, err } = await yosan('extract', culture, '--out', out)
    expect([code, err]).toEqual([0, ''])
    expect(await filesIn(out)).toEqual(tableNames.flatMap((table) => [`${table}.csv`, `${table}.json`]).sort())
    expect(summary).toContain('r7-draft-culture.txt  text')
  })

  it('writes printed tables when asked for, and removes those of the run before', async () => {
    const { out: summary } = await yosan('extract', research, '--out', out, '--tables')
    const names = await filesIn(join(out, 'tables'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(name).toMatch(/^r7-draft-research-p\d{3}-t\d+\.csv$/)
    expect(summary).toMatch(/\/tables\/ {2}\d+ tables?\n$/)
    await yosan('extract', culture, '--out', out)
    expect(await filesIn(join(out, 'tables'))).toEqual([])
  })

  it('gives the same bytes whatever the order of the inputs', async () => {
    await yosan('extract', culture, space, '--out', join(out, 'a'))
    await yosan('extract', space, culture, '--out', join(out, 'b'))
    for (const name of await filesIn(join(out, 'a')))
      expect(await readFile(join(out, 'b', name), 'utf8')).toBe(await readFile(join(out, 'a', name), 'utf8'))
  })

  it('prints nothing when quiet', async () => {
    expect(await yosan('extract', culture, '--out', out, '--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  it('prints one JSON object', async () => {
    const { out: text } = await yosan('extract', culture, '--out', out, '--json')
    const { figures }: { figures: number } = JSON.parse(text)
    expect(figures).toBe(JSON.parse(await readFile(join(out, 'figures.json'), 'utf8')).length)
  })

  it('goes on after an input that cannot be used', async () => {
    const { code, err } = await yosan('extract', '/nowhere.pdf', culture, '--out', out)
    expect(code).toBe(2)
    expect(err).toMatch(/\n\/nowhere\.pdf does not exist: check the name\.\n$/)
    expect(await filesIn(out)).toContain('figures.json')
  })

  it('writes nothing when no input can be used', async () => {
    const { code, out: text } = await yosan('extract', '/nowhere.pdf', '--out', out)
    expect([code, text]).toEqual([1, ''])
    expect(await readdir(out).catch(() => [])).toEqual([])
  })

  it('prints a room and writes nothing', async () => {
    const { code, out: text } = await yosan('extract', culture, '--out', out, '--stop-after', 'layout')
    expect(code).toBe(0)
    expect(JSON.parse(text)).toMatchObject([[{ source: 'text' }]])
    expect(await filesIn(out)).toEqual([])
  })
})
