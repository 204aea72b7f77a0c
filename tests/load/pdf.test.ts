import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/index.js'
import type { Page } from '../../src/model/page.js'
import type { Box } from '../../src/model/place.js'
import { japaneseFont, makePdf } from './make-pdf.js'
import { pagesOf, textOf, withFile } from './pages.js'

const onePage = async (
  content: string,
  more: { pageEntries?: string; resources?: string; objects?: string[] } = {},
) => {
  const [page] = await pagesOf('a.pdf', makePdf({ pages: [content], ...more }))
  if (!page) throw new Error('no page came')
  return page
}

const round = ({ x0, y0, x1, y1 }: Box) => [x0, y0, x1, y1].map((value) => Math.round(value * 100) / 100)
const firstRun = ({ runs }: Page) => {
  const [run] = runs
  if (!run) throw new Error('no run came')
  return run
}

describe('Japanese of fonts that are not embedded', () => {
  it.each([
    ['90ms-RKSJ-H', '975C8E5A8A7A', '予算額'],
    ['UniJIS-UCS2-H', '4E887B97984D', '予算額'],
    ['UniJIS-UTF16-H', '30073004D842DFB7', '〇〄𠮷'],
    ['EUC-H', 'CDBDBBBBB3DB', '予算額'],
  ])('%s', async (encoding, hex, text) => {
    const page = await onePage(`BT /J 10 Tf 10 50 Td <${hex}> Tj ET`, {
      resources: '/Font << /J 4 0 R >>',
      objects: japaneseFont(encoding),
    })
    expect(page.runs.map(textOf)).toEqual([text])
    expect(page.unmapped).toBe(0)
  })

  it('keeps radicals, full-width digits and ligatures as they are', async () => {
    const page = await onePage('BT /J 10 Tf 10 50 Td <2F40FF11FF12FB01> Tj ET', {
      resources: '/Font << /J 4 0 R >>',
      objects: [
        japaneseFont('Identity-H')[0]?.replace('>>', '/ToUnicode 6 0 R >>') ?? '',
        japaneseFont('Identity-H')[1] ?? '',
        toUnicode,
      ],
    })
    expect(page.runs.map(textOf)).toEqual(['⼀１２ﬁ'.replace('⼀', '\u2f40')])
  })
})

const cmap = [
  '/CIDInit /ProcSet findresource begin begincmap',
  '1 begincodespacerange <0000> <FFFF> endcodespacerange',
  '1 beginbfrange <2F00> <FFFF> <2F00> endbfrange',
  'endcmap end',
].join('\n')
const toUnicode = `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`

describe('glyph boxes', () => {
  // Helvetica: "1" is 0.556 em wide.
  it.each([
    ['advance', '/F1 10 Tf 10 50 Td (11) Tj', [15.56, 21.12]],
    ['character spacing', '/F1 10 Tf 2 Tc 10 50 Td (11) Tj', [17.56, 23.12]],
    ['horizontal scale', '/F1 10 Tf 50 Tz 10 50 Td (11) Tj', [12.78, 15.56]],
    ['numbers between glyphs', '/F1 10 Tf 10 50 Td [(1) -1000 (1)] TJ', [25.56, 31.12]],
    ['text matrix', '/F1 1 Tf 10 0 0 10 10 50 Tm (11) Tj', [15.56, 21.12]],
    ['next line', '/F1 10 Tf 12 TL 10 62 Td (x) Tj T* (11) Tj', [15.56, 21.12]],
    ['slanted matrix', '/F1 1 Tf 10 0 3 10 10 50 Tm (11) Tj', [15.56, 21.12]],
  ])('%s', async (_, text, [x0, x1]) => {
    const { runs } = await onePage(`BT ${text} ET`)
    const glyph = runs.at(-1)?.glyphs.at(-1)
    expect(glyph?.x0).toBeCloseTo(x0 ?? 0, 2)
    expect(glyph?.x1).toBeCloseTo(x1 ?? 0, 2)
    expect((glyph?.y0 ?? 0) < 50 && (glyph?.y1 ?? 0) > 50).toBe(true)
    expect(runs.at(-1)?.size).toBeCloseTo(10, 5)
  })

  it('stacks vertical writing downwards', async () => {
    const page = await onePage('BT /J 10 Tf 50 90 Td <4E887B97> Tj ET', {
      resources: '/Font << /J 4 0 R >>',
      objects: japaneseFont('UniJIS-UCS2-V'),
    })
    expect(firstRun(page)).toMatchObject({ vertical: true, angle: 0 })
    expect(firstRun(page).glyphs.map(round)).toEqual([
      [45, 10, 55, 20],
      [45, 20, 55, 30],
    ])
  })

  it.each([
    ['/Rotate 0', '1 0 0 1', 0],
    ['/Rotate 90', '1 0 0 1', 90],
    ['/Rotate 90', '0 1 -1 0', 0],
    ['/Rotate 180', '1 0 0 1', 180],
    ['/Rotate 270', '0 -1 1 0', 0],
    ['/Rotate 0', '0 1 -1 0', 270],
  ])('%s with text matrix %s runs at %i degrees', async (pageEntries, matrix, angle) => {
    const page = await onePage(`BT /F1 10 Tf ${matrix} 50 50 Tm (1) Tj ET`, { pageEntries })
    expect(firstRun(page).angle).toBe(angle)
    expect(page.width).toBe(/90|270/.test(pageEntries) ? 100 : 200)
  })

  it('starts at the corner of the crop box, in points of the user unit', async () => {
    const page = await onePage('10 20 30 40 re f', { pageEntries: '/CropBox [10 20 110 90] /UserUnit 2' })
    expect([page.width, page.height]).toEqual([200, 140])
    expect(page.shapes.map(({ box }) => round(box))).toEqual([[0, 60, 60, 140]])
  })
})

describe('style of a run', () => {
  it.each([
    ['fill colour', '1 0 0 rg (1) Tj', { colour: '#ff0000', bold: false, hidden: false }],
    ['outline only', '1 Tr 0 0 1 RG (1) Tj', { colour: '#0000ff' }],
    ['fake bold', '2 Tr 0.3 w (1) Tj', { bold: true }],
    ['outlined in another colour', '2 Tr 0.3 w 1 0 0 RG (1) Tj', { bold: false }],
    ['invisible', '3 Tr (1) Tj', { hidden: true }],
    ['off the page', '500 0 Td (1) Tj', { hidden: true }],
  ])('%s', async (_, text, style) => {
    expect(firstRun(await onePage(`BT /F1 10 Tf 10 50 Td ${text} ET`))).toMatchObject(style)
  })

  it.each([
    ['Ryumin-Light', false],
    ['NotoSansCJKjp-Bold', true],
    ['NotoSansCJKjp-DemiLight', false],
    ['HiraKakuProN-W6', true],
    ['HiraKakuProN-W3', false],
    ['HGPSoeiKakugothicUB', true],
    ['GothicBBB-Medium', false],
  ])('%s: bold %s', async (name, bold) => {
    const objects = japaneseFont('UniJIS-UCS2-H').map((object) => object.replaceAll('Ryumin-Light', name))
    const page = await onePage('BT /J 10 Tf 10 50 Td <4E88> Tj ET', { resources: '/Font << /J 4 0 R >>', objects })
    expect(firstRun(page)).toMatchObject({ bold, font: name })
  })
})

describe('shapes', () => {
  it.each([
    ['filled rectangle', '1 0 0 rg 10 10 20 30 re f', [[10, 60, 30, 90]], '#ff0000', null],
    ['stroked rectangle', '0 0 1 RG 10 10 20 30 re S', [[10, 60, 30, 90]], null, '#0000ff'],
    ['line', '2 w 10 10 m 60 10 l S', [[10, 89, 60, 91]], null, '#000000'],
    ['thin rectangle', '10 10 50 0.5 re f', [[10, 89.5, 60, 90]], '#000000', null],
    ['slanted line', '10 10 m 60 40 l S', [], null, null],
    [
      'rounded',
      '15 10 m 55 10 l 60 10 60 10 60 15 c 60 30 l 10 30 l 10 15 l 10 10 10 10 15 10 c f',
      [[10, 70, 60, 90]],
      '#000000',
      null,
    ],
    ['triangle', '10 10 m 60 10 l 30 40 l f', [], null, null],
    ['hollow frame', '10 10 50 50 re 11 11 48 48 re f*', [[10, 40, 60, 90]], null, '#000000'],
    ['clip only', '10 10 50 50 re W n', [], null, null],
    ['clipped', '0 0 20 100 re W n 10 10 50 50 re f', [[10, 40, 20, 90]], '#000000', null],
    ['off the page', '500 10 50 50 re f', [], null, null],
    ['scaled', '2 0 0 2 0 0 cm 5 5 10 10 re f', [[10, 70, 30, 90]], '#000000', null],
  ])('%s', async (_, content, boxes, fill, stroke) => {
    const { shapes } = await onePage(content)
    expect(shapes.map(({ box }) => round(box))).toEqual(boxes)
    for (const shape of shapes) expect(shape).toMatchObject({ fill, stroke })
  })
})

describe('images', () => {
  const image =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream'
  const form =
    '<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Matrix [1 0 0 1 5 5] /Resources << /XObject << /I 4 0 R >> >> /Length 22 >>\nstream\nq 20 0 0 30 0 0 cm /I Do Q\nendstream'.replace(
      '/Length 22',
      '/Length 26',
    )
  it.each([
    ['own level', 'q 40 0 0 20 10 10 cm /I Do Q', [[10, 70, 50, 90]]],
    ['page level', '40 0 0 20 10 10 cm /I Do', [[10, 70, 50, 90]]],
    ['in a form', '/X Do', [[5, 65, 25, 95]]],
    ['inline', 'q 40 0 0 20 10 10 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q', [[10, 70, 50, 90]]],
    ['no image: matrix of text', 'q 40 0 0 20 10 10 cm BT /F1 1 Tf (1) Tj ET Q', []],
    ['no image: matrix of an image within', 'q 50 0 0 50 0 0 cm q 1 0 0 1 0 0 cm 0 0 1 1 re f Q Q', []],
    ['no image: turned page', 'q 1 0 0 -1 0 100 cm Q', []],
  ])('%s', async (_, content, boxes) => {
    const page = await onePage(content, { resources: '/XObject << /I 4 0 R /X 5 0 R >>', objects: [image, form] })
    expect(page.images.map(round)).toEqual(boxes)
  })
})

describe('issues of a page', () => {
  const rulesOf = ({ issues }: Page) => issues.map(({ rule }) => rule)
  it.each([
    ['text', 'BT /F1 10 Tf 10 50 Td (1) Tj ET', []],
    ['nothing', '', ['page_empty']],
    ['a background', '1 g 0 0 200 100 re f', ['page_empty']],
    ['only paths', '10 10 20 20 re f', ['page_without_text_layer']],
    ['only an image', 'q 40 0 0 20 10 10 cm BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI Q', ['page_without_text_layer']],
    ['only hidden text', 'BT /F1 10 Tf 3 Tr 10 50 Td (1) Tj ET', ['page_without_text_layer']],
    ['a control code among letters', 'BT /F1 10 Tf 10 50 Td (1234\\001) Tj ET', ['unmapped_glyphs']],
    ['control codes', 'BT /F1 10 Tf 10 50 Td (\\001\\002\\003) Tj ET', ['page_unreadable_font']],
    ['dense', `BT /F1 1 Tf ${'(1) Tj '.repeat(10_000)} ET`, ['page_too_dense']],
  ])('%s', async (_, content, rules) => {
    expect(rulesOf(await onePage(content))).toEqual(rules)
  })

  it('keeps an unreadable glyph in its place', async () => {
    const { runs, glyphs, unmapped } = await onePage('BT /F1 10 Tf 10 50 Td (12\\0013) Tj ET')
    expect(runs.map(textOf)).toEqual(['12\uFFFD3'])
    expect([glyphs, unmapped]).toEqual([4, 1])
  })
})

describe('pages', () => {
  const five = makePdf({ pages: [1, 2, 3, 4, 5].map((n) => `BT /F1 10 Tf 10 50 Td (${n}) Tj ET`) })
  it.each([
    [null, [1, 2, 3, 4, 5]],
    [{ from: 2, to: 3 }, [2, 3]],
    [{ from: 4, to: 99 }, [4, 5]],
    [{ from: 5, to: 5 }, [5]],
  ])('range %j', async (range, numbers) => {
    const pages = await pagesOf('a.pdf', five, range)
    expect(pages.map(({ number }) => number)).toEqual(numbers)
    expect(pages.flatMap(({ runs }) => runs.map(textOf))).toEqual(numbers.map(String))
  })

  it('a range past the end is a wrong value', async () => {
    await expect(pagesOf('a.pdf', five, { from: 6, to: 9 })).rejects.toMatchObject({
      code: 'bad_value',
      message: 'a.pdf has 5 pages, so there is no page 6: ask for pages up to 5.',
    })
    await expect(pagesOf('a.txt', Buffer.from('x'), { from: 2, to: 2 })).rejects.toMatchObject({ code: 'bad_value' })
  })

  it('tells of the whole file and can be left early', async () => {
    await withFile('a.pdf', five, async (path) => {
      const { source, pages } = await load({ path })
      expect(source).toMatchObject({ name: 'a.pdf', kind: 'pdf', pageCount: 5, bytes: five.length })
      for await (const page of pages) if (page.number === 2) break
      expect(await pages.next()).toEqual({ value: undefined, done: true })
    })
  })
})
