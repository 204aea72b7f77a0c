import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/model/columns.js'
import type { StoredTable } from '../../src/package/descriptor.js'
import { editionOf, type Step } from '../../src/package/edition.js'
import { usualLicence } from '../../src/package/metadata.js'
import type { Previous } from '../../src/package/previous.js'

/** `name: columns = hash`, in `data/` but for names that begin with `~`. */
interface Sketch {
  readonly [name: string]: readonly [columns: string, hash: string]
}

const pathOf = (name: string): string => (name.startsWith('~') ? `${name.slice(1)}.csv` : `data/${name}.csv`)

const column = (name: string): Column => ({
  name,
  type: 'string',
  isNullable: false,
  mayBeEmpty: false,
  values: null,
  pattern: null,
  minimum: null,
  maximum: null,
  japanese: name,
  description: '',
})

const tablesOf = (sketch: Sketch): StoredTable[] =>
  Object.entries(sketch).map(([name, [columns, hash]]) => ({
    table: {
      name,
      japanese: name,
      description: '',
      columns: columns.split(' ').map(column),
      keys: { primary: ['a'], foreign: [] },
    },
    rows: 1,
    file: { path: pathOf(name), bytes: 1, hash },
  }))

const previousOf = (version: string, sketch: Sketch): Previous => ({
  folder: '/nowhere',
  metadata: { name: 'a', title: 'a', licence: usualLicence, contributors: [], homepage: null },
  version,
  tables: Object.entries(sketch).map(([name, [columns, hash]]) => ({
    name,
    path: pathOf(name),
    hash,
    columns: columns.split(' '),
  })),
  files: [],
})

const sketch: Sketch = { figures: ['a b', '1'], documents: ['c', '2'], '~series': ['d', '3'] }

describe('the step from the edition before', () => {
  it.each<[what: string, after: Sketch, step: Step]>([
    ['all the same', sketch, 'same'],
    ['another order of the tables', Object.fromEntries(Object.entries(sketch).reverse()), 'same'],
    ['other rows', { ...sketch, figures: ['a b', '9'] }, 'rows'],
    ['other rows of a table made of others', { ...sketch, '~series': ['d', '9'] }, 'rows'],
    ['other columns of a table made of others', { ...sketch, '~series': ['d e', '9'] }, 'rows'],
    ['a new column', { ...sketch, figures: ['a b c', '9'] }, 'columns'],
    ['a column that is gone', { ...sketch, figures: ['a', '9'] }, 'columns'],
    ['a column by another name', { ...sketch, figures: ['a x', '9'] }, 'columns'],
    ['another order of the columns', { ...sketch, figures: ['b a', '9'] }, 'columns'],
    ['a new table', { ...sketch, more: ['a', '9'] }, 'columns'],
    ['a table that is gone', { figures: ['a b', '1'], '~series': ['d', '3'] }, 'columns'],
    ['the first corrections', { ...sketch, corrections: ['a', '9'] }, 'rows'],
    ['a new table made of others', { ...sketch, '~wide': ['a', '9'] }, 'rows'],
  ])('%s', (_, after, step) => {
    expect(editionOf(previousOf('1.0.0', sketch), tablesOf(after), null).step).toBe(step)
  })

  it('is the first where there is none', () => {
    expect(editionOf(null, tablesOf(sketch), null)).toEqual({ version: '1.0.0', step: 'first' })
    expect(editionOf(null, tablesOf(sketch), '2024.1.0')).toEqual({ version: '2024.1.0', step: 'first' })
  })
})

const other: Readonly<Record<'same' | 'rows' | 'columns', Sketch>> = {
  same: sketch,
  rows: { ...sketch, figures: ['a b', '9'] },
  columns: { ...sketch, figures: ['a', '9'] },
}

describe('the version', () => {
  const more: Sketch = { ...sketch, corrections: ['a', '9'] }
  it.each<[what: string, after: Sketch, step: Step]>([
    ['the same', more, 'same'],
    ['other', { ...more, corrections: ['a', '8'] }, 'rows'],
    ['no', sketch, 'rows'],
    ['differently made', { ...more, corrections: ['a b', '8'] }, 'columns'],
  ])('after an edition with corrections, one with %s corrections', (_, after, step) => {
    expect(editionOf(previousOf('1.0.0', more), tablesOf(after), null).step).toBe(step)
  })

  it.each<[before: string, rows: string, columns: string]>([
    ['1.0.0', '1.1.0', '2.0.0'],
    ['1.1.0', '1.2.0', '2.0.0'],
    ['1.2.3', '1.3.0', '2.0.0'],
    ['0.9.9', '0.10.0', '1.0.0'],
    ['10.99.0', '10.100.0', '11.0.0'],
    ['1.2.0-beta.1', '1.3.0', '2.0.0'],
    ['1.2.0+build', '1.3.0', '2.0.0'],
    ['1.2', '1.3.0', '2.0.0'],
    ['3', '3.1.0', '4.0.0'],
    ['2024.12.1', '2024.13.0', '2025.0.0'],
  ])('after %s is %s for other rows and %s for other columns', (before, rows, columns) => {
    const next = (step: keyof typeof other) =>
      editionOf(previousOf(before, sketch), tablesOf(other[step]), null).version
    expect([next('same'), next('rows'), next('columns')]).toEqual([before, rows, columns])
  })

  it.each([
    '',
    'v1.0.0',
    'draft',
    '2024-03-01',
    '-1.0.0',
    '1e3.0',
    '0x10.1',
    ' 1.0.0',
    '1,2',
    'Infinity',
    '1.x',
    '1.2x',
  ])('cannot follow %j, but may be named', (before) => {
    const message = `What follows version ${before} cannot be told: name it with --release.`
    const previous = previousOf(before, sketch)
    for (const step of ['rows', 'columns'] as const)
      expect(() => editionOf(previous, tablesOf(other[step]), null)).toThrow(
        expect.objectContaining({ name: 'YosanError', code: 'bad_value', message }),
      )
    expect(editionOf(previous, tablesOf(sketch), null)).toEqual({ version: before, step: 'same' })
    expect(editionOf(previous, tablesOf(other.rows), '1.0.0')).toEqual({ version: '1.0.0', step: 'rows' })
  })

  it.each(['same', 'rows', 'columns'] as const)('may be named by hand: %s', (step) => {
    const edition = editionOf(previousOf('1.0.0', sketch), tablesOf(other[step]), '5.0.0')
    expect(edition).toEqual({ version: '5.0.0', step })
  })

  it.each(['rows', 'columns'] as const)('is never given twice to data that differ: %s', (step) => {
    const message = 'Version 1.0.0 is published already with other data: choose a later one than that with --release.'
    expect(() => editionOf(previousOf('1.0.0', sketch), tablesOf(other[step]), '1.0.0')).toThrow(
      expect.objectContaining({ name: 'YosanError', code: 'bad_value', message }),
    )
    expect(editionOf(previousOf('1.0.0', sketch), tablesOf(sketch), '1.0.0').version).toBe('1.0.0')
  })

  it('always grows', () => {
    const part = fc.nat(999_999_999)
    fc.assert(
      fc.property(part, part, part, fc.constantFrom('rows', 'columns'), (major, minor, patch, step) => {
        const { version } = editionOf(previousOf(`${major}.${minor}.${patch}`, sketch), tablesOf(other[step]), null)
        const [a = 0, b = 0, c = 0] = version.split('.').map(Number)
        expect([a, b, c]).toEqual(step === 'rows' ? [major, minor + 1, 0] : [major + 1, 0, 0])
      }),
    )
  })
})
