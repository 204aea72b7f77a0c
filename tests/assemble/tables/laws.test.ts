import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assemblyOf, figureOf } from './grids.js'

interface Column {
  readonly head: string
  /** Role, year and stage of its amounts; '' where it holds no money. */
  readonly term: string
}

/** Columns as ministries and municipalities set them side by side, under 令和8年度当初予算. */
const sets: readonly (readonly Column[])[] = [
  [
    { head: '本年度予算額', term: 'budget 2026 enacted' },
    { head: '前年度予算額', term: 'comparison 2025 enacted' },
    { head: '比較', term: 'change 2026 -' },
  ],
  [
    { head: '令和7年度', term: 'comparison 2025 enacted' },
    { head: '令和8年度', term: 'budget 2026 enacted' },
    { head: '増減額', term: 'change 2026 -' },
    { head: '増減率', term: '' },
  ],
  [
    { head: '令和8年度当初予算額', term: 'budget 2026 enacted' },
    { head: '構成比', term: '' },
    { head: '令和6年度決算額', term: 'context 2024 -' },
    { head: '備考', term: '' },
  ],
  [
    { head: '予算額', term: 'budget 2026 enacted' },
    { head: '国県支出金', term: 'budget/part 2026 enacted' },
    { head: '一般財源', term: 'budget/part 2026 enacted' },
  ],
]

const units = { 千円: 1e3, 百万円: 1e6, 億円: 1e8, 円: 1 } as const

const names = [
  '議会費',
  '総務費',
  '民生費',
  '衛生費',
  '農林水産業費',
  '商工費',
  '土木費',
  '消防費',
  '教育費',
  '公債費',
  '諸支出金',
]

interface Amount {
  readonly print: string
  readonly value: number | null
}

const grouped = (digits: number): string => String(digits).replace(/\B(?=(?:\d{3})+$)/gu, ',')
const wide = (print: string): string =>
  print.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

const amount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map((value) => ({ print: grouped(value), value })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9_999 }).map((value) => ({ print: wide(grouped(value)), value })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('△', '▲', '△ ', '−'), fc.integer({ min: 1, max: 9_999_999 }))
      .map(([sign, value]) => ({ print: sign + grouped(value), value: -value })),
  },
  { weight: 2, arbitrary: fc.constantFrom('', '－', '―', '…', '皆増').map((print) => ({ print, value: null })) },
)

const table = fc.record({
  columns: fc.constantFrom(...sets),
  unit: fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])),
  inHeads: fc.boolean(),
  rows: fc
    .tuple(
      fc.shuffledSubarray(names, { minLength: 1 }),
      fc.array(fc.array(amount, { minLength: 4, maxLength: 4 }), { minLength: 11, maxLength: 11 }),
    )
    .map(([used, values]) => used.map((name, i) => ({ name, values: values[i] ?? [] }))),
})

const others: Readonly<Record<string, string>> = { 増減率: '2.5', 構成比: '10.1', 備考: '継続' }

it('a printed table gives its cells of money back, each once', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ columns, unit, inHeads, rows }) => {
      const heads = columns.map(({ head, term }) => (inHeads && term !== '' ? `${head}（${unit}）` : head))
      const printed = rows.map(({ name, values }) => [
        name,
        ...columns.map(({ head, term }, i) => (term === '' ? others[head] : values[i]?.print)),
      ])
      const made = await assemblyOf(`# 令和8年度当初予算
        ${inHeads ? '' : `（単位：${unit}）`}
        ${[['区分', ...heads], ...printed].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`)
      const expected = rows.flatMap(({ name, values }) =>
        columns.flatMap(({ term }, i) => {
          const value = values[i]?.value ?? null
          return term === '' || value === null ? [] : [`${name} ${term} ${value * units[unit] + 0}`]
        }),
      )
      const found = made.drafts.map((draft) => {
        const words = figureOf(made, draft).split(' ').slice(0, -1)
        return [...words, draft.amount.yen].join(' ')
      })
      expect(found).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})
