import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellTexts, filled, layoutOf, lineTexts, type Print, ruled, stroked } from './pages.js'

/** Text that ends at x. */
const ending = (x: number, y: number, text: string): Print => {
  const width = [...text].reduce((sum, char) => sum + (char > '\u2fff' ? 10 : 5), 0)
  return [x - width, y, text]
}

/** A name and numbers that end at 250, 330 and so on. */
const row = (y: number, name: string, ...numbers: readonly string[]): Print[] => [
  ...(name === '' ? [] : [[50, y, name] as Print]),
  ...numbers.flatMap((number, i) => (number === '' ? [] : [ending(250 + 80 * i, y, number)])),
]

const body = [
  ...row(100, '市税', '5,860,609', '5,570,755'),
  ...row(116, '地方譲与税', '214,294', '228,625'),
  ...row(132, '市債', '2,539,800', '900'),
]
const bodyCells = [
  '市税',
  '5,860,609',
  '5,570,755',
  '地方譲与税',
  '214,294',
  '228,625',
  '市債',
  '2,539,800',
  '900',
].map((text, i) => [Math.floor(i / 3), i % 3, text] as const)
const below = (heads: number): string[] => bodyCells.map(([r, c, text]) => `${r + heads},${c} ${text}`)

const tables: readonly (readonly [what: string, prints: readonly Print[], cells: readonly string[]])[] = [
  ['names and numbers', body, below(0)],
  [
    'heads above the columns',
    [[60, 80, '区分'], ending(250, 80, '本年度'), ending(330, 80, '前年度'), ...body],
    ['0,0 区分', '0,1 本年度', '0,2 前年度', ...below(1)],
  ],
  [
    'heads of two levels',
    [[60, 80, '区分'], [230, 64, '当初予算額'], ending(250, 80, '本年度'), ending(330, 80, '前年度'), ...body],
    ['0,0+2x1 区分', '0,1+1x2 当初予算額', '1,1 本年度', '1,2 前年度', ...below(2)],
  ],
  [
    'heads of two lines, the head of the names between them',
    [
      [60, 78, '区分'],
      ...[250, 330].flatMap((x, i) => [ending(x, 70, `令和${'六七'[i]}年度`), ending(x, 86, '当初予算額')]),
      ...body,
    ],
    ['0,0+2x1 区分', '0,1 令和六年度', '0,2 令和七年度', '1,1 当初予算額', '1,2 当初予算額', ...below(2)],
  ],
  [
    'heads left of their numbers, and one of remarks',
    [
      ...['区分', '本年度', '前年度', '備考'].map((text, i): Print => [[60, 180, 265, 390][i] ?? 0, 80, text]),
      ...body,
      [360, 100, '増収'],
    ],
    ['0,0 区分', '0,1 本年度', '0,2 前年度', '0,3 備考', ...below(1).toSpliced(3, 0, '1,3 増収')],
  ],
  [
    'a note in the place of a number',
    [...body, ...row(148, '県債', '*2', '*2')],
    [...below(0), '3,0 県債', '3,1 *2', '3,2 *2'],
  ],
  [
    'numbers with others in brackets behind them',
    [
      ...row(100, '観光地の再生', '11,050 (10,620)'),
      ...row(116, '受入環境の整備', '1,350 (1,520)'),
      ...row(132, '観光の推進', '830 (712)'),
      ...row(148, '合計', '13,230 (12,852)'),
    ],
    [
      ...['観光地の再生', '11,050 (10,620)', '受入環境の整備', '1,350 (1,520)', '観光の推進', '830 (712)'],
      ...['合計', '13,230 (12,852)'],
    ].map((text, i) => `${Math.floor(i / 2)},${i % 2} ${text}`),
  ],
  [
    'a row of a name alone heads the rows below it',
    [...body, ...row(148, '（財産収入）'), ...row(164, '財産売払収入', '1,000', '2,000')],
    [...below(0), '3,0 （財産収入）', '4,0 財産売払収入', '4,1 1,000', '4,2 2,000'],
  ],
  [
    'a name of two lines is of one row',
    [
      ...row(100, '国庫支出金', '4,223,313'),
      ...row(130, '特定防衛施設周辺整', '1,234'),
      ...row(141, '備調整交付金'),
      ...row(160, '寄附金', '440,001'),
      ...row(190, '繰入金', '949,680'),
    ],
    [
      '0,0 国庫支出金',
      '0,1 4,223,313',
      '1,0 特定防衛施設周辺整/備調整交付金',
      '1,1 1,234',
      '2,0 寄附金',
      '2,1 440,001',
      '3,0 繰入金',
      '3,1 949,680',
    ],
  ],
  [
    'numbers that step from column to column',
    [
      ...row(100, '給水収益', '579,091', ''),
      ...row(116, 'その他収益', '3,225', ''),
      ...row(132, '収益合計', '', '582,316'),
      ...row(148, '給水費', '56,096', ''),
      ...row(164, '総係費', '99,178', ''),
      ...row(180, '費用合計', '', '155,274'),
      ...row(196, '差引', '', '427,042'),
    ],
    [
      '0,0 給水収益',
      '0,1 579,091',
      '1,0 その他収益',
      '1,1 3,225',
      '2,0 収益合計',
      '2,2 582,316',
      '3,0 給水費',
      '3,1 56,096',
      '4,0 総係費',
      '4,1 99,178',
      '5,0 費用合計',
      '5,2 155,274',
      '6,0 差引',
      '6,2 427,042',
    ],
  ],
  [
    'signs, brackets and dashes in place of numbers',
    [
      ...row(100, '市税', '△1,234', '(567)'),
      ...row(116, '市債', '12,345', '－'),
      ...row(132, '諸収入', '皆増', '8,901'),
    ].concat(row(148, '寄附金', '2,000', '100')),
    [
      '0,0 市税',
      '0,1 △1,234',
      '0,2 (567)',
      '1,0 市債',
      '1,1 12,345',
      '1,2 －',
      '2,0 諸収入',
      '2,1 皆増',
      '2,2 8,901',
      '3,0 寄附金',
      '3,1 2,000',
      '3,2 100',
    ],
  ],
]

/** A list with heads in a two-column sheet: what stands left is shifted to the right. */
const shifted = (prints: readonly Print[], by: number): Print[] => prints.map(([x, y, text]) => [x + by, y, text])

describe('a table without rules', () => {
  it.each(tables)('%s', (_, prints, cells) => {
    expect(cellTexts(layoutOf(prints))).toEqual([cells])
  })

  it('is one with level rules alone', () => {
    const rules = [95, 112, 128, 146].map((y) => stroked(50, y, 340, y))
    expect(cellTexts(layoutOf(body, rules))).toEqual([below(0)])
  })

  it('is one with upright rules alone', () => {
    const rules = [45, 180, 260, 340].map((x) => stroked(x, 90, x, 150))
    expect(cellTexts(layoutOf(body, rules))).toEqual([below(0)])
  })

  it('is one with stripes behind its rows', () => {
    const stripes = [98, 130].map((y) => filled(45, y, 340, y + 14))
    expect(cellTexts(layoutOf(body, stripes))).toEqual([below(0)])
  })

  it('has numbers that nearly touch the names or each other', () => {
    const close = [...body, ...row(148, '特定防衛施設周辺整備調整交付金', '9,876,543', '1,234')]
    expect(cellTexts(layoutOf(close))[0]?.slice(-3)).toEqual([
      '3,0 特定防衛施設周辺整備調整交付金',
      '3,1 9,876,543',
      '3,2 1,234',
    ])
  })

  it('stands beside another on the same sheet', () => {
    expect(cellTexts(layoutOf([...body, ...shifted(body, 320)]))).toEqual([below(0), below(0)])
  })

  it('leaves its caption, its unit and what follows outside', () => {
    const made = layoutOf([
      [50, 40, '１　歳入の内訳'],
      ending(330, 60, '（単位：千円）'),
      [60, 80, '区分'],
      ending(250, 80, '本年度'),
      ending(330, 80, '前年度'),
      ...body,
      [50, 180, '（注）端数は四捨五入しているため、合計と一致しない。'],
    ])
    expect(cellTexts(made)).toEqual([['0,0 区分', '0,1 本年度', '0,2 前年度', ...below(1)]])
    expect(lineTexts(made)).toEqual([
      '１　歳入の内訳',
      '（単位：千円）',
      '（注）端数は四捨五入しているため、合計と一致しない。',
    ])
  })

  it('keeps its place between the texts above and below', () => {
    const made = layoutOf([[50, 40, '上の文である。'], ...body, [50, 220, '下の文である。']])
    expect(made.blocks.map(({ kind }) => kind === 'table')).toEqual([false, true, false])
  })
})

const others: readonly (readonly [what: string, prints: readonly Print[]])[] = [
  ['two rows', row(100, '市税', '5,860,609').concat(row(116, '市債', '2,539,800'))],
  ['amounts with their units', [100, 116, 132].flatMap((y) => row(y, '事業費', '5,860百万円', '4,000百万円'))],
  [
    'numbers with a unit set apart',
    [100, 116, 132].flatMap((y) => [...row(y, '事業費', '5,860'), [265, y, '百万円'] as Print]),
  ],
  ['numbers without names', [100, 116, 132, 148].flatMap((y) => row(y, '', '5,860', '1,234'))],
  ['a list of pages', ['1', '12', '103', '250'].flatMap((page, i) => row(100 + 16 * i, '事業の概要', page))],
  ['years and counts', [2022, 2023, 2024, 2025].flatMap((year, i) => row(100 + 16 * i, '開催の年', `${year}`))],
  [
    'a text with numbers in it',
    ['予算額は1,234の内数であり、', '前年度は2,345の内数である。', '来年度は3,456を見込み、', '計は4,567となる。'].map(
      (text, i): Print => [50, 100 + 14 * i, text],
    ),
  ],
]

describe('no table are', () => {
  it.each(others)('%s', (_, prints) => {
    expect(cellTexts(layoutOf(prints))).toEqual([])
  })
})

const names = fc.constantFrom('市税', '地方譲与税', '国庫支出金', '諸収入', '公債費', '予備費')
const money = fc.integer({ min: 1000, max: 9_999_999 }).map((value) => String(value).replace(/\B(?=(\d{3})+$)/g, ','))
const printed = fc.integer({ min: 2, max: 4 }).chain((columns) =>
  fc.array(fc.tuple(names, fc.array(money, { minLength: columns, maxLength: columns })), {
    minLength: 3,
    maxLength: 12,
  }),
)

describe('a printed table gives back its cells', () => {
  const cellsOf = (table: readonly (readonly [string, readonly string[]])[]): string[] =>
    table.flatMap(([name, numbers], r) => [name, ...numbers].map((text, c) => `${r},${c} ${text}`))

  it.each(['with rules', 'without rules', 'with stripes', 'with upright rules', 'with level rules'] as const)(
    '%s',
    (how) => {
      fc.assert(
        fc.property(printed, fc.integer({ min: 14, max: 24 }), (table, pitch) => {
          const prints = table.flatMap(([name, numbers], r) => row(60 + pitch * r, name, ...numbers))
          const xs = [45, 180, ...(table[0]?.[1] ?? []).map((_, i) => 260 + 80 * i)]
          const ys = Array.from({ length: table.length + 1 }, (_, r) => 58 + pitch * r)
          const [left, right, top, foot] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0]
          const shapes = {
            'with rules': ruled(xs, ys),
            'without rules': [],
            'with stripes': ys
              .slice(0, -1)
              .filter((_, r) => r % 2 === 0)
              .map((y) => filled(left, y, right, y + pitch)),
            'with upright rules': [
              ...xs.map((x) => stroked(x, top, x, foot)),
              stroked(left, top, right, top),
              stroked(left, foot, right, foot),
            ],
            'with level rules': ys.map((y) => stroked(left, y, right, y)),
          }[how]
          expect(cellTexts(layoutOf(prints, shapes))).toEqual([cellsOf(table)])
        }),
        { numRuns: 60 },
      )
    },
  )
})
