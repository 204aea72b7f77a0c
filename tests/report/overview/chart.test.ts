import { describe, expect, it } from 'vitest'
import type { BarGroup } from '../../../src/report/overview/bars.js'
import { chartMarkup } from '../../../src/report/overview/chart.js'
import { exactYen, readableYen } from '../../../src/report/readable-yen.js'
import { addressesOf, forbiddenIn, hostile, tagsOf } from '../markup.js'

const bar = (label: string, yen: number, needsReview = false) => ({
  ...{ label, yen, needsReview },
  figureId: `f ${yen}`,
  documentId: 'd',
})

const groups: readonly BarGroup[] = [
  { name: '研究の推進', bars: [bar('政府案', 12_345_678_901), bar('当初予算', 6_000_000_000, true)] },
  { name: '教育', bars: [bar('補正予算第1号', -3_000_000_001), bar('当初予算', 0)] },
]

const markupOf = (list: readonly BarGroup[], title = '推移') =>
  chartMarkup(title, list, (document, figure) => `${document}.html#${encodeURIComponent(figure)}`).text

/** The bars of both drawings: where they begin and how long they are, in pixels. */
const barsIn = (page: string) =>
  tagsOf(page).flatMap(({ name, attributes }) =>
    name === 'rect' ? [{ x: Number(attributes.x), width: Number(attributes.width) }] : [],
  )

describe('chartMarkup', () => {
  it('draws for telephones and for screens, each named', () => {
    const drawings = tagsOf(markupOf(groups)).filter(({ name }) => name === 'svg')
    expect(drawings.map(({ attributes }) => attributes)).toMatchObject([
      { class: 'narrow', width: '320', role: 'img', 'aria-label': '推移' },
      { class: 'wide', width: '800', role: 'img', 'aria-label': '推移' },
    ])
    for (const { text } of drawings)
      for (const part of ['研究の推進', '教育', '補正予算第1号', '123.46億円', '△30億円', '0円'])
        expect(text).toContain(part)
  })

  it('has the exact yen in tooltips', () => {
    const titles = tagsOf(markupOf(groups)).flatMap(({ name, text }) => (name === 'title' ? [text] : []))
    const wanted = groups.flatMap(({ name, bars }) => bars.map(({ label, yen }) => `${name} ${label} ${exactYen(yen)}`))
    expect(titles).toEqual([...wanted, ...wanted])
  })

  it('draws bars as long as their amounts, cuts to the left of nought', () => {
    const [largest, half, cut, nothing] = barsIn(markupOf(groups)).slice(4)
    const nought = largest?.x ?? 0
    expect((half?.width ?? 0) / (largest?.width ?? 1)).toBeCloseTo(6_000_000_000 / 12_345_678_901, 6)
    expect((cut?.width ?? 0) / (largest?.width ?? 1)).toBeCloseTo(3_000_000_001 / 12_345_678_901, 6)
    expect((cut?.x ?? 0) + (cut?.width ?? 0)).toBeCloseTo(nought, 6)
    expect(half?.x).toBeCloseTo(nought, 6)
    expect(nothing?.width).toBeCloseTo(0, 6)
  })

  it.each<[what: string, list: readonly BarGroup[]]>([
    ['cuts alone', [{ name: '減', bars: [bar('a', -5), bar('b', -1)] }]],
    ['noughts alone', [{ name: '零', bars: [bar('a', 0), bar('b', 0)] }]],
    [
      'the largest amounts',
      [{ name: '大', bars: [bar('a', Number.MAX_SAFE_INTEGER), bar('b', Number.MIN_SAFE_INTEGER)] }],
    ],
  ])('draws %s within its width', (_, list) => {
    const bars = barsIn(markupOf(list))
    expect(bars.length).toBe(4)
    for (const { x, width } of bars) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(width).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(800)
    }
  })

  it('has the same as a table that leads to the figures', () => {
    const page = markupOf(groups)
    const cells = tagsOf(page).flatMap(({ name, text }) => (name === 'td' ? [text] : []))
    expect(cells).toEqual(
      groups.flatMap(({ bars }) =>
        bars.flatMap(({ label, yen, needsReview }) => [
          `${label}${needsReview ? '（要確認）' : ''}`,
          readableYen(yen),
          exactYen(yen),
        ]),
      ),
    )
    expect(addressesOf(page)).toEqual(
      groups.flatMap(({ bars }) => bars.map(({ yen }) => `d.html#${encodeURIComponent(`f ${yen}`)}`)),
    )
  })

  it('needs no hole in the policy of a page', () => {
    const page = markupOf(groups)
    expect(page).not.toMatch(/<style|<foreignObject|<image|<use|url\(|@import/iu)
    expect(forbiddenIn(page)).toEqual([])
  })

  it.each(hostile)('shows %j as text', (text) => {
    const page = markupOf([{ name: text, bars: [bar(text, 1), bar('b', 2)] }], text)
    const tags = tagsOf(page)
    const plain = tagsOf(markupOf([{ name: 'x', bars: [bar('x', 1), bar('b', 2)] }], 'x'))
    const namesOf = (list: typeof tags) => list.map(({ name }) => name).filter((name) => name !== 'tspan')
    expect(namesOf(tags)).toEqual(namesOf(plain))
    expect(forbiddenIn(page)).toEqual([])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u0080-\u009f]|\p{Surrogate}/u)
  })

  it('draws the same twice', () => {
    expect(markupOf(groups)).toBe(markupOf(groups))
  })
})
