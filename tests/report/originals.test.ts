import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OriginalFinder } from '../../src/report/originals.js'
import { newFolder } from '../cli/data-sets.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const write = async (path: string, text: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return path
}

/** Notes that a run read a file. */
const noteIn = (folder: string, input: string, text: string) =>
  write(
    join(folder, '.yosan', 'journal.ndjson'),
    `${JSON.stringify({
      ...{ at: '2026-04-01T00:00:00.000Z', event: 'done', document_id: 'a', input, sha256: sha256(text) },
      ...{ status: 'complete', pages: 1, figures: 1, needs_review: 0, cached: false, worker: 0, memory: 1 },
    })}\n`,
  )

const find = async (folder: string, places: readonly string[], text: string, file_name = 'a.pdf') =>
  (await OriginalFinder.open(folder, places)).find({ sha256: sha256(text), file_name })

describe('OriginalFinder', () => {
  it('finds a file where the run had it', async () => {
    const folder = await newFolder()
    const path = await write(join(await newFolder(), 'a.pdf'), 'budget')
    await noteIn(folder, path, 'budget')
    expect(await find(folder, [], 'budget')).toBe(path)
    expect(await find(folder, [], 'another')).toBe(null)
  })

  it('finds a download among the originals', async () => {
    const folder = await newFolder()
    const path = await write(join(folder, 'originals', `${sha256('budget')}.pdf`), 'budget')
    expect(await find(folder, [], 'budget')).toBe(path)
  })

  it('finds a file that is named, by itself or by its folder and whatever it is called', async () => {
    const [folder, place] = [await newFolder(), await newFolder()]
    const path = await write(join(place, 'deep', '名前.pdf'), 'budget')
    expect(await find(folder, [path], 'budget')).toBe(path)
    expect(await find(folder, [place], 'budget')).toBe(path)
  })

  it('takes the bytes and not the name', async () => {
    const [folder, place] = [await newFolder(), await newFolder()]
    await write(join(place, 'a.pdf'), 'a later edition')
    const path = await write(join(place, 'other', 'b.pdf'), 'budget')
    expect(await find(folder, [place], 'budget', 'a.pdf')).toBe(path)
    expect(await find(folder, [place], 'an earlier edition', 'a.pdf')).toBe(null)
  })

  it('does not take a file that changed since the run, nor a damaged download', async () => {
    const folder = await newFolder()
    const path = await write(join(await newFolder(), 'a.pdf'), 'changed')
    await noteIn(folder, path, 'budget')
    await write(join(folder, 'originals', `${sha256('budget')}.pdf`), 'cut off')
    expect(await find(folder, [], 'budget')).toBe(null)
  })

  it('finds another copy when the file of the run has gone', async () => {
    const [folder, place] = [await newFolder(), await newFolder()]
    await noteIn(folder, join(place, 'gone.pdf'), 'budget')
    const path = await write(join(place, 'a.pdf'), 'budget')
    expect(await find(folder, [place], 'budget')).toBe(path)
  })

  it('finds nothing for a document without bytes', async () => {
    const place = await newFolder()
    await write(join(place, 'a.pdf'), '')
    const finder = await OriginalFinder.open(await newFolder(), [place])
    expect(await finder.find({ sha256: null, file_name: 'a.pdf' })).toBe(null)
  })

  it('tells of a named folder that holds no documents, and of a name that nothing stands for', async () => {
    const [folder, place] = [await newFolder(), await newFolder()]
    await expect(find(folder, [place], 'budget')).rejects.toMatchObject({ code: 'empty_folder' })
    const gone = join(place, 'gone')
    await expect(find(folder, [gone], 'budget')).rejects.toMatchObject({
      code: 'missing_file',
      message: `${gone} does not exist: check the name.`,
    })
  })
})
