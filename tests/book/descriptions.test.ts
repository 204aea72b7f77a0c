import { describe, expect, it } from 'vitest'
import { describedIn } from '../../src/book/descriptions.js'
import { piecesBetween } from '../../src/book/pieces.js'
import { Spacing } from '../../src/book/spacing.js'
import { printOf } from './prints.js'

const column = { x0: 0, x1: 300 }

/** The pieces of lines one below another; amounts that begin with | end at the right edge of the column. */
const pieces = (lines: readonly string[], top = 0) =>
  piecesBetween(
    lines.flatMap((line, i) => {
      const [name = '', amount] = line.split('|')
      const indent = name.length - name.trimStart().length
      const at = { y: top + 20 * i }
      return [
        ...(name.trim() === '' ? [] : [printOf(name.trim(), { ...at, x: 10 * indent })]),
        ...(amount === undefined ? [] : [printOf(amount, { ...at, x: 290 - 10 * amount.length })]),
      ]
    }),
    { ...column, y0: 0, y1: 1000 },
  )

interface Case {
  readonly is: string
  readonly lines: readonly string[]
  readonly told: readonly (readonly [string, string])[]
  readonly remarks?: number
}

const cases: readonly Case[] = [
  { is: 'a line', lines: ['議員報酬|12,345'], told: [['議員報酬', '12,345']] },
  { is: 'full width', lines: ['議員報酬|１２，３４５'], told: [['議員報酬', '１２，３４５']] },
  { is: 'a decrease', lines: ['議員報酬|△12'], told: [['議員報酬', '△12']] },
  { is: 'a count of people in the name', lines: ['議員報酬 12人|345'], told: [['議員報酬 12人', '345']] },
  { is: 'a basis of calculation', lines: ['負担金 594,196×0.2|124'], told: [['負担金', '124']] },
  { is: 'a factor at the end', lines: ['負担金 594,196×|124'], told: [], remarks: 1 },
  { is: 'an amount with its unit', lines: ['議員報酬|345千円'], told: [['議員報酬', '345千円']] },
  { is: 'a price among amounts', lines: ['議員報酬|345', '議長|400円'], told: [['議員報酬', '345']], remarks: 1 },
  { is: 'amounts in yen', lines: ['議員報酬|345円'], told: [['議員報酬', '345円']] },
  { is: 'digits apart', lines: ['議員報酬|3 4 5'], told: [['議員報酬', '3 4 5']] },
  { is: 'leaders', lines: ['議員報酬………|345'], told: [['議員報酬', '345']] },
  {
    is: 'an amount below its name',
    lines: ['議員報酬 12×3', '|345千円'],
    told: [['議員報酬/', '345千円']],
    remarks: 1,
  },
  {
    is: 'where money comes from',
    lines: ['移住促進事業|345', '(国 1,234 県 56)', '旅費|12'],
    told: [
      ['移住促進事業', '345'],
      ['旅費', '12'],
    ],
    remarks: 0,
  },
  {
    is: 'a remark in brackets',
    lines: ['移住促進事業|345', '(2/3)'],
    told: [['移住促進事業/(2/3)', '345']],
  },
  {
    is: 'an amount on the last of three lines',
    lines: [
      'あいうえおかきくけこさしすせそたちつてアイウエ',
      'とあいうえおかきくけこさしすせそたちつてアイウ',
      'に事業|12',
    ],
    told: [
      ['あいうえおかきくけこさしすせそたちつてアイウエ/とあいうえおかきくけこさしすせそたちつてアイウ/に事業', '12'],
    ],
    remarks: 1,
  },
  {
    is: 'a number of its own below a full line',
    lines: ['1 うえおかきくけこさしすせそたちつてアイウ|12', '2 旅費', '|34'],
    told: [
      ['1 うえおかきくけこさしすせそたちつてアイウ', '12'],
      ['2 旅費/', '34'],
    ],
    remarks: 1,
  },
  { is: 'a head without money', lines: ['議会運営事業', '　旅費|12'], told: [['旅費', '12']], remarks: 1 },
  { is: 'an amount far from the edge', lines: ['第 12 回'], told: [], remarks: 0 },
  {
    is: 'a sentence',
    lines: ['報酬1,234千円、給料567千円を計上'],
    told: [
      ['報酬', '1,234千円'],
      ['給料', '567千円'],
    ],
  },
  {
    is: 'names side by side',
    lines: ['小学校　　　1,234　　　中学校|567'],
    told: [
      ['小学校', '1,234'],
      ['中学校', '567'],
    ],
  },
  { is: 'a count far behind its name', lines: ['調査補助金　　延べ12人|345'], told: [['調査補助金', '345']] },
  { is: 'a count beside its name', lines: ['調査委員　12人|345'], told: [['調査委員　12人', '345']] },
  { is: 'a number of a name', lines: ['調査委員会　　第2回|345'], told: [['調査委員会　　第2回', '345']] },
  { is: 'a remark in brackets', lines: ['（特別事業）', '　旅費|12'], told: [['旅費', '12']], remarks: 0 },
  {
    is: 'a name that fills its line',
    lines: ['あいうえおかきくけこさしすせそたちつてアイウ|12', 'となにぬねの', '旅費|34'],
    told: [
      ['あいうえおかきくけこさしすせそたちつてアイウ/となにぬねの', '12'],
      ['旅費', '34'],
    ],
  },
]

/** Lines at these distances (em) below the one before; entries stand two em apart. */
interface Set {
  readonly is: string
  readonly lines: readonly (readonly [number, string])[]
  readonly told: readonly string[]
}

const roomy: readonly Set[] = [
  {
    is: 'as far left',
    lines: [
      [2, '共同情報基盤|12'],
      [1.1, '接続利用料'],
    ],
    told: ['共同情報基盤/接続利用料'],
  },
  {
    is: 'at the right',
    lines: [
      [2, '公園協議会|12'],
      [1.1, '　　　負担金'],
    ],
    told: ['公園協議会/負担金'],
  },
  {
    is: 'with a count',
    lines: [
      [2, '講習受講|12'],
      [1.1, '　　費用補助金　3人'],
    ],
    told: ['講習受講/費用補助金'],
  },
  {
    is: 'a count alone',
    lines: [
      [2, '講習受講|12'],
      [1.1, '　　　　　　延べ3人'],
    ],
    told: ['講習受講'],
  },
  {
    is: 'a detail',
    lines: [
      [2, '講習受講|12'],
      [1.1, '　春の部'],
    ],
    told: ['講習受講'],
  },
  {
    is: 'an entry of its own',
    lines: [
      [2, '公園協議会|12'],
      [2, '講座開催'],
    ],
    told: ['公園協議会'],
  },
  {
    is: 'a full line of its own',
    lines: [
      [2, 'あいうえおかきくけこさしすせそたちつてアイウ'],
      [2, '旅費|34'],
    ],
    told: ['旅費'],
  },
  {
    is: 'money on the last line',
    lines: [
      [2, 'あいうえおかきくけこさしすせそたちつてアイウ'],
      [1.1, '　補助金|34'],
    ],
    told: ['あいうえおかきくけこさしすせそたちつてアイウ/補助金'],
  },
]

/** A book that has set lines of one entry closer together than entries. */
const seen = (): Spacing => {
  const spacing = new Spacing()
  const at = (y: number) => piecesBetween([printOf('会議', { y })], { ...column, y0: 0, y1: 1000 })
  for (const y of [11, 22, 33]) spacing.add([...at(y - 11), ...at(y)])
  for (const y of [20, 40, 60, 80, 100, 120]) spacing.add([...at(y - 20), ...at(y)])
  return spacing
}

describe('a line close below a name', () => {
  it.each(roomy)('$is', ({ lines, told }) => {
    let y = 0
    const set = lines.flatMap(([distance, line]) => {
      y += 10 * distance
      return pieces([line], y)
    })
    const found = describedIn(set, column, seen())
    expect(found.lines.map(({ names }) => names.join('/'))).toEqual(told)
  })
})

describe('the column of 説明', () => {
  it.each(cases)('$is', ({ lines, told, remarks = 0 }) => {
    const found = describedIn(pieces(lines), column, new Spacing())
    expect(found.lines.map(({ names, amount }) => [names.join('/'), amount.text])).toEqual(told)
    expect(found.remarks).toHaveLength(remarks)
  })
})
