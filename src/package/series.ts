import type { Column } from '../model/columns.js'
import type { Figure } from '../model/figure.js'
import { labels, stageLabels, yen as yenUnit } from '../model/labels.js'
import type { PublishedTable } from '../model/published-table.js'
import type { Alias } from '../series/aliases.js'
import { type AreStrangers, StrangerTally } from '../series/chains.js'
import { pointsOf } from '../series/points.js'
import { seriesOf } from '../series/programmes.js'
import { inOrder, type TrendRow, trendsOf } from '../series/trend.js'
import { PointStore } from './point-store.js'
import type { Row } from './view.js'

/** A table with its rows, some at a time. */
export interface Filled {
  readonly table: PublishedTable
  readonly rows: AsyncIterable<readonly Row[]>
}

/** Follows programmes over the documents of a package. Of all figures only those that stand for a whole programme are kept, and
 * of many of them few in memory. */
export class SeriesMaker {
  private readonly store: PointStore
  private readonly terms = new Map<string, Term>()
  private areStrangers: AreStrangers | null = null
  /** Amounts that make no series, since their names stand for several programmes. */
  ambiguous = 0

  constructor(
    folder: string,
    private readonly aliases: readonly Alias[],
  ) {
    this.store = new PointStore(folder, aliases)
  }

  /** Takes all figures of one document. */
  add(figures: readonly Figure[]): Promise<void> {
    return this.store.add(pointsOf(figures))
  }

  /** The series as rows of a year and stage each. */
  series(): Filled {
    return { table: seriesTable, rows: this.seriesRows() }
  }

  /** The same as a row a programme; its columns are known when `series` is through. */
  wide(): Filled {
    return { table: wideTable([...this.terms.values()].sort(byTerm)), rows: this.wideRows() }
  }

  private async *seriesRows(): AsyncGenerator<readonly Row[]> {
    for await (const rows of this.trends()) {
      for (const row of rows) this.terms.set(wideName(row), row)
      yield rows.map(toSeriesRow)
    }
  }

  private async *wideRows(): AsyncGenerator<readonly Row[]> {
    for await (const rows of this.trends()) yield [wideRow(rows)]
  }

  /** The rows of one programme after another. */
  private async *trends(): AsyncGenerator<readonly TrendRow[]> {
    this.areStrangers ??= await this.tallied()
    let last = 0
    for await (const points of this.store.groups()) {
      const { series } = seriesOf(inOrder(points))
      for (const rows of trendsOf(series, { aliases: this.aliases, programme: '' }, this.areStrangers, last)) {
        last = rows[0]?.series ?? last
        yield rows
      }
    }
  }

  /** What tells documents of different bodies apart hangs on all programmes. */
  private async tallied(): Promise<AreStrangers> {
    const tally = new StrangerTally()
    for await (const points of this.store.groups()) {
      const { series, ambiguous } = seriesOf(inOrder(points))
      tally.add(series)
      this.ambiguous += ambiguous.length
    }
    return tally.areStrangers
  }
}

/** The tables that are made of other tables. */
export const derived: readonly string[] = ['programmes_series', 'programmes_wide']

type Kind = Pick<Column, 'name' | 'type' | 'isNullable' | 'japanese' | 'description'> & Partial<Column>

const column = (kind: Kind): Column => ({ values: null, pattern: null, minimum: null, maximum: null, ...kind })

const text = (name: string, japanese: string, description: string, more: Partial<Column> = {}): Column =>
  column({ name, type: 'string', isNullable: false, japanese, description, ...more })

const integer = (name: string, japanese: string, description: string, more: Partial<Column> = {}): Column =>
  column({ name, type: 'integer', isNullable: false, japanese, description, ...more })

const { yen, fiscal_year, page, document_id, figure_id, precision_yen } = labels.figures
const money = { unit: yenUnit }

/** Programmes over documents: a row a programme, year and stage. */
const seriesTable: PublishedTable = {
  name: 'programmes_series',
  japanese: '事業の系列',
  description: 'Programmes followed over the documents by their names: a row a programme, year and stage.',
  columns: [
    text('series_row_id', '系列の行ID', 'Identifier of the row in this edition of the package.'),
    integer('series', '系列番号', 'Number of the series in this edition of the package, from 1.', { minimum: 1 }),
    text('programme', '事業名', 'The newest name of the programme.', {
      columnType: 'activity:generic:program:label',
    }),
    text(
      'names',
      '印刷された事業名',
      'Names printed in this year and stage whose amounts make the row, joined by ` + `.',
    ),
    integer('fiscal_year', fiscal_year.japanese, 'Fiscal year, by the year of its April.', fiscal_year),
    text('stage', '予算の段階', 'Stage of the budget.', {
      columnType: 'phase:id',
      values: Object.keys(stageLabels),
    }),
    integer('supplementary_no', '補正の番号', 'Number of the supplementary budget.', { isNullable: true }),
    integer('yen', yen.japanese, 'Amount in yen.', yen),
    integer('precision_yen', precision_yen.japanese, 'Value in yen of the last printed digit.', {
      ...money,
      isNullable: true,
    }),
    text('role', '役割', 'budget: the document is about this year; comparison: printed beside a later year’s.', {
      values: ['budget', 'comparison'],
    }),
    integer(
      'change_yen',
      '前年度当初からの増減額',
      'Yen more than the enacted budget of the year before, where that is known.',
      {
        ...money,
        isNullable: true,
      },
    ),
    text('change_percent', '前年度当初からの増減率', 'The same in percent, as a decimal number.', {
      isNullable: true,
      unit: { code: '%', japanese: '％' },
    }),
    text('document_id', document_id.japanese, 'The document that prints the amount, a key of `documents`.'),
    integer('page', page.japanese, 'Physical page, from 1; null for text input.', { ...page, isNullable: true }),
    text('figure_id', figure_id.japanese, 'The figure, or the first of several that make the row, a key of `figures`.'),
    text('figures', '元の金額ID', 'All figures that make the row, joined by `;`.'),
    text('breaks', '断絶', 'Ids of the rules by which the series breaks here, joined by `;`.', { isNullable: true }),
    text('break_notes', '断絶の説明', 'What broke, with the other amounts.', { isNullable: true }),
  ],
  keys: {
    primary: ['series_row_id'],
    foreign: [
      { column: 'document_id', table: 'documents', key: 'document_id' },
      { column: 'figure_id', table: 'figures', key: 'figure_id' },
    ],
  },
}

const toSeriesRow = (row: TrendRow): Row => ({
  ...row,
  series_row_id: [row.series, ...termOf(row)].join('-'),
  figure_id: row.figures.split(';')[0] ?? null,
})

type Term = Pick<TrendRow, 'fiscal_year' | 'stage' | 'supplementary_no'>

const termOf = ({ fiscal_year, stage, supplementary_no }: Term): string[] =>
  [fiscal_year, stage, supplementary_no].flatMap((part) => (part === null ? [] : [String(part)]))

const wideName = (row: Term): string => `${termOf(row).join('_')}_yen`

const byTerm = (a: Term, b: Term): number =>
  a.fiscal_year - b.fiscal_year ||
  stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
  (a.supplementary_no ?? 0) - (b.supplementary_no ?? 0)

/** The rows of a programme in one, with a column for each of its years and stages. */
const wideRow = (rows: readonly TrendRow[]): Row => {
  const breaks = rows.flatMap((row) => row.breaks?.split(';') ?? [])
  return {
    series: rows[0]?.series ?? null,
    programme: rows[0]?.programme ?? null,
    ...Object.fromEntries(rows.map((row) => [wideName(row), row.yen])),
    breaks: breaks.length === 0 ? null : [...new Set(breaks)].join(';'),
  }
}

const stages = Object.keys(stageLabels)

const wideTable = (terms: readonly Term[]): PublishedTable => ({
  name: 'programmes_wide',
  japanese: '事業一覧',
  description: 'The same series, a row a programme with a column for each year and stage.',
  columns: [
    integer('series', '系列番号', 'Number of the series, as in `programmes_series`.', { minimum: 1 }),
    text('programme', '事業名', 'The newest name of the programme.', { columnType: 'activity:generic:program:label' }),
    ...terms.map((term) =>
      integer(
        wideName(term),
        `${term.fiscal_year}年度 ${stageLabels[term.stage]}${term.supplementary_no === null ? '' : `第${term.supplementary_no}号`}`,
        `Amount in yen of fiscal year ${term.fiscal_year}, stage ${term.stage}${term.supplementary_no === null ? '' : ` no. ${term.supplementary_no}`}.`,
        { ...money, isNullable: true },
      ),
    ),
    text('breaks', '断絶', 'Ids of the rules by which the series breaks in some year, joined by `;`.', {
      isNullable: true,
    }),
  ],
  keys: { primary: ['series'], foreign: [] },
})
