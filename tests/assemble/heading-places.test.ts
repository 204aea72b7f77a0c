import { describe, expect, it } from 'vitest'
import type { Assembly } from '../../src/model/draft.js'
import { ofSlides, ofText, type Slide } from './documents.js'
import { assemblyOf } from './tables/grids.js'

/** `name page x0,y0,x1,y1 …` of each programme; `-` without a place. */
const placesIn = ({ programmes }: Assembly): string[] =>
  programmes.map(({ name, place }) => {
    const boxes = place?.boxes.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].join(','))
    return place && boxes ? [name, place.page, ...boxes].join(' ') : `${name} -`
  })

const title = [40, 30, '研究の推進', { size: 20, bold: true }] as const
const amount = [400, 30, '令和7年度予算額（案） 100億円'] as const

const slides: readonly (readonly [what: string, slide: Slide, places: readonly string[]])[] = [
  ['the page’s title', [[title, amount]], ['研究の推進 1 40,30,140,50']],
  [
    'the words before the amount, without the mark in front of them',
    [[title, amount, [40, 100, '○創発的研究支援事業 25億円']]],
    ['創発的研究支援事業 1 45,100,135,110', '研究の推進 1 40,30,140,50'],
  ],
  [
    'both lines of a title',
    [
      [
        [40, 30, '革新的な計算の基盤による', { size: 20, bold: true }],
        [40, 55, '研究の推進', { size: 20, bold: true }],
        [400, 30, '令和7年度予算額（案） 100億円'],
      ],
    ],
    ['革新的な計算の基盤による研究の推進 1 40,30,280,50 40,55,140,75'],
  ],
]

describe('the place of a programme is that of its name', () => {
  it.each(slides)('%s', async (_, slide, places) => {
    expect(placesIn(await ofSlides(slide))).toEqual(places)
  })

  it('on the page of its first figure', async () => {
    const made = await ofSlides([[[40, 30, '研究の概要', { size: 20, bold: true }]]], [[title, amount]])
    expect(placesIn(made)).toEqual(['研究の推進 2 40,30,140,50'])
  })

  it('in the row of its table', async () => {
    const { programmes, drafts } = await assemblyOf(`# 令和8年度当初予算
      （単位：千円）
      | 区分 | 予算額 | 説明 |
      | 議会費 | 1,234 | 総務費を含む |
      | 総務費 | 2,345 | |`)
    expect(programmes.map(({ name }) => name)).toEqual(['議会費', '総務費'])
    const tops = programmes.map(({ place }) => place?.boxes.map(({ y0 }) => y0))
    expect(tops).toEqual(drafts.map(({ place }) => place.boxes.map(({ y0 }) => y0)))
  })

  it('a line of a text file, which has no pages', async () => {
    const { programmes } = await ofText('# 研究の推進', '令和7年度予算額（案） 100億円')
    expect(programmes[0]?.place).toMatchObject({ page: null, line: 1 })
  })

  it('nowhere when the name is lost', async () => {
    const { programmes } = await ofSlides([[amount]])
    expect(programmes).toMatchObject([{ nameMissing: true, place: null }])
  })
})
