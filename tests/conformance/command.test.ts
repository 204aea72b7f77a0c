import { describe, expect, it } from 'vitest'
import type { Arguments } from '../../src/commands/arguments.js'
import { run } from '../../src/commands/validate.js'
import { readCsv } from '../../src/csv-table.js'
import { packageOf, tableOf, usePackages } from './packages.js'

usePackages()

const schema = { fields: [{ name: 'a', type: 'integer' }, { name: 'b' }], primaryKey: ['a'] }

const yosanValidate = async (positionals: readonly string[], ...flags: readonly string[]) => {
  const printed = { out: '', err: '' }
  const args: Arguments = { positionals, text: () => null, flag: (name) => flags.includes(name) }
  const code = await run(args, {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    colour: false,
    screen: null,
  })
  return { code, ...printed }
}

const broken = () =>
  packageOf(
    { name: 'towns', version: '1.0', ...tableOf(schema, { bytes: 1 }) },
    { 't.csv': `a,b\n${'x,y\n'.repeat(7)}1,\n1,\n` },
  )

describe('yosan validate', () => {
  it('tells what is valid, and how much was looked at', async () => {
    const folder = await packageOf({ name: 'towns', title: '町', ...tableOf(schema) }, { 't.csv': 'a,b\n1,x\n2,y\n' })
    expect(await yosanValidate([folder])).toEqual({
      code: 0,
      out: [
        'towns  町',
        '  t  t.csv  2 rows',
        'Checked: 1 file, 2 rows, 2 keys, 0 references, 0 hashes',
        'Arithmetic: not run, since no tables `figures` and `checks` with the columns of yosan could be read',
        '',
        'Valid: 0 errors, 0 warnings',
        '',
      ].join('\n'),
      err: '',
    })
  })

  it('tells what is wrong, by file and rule', async () => {
    const { code, out } = await yosanValidate([await broken()])
    expect(code).toBe(1)
    expect(out.split('\n').slice(5)).toEqual([
      't.csv',
      '  error  bytes_differ  1',
      '    A file has another size than the descriptor says.  found 38  expected 1',
      '  error  wrong_type  7',
      ...[2, 3, 4, 5, 6].map(
        (row) => `    row ${row}  a  A cell is not of the type of its field.  found x  expected integer`,
      ),
      '    and 2 more',
      '  error  primary_key_duplicate  1',
      '    row 10  a  Two rows have the same primary key.  found 1',
      '',
      'Not valid: 9 errors, 0 warnings',
      '',
    ])
  })

  it('prints all problems as JSON and CSV', async () => {
    const folder = await broken()
    const json = await yosanValidate([folder], 'json')
    const validation = JSON.parse(json.out)
    expect([json.code, validation.passed, validation.problems.length]).toEqual([1, false, 9])
    expect(validation.problems[1]).toEqual({
      file: 't.csv',
      row: 2,
      field: 'a',
      rule: 'wrong_type',
      severity: 'error',
      found: 'x',
      expected: 'integer',
      message: 'A cell is not of the type of its field.',
    })
    const { columns, rows } = await readCsv((await yosanValidate([folder], 'csv')).out, 'x.csv')
    expect(columns).toEqual(Object.keys(validation.problems[0]))
    expect(rows.map(({ row, rule }) => [row, rule])).toEqual(
      validation.problems.map(({ row, rule }: { row: number; rule: string }) => [String(row ?? ''), rule]),
    )
  })

  it('prints nothing when it is quiet', async () => {
    expect(await yosanValidate([await broken()], 'quiet')).toEqual({ code: 1, out: '', err: '' })
  })

  it('passes what has warnings alone', async () => {
    const folder = await packageOf(tableOf(schema, { path: 'https://a.jp/t.csv' }))
    const { code, out } = await yosanValidate([folder])
    expect([code, out.endsWith('Valid: 0 errors, 1 warning\n')]).toEqual([0, true])
  })

  it.each([[[]], [['a', 'b']]])('wants one folder, not %j', async (positionals) => {
    await expect(yosanValidate(positionals)).rejects.toMatchObject({ name: 'YosanError', code: 'bad_value' })
  })

  it('wants a package', async () => {
    await expect(yosanValidate(['/nowhere'])).rejects.toMatchObject({ name: 'YosanError', code: 'missing_file' })
  })
})
