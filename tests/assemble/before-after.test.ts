import { describe, expect, it } from 'vitest'
import { ofSlides } from './documents.js'

type Line = readonly [x: number, y: number, text: string, style?: { size: number }]

/** Role, year, stage and programme of each figure of a page; `?` where one of them is not sure. */
const readingsOf = async (lines: readonly Line[]): Promise<string[]> => {
  const made = await ofSlides([[[40, 30, '令和7年度予算案のポイント', { size: 18 }], ...lines]])
  return made.drafts.map(({ role, fiscalYear, stage, programme, isNew, decisions }) =>
    [
      `${decisions.every(({ sure }) => sure) ? '' : '?'}${role}`,
      fiscalYear,
      stage,
      programme === null ? null : made.programmes[programme]?.name,
      isNew ? 'new' : null,
    ]
      .filter((part) => part !== null)
      .join(' '),
  )
}

const note: Line = [40, 70, '（注）「⇒」の左は６年度当初予算額、右は７年度予算額（案）。〔 〕内は６年度補正予算額。']

describe('amounts on both sides of an arrow', () => {
  it('are the previous year’s and the budget of the name above, as the note says', async () => {
    expect(
      await readingsOf([note, [40, 120, '林道整備事業'], [200, 136, '25億円 ⇒ 28億円（+12.0％）〔3億円〕']]),
    ).toEqual([
      'comparison 2024 enacted 林道整備事業',
      'budget 2025 draft 林道整備事業',
      'comparison 2024 supplementary 林道整備事業',
    ])
  })

  it('are new where 新規 stands before the arrow', async () => {
    expect(await readingsOf([note, [40, 120, '林道整備事業'], [200, 136, '（新規） ⇒ 28億円']])).toEqual([
      'budget 2025 draft 林道整備事業 new',
    ])
  })

  it('are not sure without a note', async () => {
    expect(
      await readingsOf([
        [40, 120, '林道整備事業'],
        [200, 136, '25億円 ⇒ 28億円'],
      ]),
    ).toEqual(['?comparison 2024 enacted 林道整備事業', '?budget 2025 draft 林道整備事業'])
  })
})

describe('an amount in brackets', () => {
  it('right below a budget is the previous year’s', async () => {
    expect(
      await readingsOf([
        [40, 120, '○ 林道整備事業'],
        [300, 120, '28億円'],
        [40, 136, '崩れた道の修繕'],
        [298, 136, '(25億円)'],
      ]),
    ).toEqual(['budget 2025 draft 林道整備事業', 'comparison 2024 enacted 林道整備事業'])
  })

  it('behind the heading of a section is its sum, then the previous year’s', async () => {
    expect(await readingsOf([[40, 120, '（１）林業の振興 ［28億円（25億円）］']])).toEqual([
      'budget 2025 draft 林業の振興',
      'comparison 2024 enacted 林業の振興',
    ])
  })
})

describe('marks of new programmes', () => {
  it.each([
    ['【新】林道整備事業 5億円', 'budget 2025 draft 林道整備事業 new'],
    ['【拡】林道整備事業 5億円', 'budget 2025 draft 林道整備事業'],
    ['新規 林道整備事業 5億円', 'budget 2025 draft 林道整備事業 new'],
    ['新規就農者支援事業 5億円', 'budget 2025 draft 新規就農者支援事業'],
  ])('%s: %s', async (line, reading) => {
    expect(await readingsOf([[40, 120, line]])).toEqual([reading])
  })

  it('hold for the name beside them', async () => {
    expect(
      await readingsOf([
        [40, 123, '新規', { size: 7 }],
        [62, 120, '林道整備事業', { size: 11 }],
        [200, 132, '5億円', { size: 14 }],
        [40, 160, '崩れた道を直します。', { size: 9 }],
      ]),
    ).toEqual(['budget 2025 draft 林道整備事業 new'])
  })
})

describe('labels of a chart side by side', () => {
  it('are paired with what stands right above and below them', async () => {
    expect(
      await readingsOf([
        [100, 200, '県税'],
        [96, 212, '34億円'],
        [96, 224, '(7.2%)'],
        [160, 212, '県債'],
        [156, 224, '84億円'],
        [156, 236, '(17.8%)'],
        [300, 200, '繰入金'],
        [300, 212, '20億円'],
        [300, 224, '(5.0%)'],
      ]),
    ).toEqual(expect.arrayContaining(['budget 2025 draft 県税', 'budget 2025 draft 県債', 'budget 2025 draft 繰入金']))
  })
})
