import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../../src/extract.js'
import type { Dataset, TableName } from '../../src/model/dataset.js'
import { dataset as sample } from '../emit/sample.js'
import { brief, problemsOf, usePackages, validate } from './packages.js'
import { yosanPackage } from './yosan-package.js'

usePackages()

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'documents')
let real: Dataset = sample

beforeAll(async () => {
  const names = ['r7-draft-research.pdf', 'r8-request-points.pdf']
  real = (
    await extract(
      names.map((name) => join(fixtures, name)),
      { pages: null },
    )
  ).dataset
})

const check = async (dataset: Dataset) => {
  const { descriptor, files } = await yosanPackage(dataset)
  return validate(descriptor, files)
}

type Change<Name extends TableName> = Partial<Dataset[Name][number]> | ((row: Dataset[Name][number]) => object)

/** The data set with its first row that `is` changed, and the number of that row in its file. */
const changed = <Name extends TableName>(
  name: Name,
  is: (row: Dataset[Name][number]) => boolean,
  change: Change<Name>,
): { readonly dataset: Dataset; readonly row: number } => {
  const rows: readonly Dataset[Name][number][] = real[name]
  const at = rows.findIndex(is)
  expect(at).toBeGreaterThanOrEqual(0)
  const more = (row: Dataset[Name][number]) => (typeof change === 'function' ? change(row) : change)
  return {
    dataset: { ...real, [name]: rows.map((row, i) => (i === at ? { ...row, ...more(row) } : row)) },
    row: at + 2,
  }
}

describe('a package of a data set', () => {
  it('is valid, and its arithmetic holds', async () => {
    const { problems, arithmetic, passed, counts, resources } = await check(real)
    expect(problems).toEqual([])
    expect(passed).toBe(true)
    expect(arithmetic).toMatchObject({ checks: real.checks.length, differing: 0 })
    expect(Object.values(arithmetic?.verdicts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(real.checks.length)
    expect(counts).toMatchObject({ files: 6, hashes: 6 })
    expect(resources.map(({ rows, status }) => [rows, status])).toEqual(
      [real.figures, real.programmes, real.documents, real.issues, real.checks, real.lines].map((rows) => [
        rows.length,
        'checked',
      ]),
    )
  })

  it('without rows is valid too', async () => {
    const empty: Dataset = { figures: [], programmes: [], documents: [], issues: [], checks: [], lines: [], grids: [] }
    const { problems, arithmetic } = await check(empty)
    expect([problems, arithmetic]).toEqual([[], { checks: 0, differing: 0, verdicts: {} }])
  })
})

const isPart = ({ duplicate_of_figure_id, compares_figure_id, yen, needs_review }: Dataset['figures'][number]) =>
  yen !== null && yen > 0 && !needs_review && duplicate_of_figure_id === null && compares_figure_id === null

describe('one thing changed in a data set', () => {
  const cases: readonly (readonly [
    what: string,
    make: () => ReturnType<typeof changed>,
    problems: (row: number) => readonly string[],
  ])[] = [
    [
      'a printed amount',
      () => changed('figures', isPart, { raw: '1円', unit_printed: '円' }),
      (row) => [`data/figures.csv ${row} yen printed_value`],
    ],
    [
      'an amount that a person corrected',
      () => changed('figures', isPart, { raw: '1円', unit_printed: '円', decided_by: 'value=corrected_by_person' }),
      () => [],
    ],
    [
      'the name of a programme',
      () => changed('figures', ({ programme }) => programme !== null, { programme: 'x' }),
      (row) => [`data/figures.csv ${row} programme programme_name`],
    ],
    [
      'the status of an amount',
      () => changed('figures', isPart, { amount_status: 'blank' }),
      (row) => [`data/figures.csv ${row} amount_status status_explains`],
    ],
    [
      'a box',
      () => changed('figures', ({ bbox }) => bbox !== null, { bbox: 'here' }),
      (row) => [`data/figures.csv ${row} bbox pattern_mismatch`],
    ],
    [
      'a role',
      () =>
        changed(
          'figures',
          ({ role }) => role === 'context',
          () => ({ role: 'gift' }),
        ),
      (row) => [`data/figures.csv ${row} role not_in_enum`],
    ],
    [
      'a page',
      () =>
        changed(
          'figures',
          ({ page }) => page !== null,
          () => ({ page: 0 }),
        ),
      (row) => [`data/figures.csv ${row} page below_minimum`],
    ],
    [
      'what a figure compares',
      () => changed('figures', ({ compares_figure_id }) => compares_figure_id !== null, { compares_figure_id: 'x' }),
      (row) => [`data/figures.csv ${row} compares_figure_id foreign_key_unmatched`],
    ],
    [
      'what a check expects',
      () => changed('checks', ({ expected_yen }) => expected_yen !== null, { expected_yen: 1 }),
      (row) => [`data/checks.csv ${row} expected_yen check_differs`],
    ],
    [
      'what a check tolerates',
      () =>
        changed(
          'checks',
          ({ tolerance_yen }) => tolerance_yen !== null,
          ({ tolerance_yen }) => ({ tolerance_yen: (tolerance_yen ?? 0) + 1 }),
        ),
      (row) => [`data/checks.csv ${row} tolerance_yen check_differs`],
    ],
    [
      'a verdict',
      () => changed('checks', ({ verdict }) => verdict === 'ok', { verdict: 'rounding' }),
      (row) => [`data/checks.csv ${row} verdict check_differs`],
    ],
    [
      'a change',
      () => changed('programmes', ({ change_yen }) => change_yen !== null, { change_yen: 1 }),
      (row) => [`data/programmes.csv ${row} change_yen change_yen`],
    ],
    [
      'a change that was null',
      () => changed('programmes', ({ previous_amount_yen }) => previous_amount_yen === null, { change_yen: 1 }),
      (row) => [`data/programmes.csv ${row} change_yen change_yen`],
    ],
    [
      'a count of figures',
      () => changed('documents', () => true, { figures_total: 1 }),
      (row) => [`data/documents.csv ${row} figures_total figures_total`],
    ],
    [
      'a count of issues',
      () => changed('documents', () => true, { issues_total: 999 }),
      (row) => [`data/documents.csv ${row} issues_total issues_total`],
    ],
    [
      'a count of reviews',
      () => changed('documents', () => true, { needs_review_total: 999 }),
      (row) => [`data/documents.csv ${row} needs_review_total needs_review_total`],
    ],
    [
      'a hash of a document',
      () => changed('documents', () => true, { sha256: 'x' }),
      (row) => [`data/documents.csv ${row} sha256 pattern_mismatch`],
    ],
  ]
  it.each(cases)('%s', async (_, make, problems) => {
    const { dataset, row } = make()
    expect(brief(await check(dataset))).toEqual(problems(row))
  })

  it('an amount: all checks that name it', async () => {
    const { dataset, row } = changed('figures', isPart, ({ yen }) => ({ yen: (yen ?? 0) + 5_000_000_000_000 }))
    const id = dataset.figures[row - 2]?.figure_id ?? ''
    const naming = dataset.checks.flatMap(({ figure_id, inputs, found_yen, expected_yen }, i) => {
      if (figure_id === id && found_yen !== null) return [i + 2]
      return inputs?.split(';').some((input) => input.slice(1) === id) && expected_yen !== null ? [i + 2] : []
    })
    const { problems, arithmetic } = await check(dataset)
    const differing = problems.filter(({ rule }) => rule === 'check_differs').map(({ row }) => row)
    expect(naming.length).toBeGreaterThan(0)
    expect(naming.every((at) => differing.includes(at))).toBe(true)
    expect(arithmetic?.differing).toBe(differing.length)
    expect(problems.map(({ rule }) => rule)).toContain('printed_value')
  })

  it('a figure gone: references and counts', async () => {
    const gone = real.checks.find(({ figure_id }) => figure_id !== null)?.figure_id
    const rules = new Set(
      (await check({ ...real, figures: real.figures.filter(({ figure_id }) => figure_id !== gone) })).problems.map(
        ({ rule }) => rule,
      ),
    )
    for (const rule of ['foreign_key_unmatched', 'figures_total', 'check_differs'] as const)
      expect(rules).toContain(rule)
  })

  it('a byte of a file', async () => {
    const { descriptor, files } = await yosanPackage(real)
    const found = await problemsOf(descriptor, { ...files, 'data/issues.csv': `${files['data/issues.csv']}\r\n` })
    expect(found).toEqual([
      'data/issues.csv bytes_differ',
      'data/issues.csv hash_differs',
      `data/issues.csv ${real.issues.length + 2} blank_row`,
    ])
  })
})

describe('packages that are not ours', () => {
  it('say that no arithmetic ran', async () => {
    const others = {
      resources: ['figures', 'checks'].map((name) => ({ name, data: [{ a: 1 }], schema: { fields: [{ name: 'a' }] } })),
    }
    const { arithmetic, withoutArithmetic, passed } = await validate(others)
    expect([arithmetic, passed]).toEqual([null, true])
    expect(withoutArithmetic).toBe('no tables `figures` and `checks` with the columns of yosan could be read')
  })

  it('with our columns but other values are told', async () => {
    const { descriptor, files } = await yosanPackage(real)
    const resources = (descriptor.resources as { schema: { fields: { constraints: object }[] } }[]).map((resource) => ({
      ...resource,
      bytes: undefined,
      hash: undefined,
      schema: { ...resource.schema, fields: resource.schema.fields.map((field) => ({ ...field, constraints: {} })) },
    }))
    const changed = String(files['data/checks.csv']).replace('"ok"', '"fine"')
    const row = real.checks.findIndex(({ verdict }) => verdict === 'ok') + 2
    expect(await problemsOf({ resources }, { ...files, 'data/checks.csv': changed })).toContain(
      `data/checks.csv ${row} verdict not_a_yosan_row`,
    )
  })
})
