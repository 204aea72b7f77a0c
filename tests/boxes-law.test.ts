import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractDocument } from '../src/corridor.js'
import { load } from '../src/load/index.js'
import type { Glyph, Page, TextRun } from '../src/model/page.js'
import { repairText } from '../src/normalise/characters.js'

// The boxes of a figure, cut out of its page and read again, say what the figure says is printed there, and the boxes of a
// programme's heading its name. YOSAN_BENCH may name one more folder of PDFs, with folders in it.

const own = join(import.meta.dirname, '..', 'fixtures', 'documents')
const given = process.env.YOSAN_BENCH ?? ''

const pdfsIn = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => [name, join(folder, name)])

const read = async (path: string) => {
  const pages = new Map<number | null, Page>()
  for await (const page of (await load({ path })).pages) pages.set(page.number, page)
  const crop = (page: number | null, boxes: string | null): string => {
    const runs = pages.get(page)?.runs.filter(({ hidden }) => !hidden) ?? []
    return (boxes?.split(';') ?? []).map((box) => textIn(runs, box.split(' ').map(Number))).join('')
  }
  return { ...(await extractDocument(path, { pages: null })), crop }
}

/** Boxes are written with one decimal. */
const ROUNDING = 0.05

/** The glyphs whose middle is in the box, as they are written: white space is left out, and a glyph that is printed twice
 * for the sake of weight counts once. */
const textIn = (runs: readonly TextRun[], [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): string => {
  const isWithin = (glyph: Glyph): boolean => {
    const [x, y] = [(glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2]
    return x >= x0 - ROUNDING && x <= x1 + ROUNDING && y >= y0 - ROUNDING && y <= y1 + ROUNDING
  }
  const found = runs
    .flatMap((run) => run.glyphs.filter(isWithin).map((glyph) => ({ glyph, at: positionOf(glyph, run) })))
    .filter(({ glyph }) => glyph.text.trim() !== '')
    .sort((a, b) => a.at - b.at)
  return found
    .filter(
      ({ glyph, at }, i) => !found.slice(0, i).some((other) => other.glyph.text === glyph.text && at - other.at < 1),
    )
    .map(({ glyph }) => glyph.text)
    .join('')
}

/** How far along its line a glyph stands, in points. */
const positionOf = ({ x0, y0, x1, y1 }: Glyph, { angle, vertical }: TextRun): number => {
  if (vertical || angle === 90) return y0
  if (angle === 180) return -x1
  return angle === 270 ? -y1 : x0
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '')

/** Names are written in repaired characters: with ideographs for radicals, and in the usual widths. */
const asName = (text: string): string => squeezed(repairText(text).normalize('NFKC'))

describe.each(pdfsIn(own))('%s', (_, path) => {
  it('prints in the boxes of each figure what it says, and nothing else', async () => {
    const { figures, crop } = await read(path)
    expect(figures.length).toBeGreaterThan(0)
    const [cropped, said] = [
      figures.map(({ page, boxes }) => crop(page, boxes)),
      figures.map(({ raw }) => squeezed(raw)),
    ]
    expect(cropped).toEqual(said)
  })

  it('prints in the boxes of each heading the name', async () => {
    const { programmes, crop } = await read(path)
    const headed = programmes.filter((programme) => programme.heading_page !== null)
    expect(headed.length).toBeGreaterThanOrEqual(
      0.95 * programmes.filter((programme) => !programme.name_missing).length,
    )
    const wrong = headed.filter((one) => !asName(crop(one.heading_page, one.heading_boxes)).includes(asName(one.name)))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})

if (!existsSync(given)) console.info('YOSAN_BENCH names no folder: boxes of other documents are not read again.')

describe.runIf(existsSync(given)).each(existsSync(given) ? pdfsIn(given) : [])('%s', (_, path) => {
  it('prints in the boxes of each figure and heading what they say', async () => {
    // A folder of strangers may hold files that cannot be opened.
    const document = await read(path).catch(() => null)
    if (!document) return
    const { figures, programmes, crop } = document
    expect(figures.filter(({ page, boxes, raw }) => !crop(page, boxes).includes(squeezed(raw)))).toEqual([])
    const wrong = programmes.filter(
      ({ heading_page, heading_boxes, name }) =>
        heading_page !== null && !asName(crop(heading_page, heading_boxes)).includes(asName(name)),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})
