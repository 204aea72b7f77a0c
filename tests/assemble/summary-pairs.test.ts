import { describe, expect, it } from 'vitest'
import { filled, type Print } from '../layout/pages.js'
import { namesIn, ofSlides, ruleOf, type Slide } from './documents.js'

const body: Print = [40, 66, `この事業の背景と目的について述べる${'長い'.repeat(18)}本文の一行である。`]

/** A section page that lists programmes with their amounts. */
const summary = (item: string): Slide => [
  [
    [40, 30, '未来社会の実現に向けた研究の推進', { size: 18 }],
    [450, 34, '令和7年度予算額（案） 100億円'],
    [40, 100, item],
    body,
  ],
]

/** The programme’s own page, whose only pair of amounts stands in a box with a heading. */
const detail: Slide = [
  [
    [40, 30, '創発的研究支援事業', { size: 18 }],
    [50, 104, '若手研究者の挑戦支援', { bold: true }],
    [50, 124, '25億円（20億円）'],
    body,
  ],
  [filled(40, 100, 320, 180, '#f4f4f4')],
]

const cases: readonly (readonly [what: string, item: string, name: string])[] = [
  ['the same pair under the title: the title’s', '○創発的研究支援事業 25億円（20億円）', '創発的研究支援事業'],
  ['another pair: the box’s', '○創発的研究支援事業 26億円（20億円）', '若手研究者の挑戦支援'],
  ['the same pair of another programme: the box’s', '○量子研究プログラム 25億円（20億円）', '若手研究者の挑戦支援'],
]

describe('a pair in a box on a page whose title has no amounts, printed on another page as', () => {
  it.each(cases)('%s', async (_, item, name) => {
    const made = await ofSlides(summary(item), detail)
    expect(namesIn(made).slice(-2)).toEqual([`25億円 > ${name}`, `20億円 > ${name}`])
  })

  it('the rule is told', async () => {
    const made = await ofSlides(summary('○創発的研究支援事業 25億円（20億円）'), detail)
    expect(ruleOf(made.drafts.at(-1), 'programme')).toBe('pair_of_title')
  })
})
