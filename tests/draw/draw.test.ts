import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractDocument } from '../../src/corridor.js'
import { load } from '../../src/load/index.js'
import type { Box } from '../../src/model/place.js'
import { japaneseFont, makePdf } from '../load/make-pdf.js'
import { withFile } from '../load/pages.js'
import { contrast, decode, draw, pictures } from './pictures.js'

const fixture = (name: string) => join(import.meta.dirname, '..', '..', 'fixtures', 'documents', name)

/** Eight by eight black pixels. */
const jpeg2000 = Buffer.from(
  '/0//UQApAAAAAAAIAAAACAAAAAAAAAAAAAAACAAAAAgAAAAAAAAAAAABDwEB/1IADAAAAAEAAwQEAAH/XAANQICIiJCIiJCIiJD/kAAKAAAAAAAWAAH/k9/4kAgHgICA/9k=',
  'base64',
).toString('latin1')

/** The same: a page that is black wherever nothing paints, and nothing that paints. */
const jbig2 = Buffer.from(
  '0000000030000100000013' + '0000000800000008' + '0000000000000000' + '040000',
  'hex',
).toString('latin1')

const loaded = async (path: string) => {
  const pages = []
  for await (const page of (await load({ path })).pages) pages.push(page)
  return pages
}

describe('a picture', () => {
  it.each(['r3-draft-campus.pdf', 'r7-aoba-book.pdf'])('is as large as the page of %s is shown', async (name) => {
    const pages = await loaded(fixture(name))
    const drawn = pictures(await draw(fixture(name), [1, 3]))
    expect(drawn.map(({ page }) => page)).toEqual([1, 3])
    for (const picture of drawn) {
      const { width, height } = pages[picture.page - 1] ?? {}
      expect([picture.width, picture.height, picture.type]).toEqual([width, height, 'image/webp'])
      const pixels = await decode(picture)
      expect(Math.max(pixels.width, pixels.height)).toBe(1600)
      expect(pixels.width / pixels.height).toBeCloseTo(picture.width / picture.height, 2)
    }
  })

  it.each([
    ['r3-draft-campus.pdf', 'turned pages and fonts that are not embedded'],
    ['r2-draft-ocean.pdf', 'the same with other encodings'],
    ['r7-sakuragi-debts.pdf', 'a table in a font that is not embedded'],
    ['r7-draft-research.pdf', 'fonts that are drawings'],
    ['r8-request-points.pdf', 'embedded fonts'],
  ])('has ink in every box of %s: %s', async (name) => {
    const { figures } = await extractDocument(fixture(name), { pages: null })
    const pages = [...new Set(figures.flatMap(({ page }) => page ?? []))]
    expect(pages.length).toBeGreaterThan(2)
    for (const picture of pictures(await draw(fixture(name), pages))) {
      const pixels = await decode(picture)
      const boxes = figures.filter(({ page }) => page === picture.page).flatMap(({ boxes }) => boxesOf(boxes))
      expect(boxes.filter((box) => contrast(pixels.within(box)) < 100)).toEqual([])
    }
  })

  it('is the same in two runs, however many processes draw', async () => {
    const [once, again] = await Promise.all(
      [1, 3].map((workers) => draw(fixture('r3-draft-campus.pdf'), [1, 2, 3, 4, 5], { workers })),
    )
    expect(again).toEqual(once)
  })

  it('comes in the order of the request, as often as it is asked for', async () => {
    const drawn = pictures(await draw(fixture('r3-draft-campus.pdf'), [5, 1, 5]))
    expect(drawn.map(({ page }) => page)).toEqual([5, 1, 5])
    expect(drawn[2]).toEqual(drawn[0])
  })

  it('shows no annotations, as pages are read', async () => {
    const note = '<< /Type /Annot /Subtype /Square /Rect [10 10 190 90] /IC [0 0 0] /C [0 0 0] /AP << /N 4 0 R >> >>'
    const look = 'q 0 0 180 80 re f Q'
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 180 80] /Length ${look.length} >>\nstream\n${look}\nendstream`
    const bytes = makePdf({ pages: ['0 g 0 0 20 20 re f'], objects: [form], pageEntries: `/Annots [${note}]` })
    await withFile('note.pdf', bytes, async (path) => {
      const [picture] = pictures(await draw(path, [1]))
      const pixels = picture && (await decode(picture))
      expect(contrast(pixels?.within({ x0: 50, y0: 20, x1: 150, y1: 60 }) ?? [])).toBe(0)
      expect(pixels?.within({ x0: 5, y0: 85, x1: 15, y1: 95 })[0]).toBeLessThan(10)
    })
  })

  it.each([
    ['JPXDecode', jpeg2000],
    ['JBIG2Decode', jbig2],
  ])('shows images that only WebAssembly decodes: %s', async (filter, data) => {
    const image = `<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /${filter} /Length ${data.length} >>\nstream\n${data}\nendstream`
    const bytes = makePdf({
      pages: ['q 100 0 0 100 0 0 cm /I Do Q'],
      objects: [image],
      resources: '/XObject << /I 4 0 R >>',
    })
    await withFile('image.pdf', bytes, async (path) => {
      const [picture] = pictures(await draw(path, [1]))
      const pixels = picture && (await decode(picture))
      expect(pixels?.within({ x0: 20, y0: 20, x1: 80, y1: 80 }).every((pixel) => pixel < 10)).toBe(true)
      expect(pixels?.within({ x0: 120, y0: 20, x1: 180, y1: 80 }).every((pixel) => pixel > 245)).toBe(true)
    })
  })

  it.each([
    ['huge', '14400 14400', 1600, 1600],
    ['tiny', '1 1', 1600, 1600],
    ['a hair', '14400 1', 1600, 1],
  ])('of a page that is %s is bounded', async (_, size, width, height) => {
    const bytes = makePdf({ pages: ['0 g 0 0 1 1 re f'], pageEntries: `/MediaBox [0 0 ${size}]` })
    await withFile('size.pdf', bytes, async (path) => {
      const [picture] = pictures(await draw(path, [1]))
      const pixels = picture && (await decode(picture))
      expect([pixels?.width, pixels?.height]).toEqual([width, height])
    })
  })
})

describe('fonts that are not embedded', () => {
  /** Pixels of three kanji of 40 points, in the encoding of the name. */
  const kanji = async (encoding: string, codes: string) => {
    const bytes = makePdf({
      pages: [`BT /F2 40 Tf 10 40 Td <${codes}> Tj ET`],
      resources: '',
      objects: japaneseFont(encoding),
    })
    const named = Buffer.from(bytes.toString().replace('/Font << /F1', '/Font << /F2 4 0 R /F1'), 'latin1')
    return withFile('kanji.pdf', named, async (path) => {
      const [picture] = pictures(await draw(path, [1]))
      const pixels = picture && (await decode(picture))
      return [0, 1, 2].map((i) => pixels?.within({ x0: 10 + 40 * i, y0: 24, x1: 50 + 40 * i, y1: 66 }) ?? [])
    })
  }

  it('show the characters themselves', async () => {
    const [day, book, again] = await kanji('90ms-RKSJ-H', '93fa967b93fa')
    expect(contrast(day ?? [])).toBeGreaterThan(200)
    expect(differing(day, book)).toBeGreaterThan(500)
    expect(differing(day, again)).toBeLessThan(50)
  })

  it('show the same in every encoding', async () => {
    const [shifted, unicode] = await Promise.all([
      kanji('90ms-RKSJ-H', '93fa967b'),
      kanji('UniJIS-UTF16-H', '65e5672c'),
    ])
    expect(differing(shifted[0], unicode[0])).toBe(0)
    expect(differing(shifted[1], unicode[1])).toBe(0)
  })

  it('show ideographs where maps name radicals', async () => {
    const path = fixture('r3-draft-campus.pdf')
    const [page] = await loaded(path)
    const glyphs = page?.runs.filter(({ angle }) => angle === 0).flatMap((run) => run.glyphs) ?? []
    const boxOf = (text: string) => glyphs.find((glyph) => glyph.text === text) ?? { x0: 0, y0: 0, x1: 0, y1: 0 }
    const [picture] = pictures(await draw(path, [1]))
    const pixels = picture && (await decode(picture))
    const [large, people] = ['⼤', '⼈'].map((radical) => pixels?.within(boxOf(radical)) ?? [])
    expect(contrast(large ?? [])).toBeGreaterThan(100)
    expect(differing(large, people)).toBeGreaterThan(20)
  })
})

/** How many pixels differ by more than what compression changes. */
const differing = (a: readonly number[] = [], b: readonly number[] = []): number =>
  a.filter((pixel, i) => Math.abs(pixel - (b[i] ?? 0)) > 64).length

const boxesOf = (printed: string | null): Box[] =>
  (printed ?? '').split(';').map((box) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box.split(' ').map(Number)
    return { x0, y0, x1, y1 }
  })
