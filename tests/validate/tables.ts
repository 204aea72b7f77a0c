import type { Assembly, Draft, ProgrammeNode } from '../../src/model/draft.js'
import type { SignMark } from '../../src/model/finding.js'
import type { Table, TableColumn, TableRow } from '../../src/model/table.js'
import { amount, assembly, draft, node } from './assemblies.js'

const money = { kind: 'money', unit: '千円', isPart: false, group: 0 } as const

/** Columns by short names. */
const columns = {
  name: {
    path: ['区分'],
    kind: 'name',
    unit: null,
    isPart: false,
    group: 0,
    role: null,
    fiscalYear: null,
    stage: null,
  },
  now: { ...money, path: ['本年度'], role: 'budget', fiscalYear: 2025, stage: 'enacted' },
  amount: { ...money, path: ['金額'], role: 'budget', fiscalYear: 2025, stage: 'enacted' },
  last: { ...money, path: ['前年度'], role: 'comparison', fiscalYear: 2024, stage: 'enacted' },
  change: { ...money, path: ['比較'], role: 'change', fiscalYear: 2025, stage: null },
  before: { ...money, path: ['補正前の額'], role: 'budget', fiscalYear: 2025, stage: 'revised' },
  extra: { ...money, path: ['補正額'], role: 'budget', fiscalYear: 2025, stage: 'supplementary' },
  second: { ...money, path: ['第2号補正額'], role: 'budget', fiscalYear: 2025, stage: 'supplementary' },
  after: { ...money, path: ['計'], role: 'budget', fiscalYear: 2025, stage: 'revised' },
  state: { ...money, path: ['財源内訳', '国'], role: 'budget', fiscalYear: 2025, stage: 'enacted', isPart: true },
  bonds: { ...money, path: ['財源内訳', '地方債'], role: 'budget', fiscalYear: 2025, stage: 'enacted', isPart: true },
  own: { ...money, path: ['一般財源'], role: 'budget', fiscalYear: 2025, stage: 'enacted', isPart: true },
  other: { ...money, path: ['残高'], role: 'context', fiscalYear: null, stage: null },
  growth: { ...percentOf('伸率') },
  share: { ...percentOf('構成比') },
  ratio: { ...percentOf('前年比') },
  done: { ...percentOf('執行率') },
} as const satisfies Record<string, TableColumn>

function percentOf(head: string) {
  return {
    path: [head],
    kind: 'percent',
    unit: null,
    isPart: false,
    group: 0,
    role: null,
    fiscalYear: null,
    stage: null,
  } as const
}

export type ColumnName = keyof typeof columns

/** A row as printed: its name and cells. What stands before `/` is its group; indents say which row encloses it, 計 and 小計 that it is a total. */
export type Row = readonly string[]

export interface Sketch {
  readonly columns: readonly ColumnName[]
  readonly rows: readonly Row[]
  readonly page?: number
  readonly continues?: number | null
}

/** An assembly of tables in thousand yen, with a figure for each cell of money that holds digits. */
export const assemblyOf = (...sketches: readonly Sketch[]): Assembly => {
  const drafts: Draft[] = []
  const programmes: ProgrammeNode[] = []
  const tables = sketches.map((sketch, table): Table => {
    const rows = rowsOf(sketch.rows)
    const page = sketch.page ?? table + 1
    rows.forEach((row, r) => {
      const programme = programmes.push(node(row.name)) - 1
      sketch.columns.forEach((name, column) => {
        const text = sketch.rows[r]?.[column] ?? ''
        const made = columns[name].kind === 'money' ? draftOf(text, columns[name]) : null
        if (!made) return
        const place = {
          page,
          line: r + 1,
          boxes: [{ x0: 50 * column, y0: 20 * r, x1: 50 * column + 40, y1: 20 * r + 10 }],
        }
        drafts.push({ ...made, programme, place, cell: { table, row: r, column } })
      })
    })
    return {
      page,
      number: 1,
      box: { x0: 0, y0: 0, x1: 500, y1: 700 },
      caption: null,
      columns: sketch.columns.map((name) => columns[name]),
      rows,
      texts: sketch.rows,
      continues: sketch.continues ?? null,
    }
  })
  return assembly(drafts, { programmes, tables })
}

const rowsOf = (rows: readonly Row[]): TableRow[] => {
  const depths = rows.map(([name = '']) => /^ */.exec(name)?.[0].length ?? 0)
  return rows.map(([printed = ''], i) => {
    const [name = '', group] = printed.trim().split('/').reverse()
    const parent = depths.findLastIndex((depth, j) => j < i && depth < (depths[i] ?? 0))
    const total = /^小計/.test(name) ? 'subtotal' : /(?<!会)計$/.test(name) || /会計合計$/.test(name) ? 'total' : 'none'
    return {
      kind: 'body',
      name,
      numbering: null,
      parent: parent < 0 ? null : parent,
      groups: group === undefined ? [] : [group],
      total,
    }
  })
}

const draftOf = (text: string, column: TableColumn): Draft | null => {
  const digits = text.replace(/[,()△]/g, '')
  if (!/^\d+$/.test(digits)) return null
  const sign: SignMark = text.startsWith('△') ? '△' : text.startsWith('(') ? '（）' : 'none'
  const yen = Number(digits) * (sign === '△' ? -1000 : 1000)
  return draft(0, {
    amount: amount(0, { yen: yen + 0, precision: 1000, unit: '千円', sign }),
    raw: text,
    unitSource: 'table_caption',
    role: column.role ?? 'context',
    fiscalYear: column.fiscalYear,
    stage: column.stage,
    partOf: column.isPart,
  })
}
