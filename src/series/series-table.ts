import type { Column } from '../model/columns.js'
import { labels, stageLabels, type Term, termLabel, yen as yenUnit } from '../model/labels.js'
import type { PublishedTable } from '../model/published-table.js'
import type { Row } from '../model/row.js'
import type { TrendRow } from './trend.js'

type Kind = Pick<Column, 'name' | 'type' | 'isNullable' | 'japanese' | 'description'> & Partial<Column>

const column = (kind: Kind): Column => ({
  mayBeEmpty: false,
  values: null,
  pattern: null,
  minimum: null,
  maximum: null,
  ...kind,
})

const text = (name: string, japanese: string, description: string, more: Partial<Column> = {}): Column =>
  column({ name, type: 'string', isNullable: false, japanese, description, ...more })

const integer = (name: string, japanese: string, description: string, more: Partial<Column> = {}): Column =>
  column({ name, type: 'integer', isNullable: false, japanese, description, ...more })

const flag = (name: string, japanese: string, description: string): Column =>
  column({ name, type: 'boolean', isNullable: false, japanese, description })

const { yen, fiscal_year, page, document_id, figure_id, precision_yen } = labels.figures
const money = { unit: yenUnit }

/** Programmes over documents: a row a programme, year and stage. */
export const seriesTable: PublishedTable = {
  name: 'programmes_series',
  japanese: '事業の系列',
  description: 'Programmes followed over the documents by their names: a row a programme, year and stage.',
  columns: [
    text('series_row_id', '系列の行ID', 'Identifier of the row in this edition of the package.'),
    integer('series', '系列番号', 'Number of the series in this edition of the package, from 1.', { minimum: 1 }),
    text('programme', '事業名', 'The newest name of the programme.', {
      columnType: 'activity:generic:program:label',
    }),
    text('parent', labels.figures.parent.japanese, 'The enclosing programme or section, as the document prints it.', {
      isNullable: true,
    }),
    text(
      'programme_row_id',
      labels.figures.programme_row_id.japanese,
      'Its row in `programmes`, or that of the first of several.',
      {
        isNullable: true,
      },
    ),
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
    flag('needs_review', labels.figures.needs_review.japanese, 'Whether a figure that makes the row asks for review.'),
    text('breaks', '断絶', 'Ids of the rules by which the series breaks here, joined by `;`.', { isNullable: true }),
    text('break_notes', '断絶の説明', 'What broke, with the other amounts.', { isNullable: true }),
  ],
  keys: {
    primary: ['series_row_id'],
    foreign: [
      { column: 'document_id', table: 'documents', key: 'document_id' },
      { column: 'figure_id', table: 'figures', key: 'figure_id' },
      { column: 'programme_row_id', table: 'programmes', key: 'programme_row_id' },
    ],
  },
}

/** A row of `programmes_series`. */
export const toSeriesRow = (row: TrendRow): Row => ({
  ...row,
  series_row_id: [row.series, ...termOf(row)].join('-'),
  figure_id: row.figures.split(';')[0] ?? null,
})

const termOf = ({ fiscal_year, stage, supplementary_no }: Term): string[] =>
  [fiscal_year, stage, supplementary_no].flatMap((part) => (part === null ? [] : [String(part)]))

/** The column of a year and stage in `programmes_wide`. */
export const wideName = (row: Term): string => `${termOf(row).join('_')}_yen`

const byTerm = (a: Term, b: Term): number =>
  a.fiscal_year - b.fiscal_year ||
  stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
  (a.supplementary_no ?? 0) - (b.supplementary_no ?? 0)

/** The rows of a programme in one, with a column for each of its years and stages. */
export const wideRow = (rows: readonly TrendRow[]): Row => {
  const breaks = rows.flatMap((row) => row.breaks?.split(';') ?? [])
  return {
    series: rows[0]?.series ?? null,
    programme: rows[0]?.programme ?? null,
    parent: rows.at(-1)?.parent ?? null,
    ...Object.fromEntries(rows.map((row) => [wideName(row), row.yen])),
    needs_review: rows.some((row) => row.needs_review),
    breaks: breaks.length === 0 ? null : [...new Set(breaks)].join(';'),
  }
}

const stages = Object.keys(stageLabels)

/** The same, a row a programme with a column for each year and stage, in their order. */
export const wideTable = (terms: readonly Term[]): PublishedTable => ({
  name: 'programmes_wide',
  japanese: '事業一覧',
  description: 'The same series, a row a programme with a column for each year and stage.',
  columns: [
    integer('series', '系列番号', 'Number of the series, as in `programmes_series`.', { minimum: 1 }),
    text('programme', '事業名', 'The newest name of the programme.', { columnType: 'activity:generic:program:label' }),
    text(
      'parent',
      labels.figures.parent.japanese,
      'The enclosing programme or section, as the latest document prints it.',
      {
        isNullable: true,
      },
    ),
    ...[...terms]
      .sort(byTerm)
      .map((term) =>
        integer(
          wideName(term),
          termLabel(term),
          `Amount in yen of fiscal year ${term.fiscal_year}, stage ${term.stage}${term.supplementary_no === null ? '' : ` no. ${term.supplementary_no}`}.`,
          { ...money, isNullable: true },
        ),
      ),
    flag('needs_review', labels.figures.needs_review.japanese, 'Whether a figure of the row asks for review.'),
    text('breaks', '断絶', 'Ids of the rules by which the series breaks in some year, joined by `;`.', {
      isNullable: true,
    }),
  ],
  keys: { primary: ['series'], foreign: [] },
})
