import { describe, expect, it } from 'vitest'
import { type Json, problemsIn, problemsOf, tableOf, usePackages, validate } from './packages.js'

usePackages()

const two: Json = { fields: [{ name: 'a', type: 'integer' }, { name: 'b' }] }
const one = (field: Json, more: Json = {}): Json => ({ fields: [{ name: 'a', ...field }, { name: 'b' }], ...more })

describe('dialects', () => {
  it.each<[dialect: Json, text: string]>([
    [{}, 'a,b\n1,x\n'],
    [
      { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      'a,b\r\n"1","x ""y"""\r\n',
    ],
    [{ delimiter: ';' }, 'a;b\n1;x,y\n'],
    [{ delimiter: '\t' }, 'a\tb\n1\tx\n'],
    [{ quoteChar: "'" }, "a,b\n1,'x,''y'\n"],
    [{ quoteChar: '"', escapeChar: '\\' }, 'a,b\n1,"x\\"y"\n'],
    [{ header: false }, '1,x\n2,y\n'],
    [{ header: false }, ''],
    [{ commentChar: '#' }, '# "a\na,b\n#1,\n1,x\n'],
    [{ skipInitialSpace: true }, 'a, b\n 1, "x"\n'],
    [{ nullSequence: '\\N' }, 'a,b\n\\N,x\n'],
    [{ headerRows: [1] }, 'a,b\n1,x\n'],
  ])('%j reads %j', async (dialect, text) => {
    expect(await problemsIn(text, two, { dialect })).toEqual([])
  })

  it.each<[dialect: Json]>([
    [{ delimiter: '||' }],
    [{ lineTerminator: ';' }],
    [{ headerRows: [1, 2] }],
    [{ commentRows: [2] }],
    [{ commentChar: '//' }],
    [{ escapeChar: '\\' }],
  ])('%j is told not to be read', async (dialect) => {
    const { problems, resources, passed } = await validate(tableOf(two, { dialect }), { 't.csv': 'a,b\n1,x\n' })
    expect(problems.map(({ rule, file, severity }) => [rule, file, severity])).toEqual([
      ['format_not_checked', 't.csv', 'warning'],
    ])
    expect([resources[0]?.status, passed]).toEqual(['not_checked', true])
  })

  it.each<[resource: Json, problems: readonly string[]]>([
    [{ format: 'tsv' }, []],
    [{ mediatype: 'text/tab-separated-values' }, []],
    [{ format: 'xlsx' }, ['t.csv format_not_checked']],
    [{ mediatype: 'application/json' }, ['t.csv header_differs']],
    [{ encoding: 'klingon', format: 'tsv' }, ['t.csv format_not_checked']],
  ])('%j', async (resource, problems) => {
    const found = await problemsIn('a\tb\n1\tx\n', two, resource)
    expect(found.map((problem) => problem.replace(/ 1 /u, ' '))).toEqual(problems)
  })

  it('a dialect and a schema may stand in files', async () => {
    const descriptor = tableOf('schema.json', { dialect: 'dialect.json' })
    const files = { 't.csv': 'a;b\nx;1\n', 'schema.json': JSON.stringify(two), 'dialect.json': '{"delimiter":";"}' }
    expect(await problemsOf(descriptor, files)).toEqual(['t.csv 2 a wrong_type'])
    expect(await problemsOf(descriptor, { ...files, 'schema.json': '{}' })).toEqual([
      'schema.json /fields descriptor_invalid',
    ])
    expect(await problemsOf(descriptor, { ...files, 'dialect.json': '[' })).toEqual([
      'dialect.json descriptor_unreadable',
    ])
    expect(await problemsOf({ ...descriptor }, { 't.csv': '', 'dialect.json': '{}' })).toEqual([
      'schema.json missing_file',
    ])
    expect(await problemsOf(tableOf('https://a.jp/s.json'), files)).toEqual([
      'datapackage.json /resources/0/schema remote_not_checked',
    ])
    expect(await problemsOf(tableOf('../s.json'), files)).toEqual(['../s.json unsafe_path'])
  })
})

describe('encodings', () => {
  const japanese = Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x97, 0x5c, 0x8e, 0x5a, 0x0a)
  it.each<[encoding: string | null, text: string | Uint8Array, problems: readonly string[]]>([
    [null, 'a,b\n1,予算\n', []],
    ['UTF-8', '\ufeffa,b\n1,x\n', ['t.csv byte_order_mark']],
    ['utf-8-sig', '\ufeffa,b\n1,x\n', []],
    ['utf-16le', Buffer.from('\ufeffa,b\n1,予算\n', 'utf16le'), []],
    ['shift_jis', japanese, []],
    ['cp932', japanese, []],
    ['utf-8', japanese, ['t.csv undecodable_text']],
    ['utf-8', Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0xe4), ['t.csv undecodable_text']],
  ])('%s', async (encoding, text, problems) => {
    expect(await problemsIn(text, two, encoding === null ? {} : { encoding })).toEqual(problems)
  })
})

describe('headers', () => {
  const header = ['t.csv 1 header_differs']
  it.each<[match: unknown, head: string, problems: readonly string[]]>([
    [undefined, 'a,b', []],
    [undefined, 'b,a', header],
    [undefined, 'a', header],
    [undefined, 'a,b,c', header],
    [undefined, 'A,b', header],
    ['exact', 'a,b', []],
    ['equal', 'b,a', []],
    [['equal'], 'b,a', []],
    ['equal', 'a', header],
    ['equal', 'a,b,c', header],
    ['subset', 'c,b,a', []],
    ['subset', 'a,c', header],
    ['superset', 'b', []],
    ['superset', 'b,c', header],
    ['partial', 'c,b', []],
    ['partial', 'c,d', header],
  ])('%j of %j', async (fieldsMatch, head, problems) => {
    const cells = head.split(',').map(() => '1')
    const schema = { ...two, ...(fieldsMatch === undefined ? {} : { fieldsMatch }) }
    expect(await problemsIn(`${head}\n${cells.join(',')}\n`, schema)).toEqual(problems)
  })

  it('are found by name where they may be', async () => {
    expect(await problemsIn('c,b,a\n,,x\n', { ...two, fieldsMatch: 'subset' })).toEqual(['t.csv 2 a wrong_type'])
  })

  it.each(['', '\n'])('missing: %j', async (text) => {
    expect((await problemsIn(text, two))[0]).toBe(text === '' ? 't.csv header_missing' : 't.csv 1 header_differs')
  })
})

describe('rows', () => {
  it.each<[text: string, problems: readonly string[]]>([
    ['a,b\n1,x\n2\n3,y\n', ['t.csv 3 too_few_cells']],
    ['a,b\n1,x,y\n', ['t.csv 2 too_many_cells']],
    ['a,b\n\n1,x\n', ['t.csv 2 blank_row']],
    ['a,b\n1,x\n,\n', ['t.csv 3 blank_row']],
    ['a,b\n1,"x\ny"\nz,\n', ['t.csv 3 a wrong_type']],
    ['a,b\n1,"x\n', ['t.csv malformed_table']],
    ['a,b\n1,"x"y\n', ['t.csv malformed_table']],
  ])('%j', async (text, problems) => {
    expect(await problemsIn(text, two)).toEqual(problems)
  })

  it('blank lines of one column are rows without a value', async () => {
    const single = { fields: [{ name: 'a', type: 'integer' }] }
    expect(await problemsIn('a\n\n1\n', single)).toEqual([])
    expect(await problemsIn('a\n\n', { fields: [{ name: 'a', constraints: { required: true } }] })).toEqual([
      't.csv 2 a required',
    ])
  })

  it('of files without a schema are counted', async () => {
    const { problems, resources } = await validate(tableOf(undefined), { 't.csv': 'a,b\n1,2\n3\n' })
    expect(problems.map(({ rule }) => rule)).toEqual(['too_few_cells'])
    expect(resources).toEqual([{ name: 't', path: 't.csv', rows: 2, status: 'no_schema' }])
  })

  it.each<[second: string, problems: readonly string[]]>([
    ['a,b\n3,z\nx,\n', ['2.csv 3 a wrong_type']],
    ['3,z\nx,\n', ['2.csv 2 a wrong_type']],
  ])('of a table in two files, the second being %j', async (second, problems) => {
    const descriptor = tableOf(two, { path: ['1.csv', '2.csv'] })
    const { problems: found, resources } = await validate(descriptor, { '1.csv': 'a,b\n1,x\n', '2.csv': second })
    expect(found.map(({ file, row, field, rule }) => `${file} ${row} ${field} ${rule}`)).toEqual(problems)
    expect(resources[0]?.rows).toBe(3)
  })
})

describe('missing values', () => {
  it.each<[schema: Json, cell: string, problems: readonly string[]]>([
    [one({ type: 'integer' }), '', []],
    [one({ type: 'integer' }, { missingValues: ['-'] }), '-', []],
    [one({ type: 'integer' }, { missingValues: ['-'] }), '""', ['wrong_type']],
    [one({ type: 'integer' }, { missingValues: [] }), '""', ['wrong_type']],
    [one({ type: 'integer' }, { missingValues: [{ value: 'NA', label: 'x' }] }), 'NA', []],
    [one({ type: 'integer', missingValues: ['x'] }, { missingValues: ['-'] }), 'x', []],
    [one({ type: 'integer', missingValues: ['x'] }, { missingValues: ['-'] }), '-', ['wrong_type']],
    [one({ constraints: { required: true } }), '', ['required']],
    [one({ constraints: { required: true } }, { missingValues: [] }), '', []],
    [one({ constraints: { enum: ['', 'x'] } }), '', []],
  ])('%j with %j', async (schema, cell, problems) => {
    const found = await problemsIn(`a,b\n${cell},y\n`, schema)
    expect(found).toEqual(problems.map((rule) => `t.csv 2 a ${rule}`))
  })
})

describe('constraints', () => {
  it.each<[field: Json, good: readonly string[], bad: readonly string[], rule: string]>([
    [{ constraints: { enum: ['x', 'y'] } }, ['x', 'y'], ['z', 'X'], 'not_in_enum'],
    [{ type: 'integer', constraints: { enum: [1, '2'] } }, ['1', '+2', '02'], ['3'], 'not_in_enum'],
    [{ type: 'number', constraints: { enum: [1.5] } }, ['1.50', '15e-1'], ['1'], 'not_in_enum'],
    [{ type: 'boolean', constraints: { enum: [true] } }, ['true', '1'], ['false'], 'not_in_enum'],
    [{ type: 'string', categories: ['x'] }, ['x'], ['y'], 'not_in_categories'],
    [{ type: 'integer', categories: [{ value: 1, label: 'a' }, { value: 2 }] }, ['1', '2'], ['3'], 'not_in_categories'],
    [{ type: 'integer', constraints: { minimum: 5 } }, ['5', '6', '9007199254740993'], ['4', '-6'], 'below_minimum'],
    [
      { type: 'integer', constraints: { minimum: '9007199254740993' } },
      ['9007199254740993'],
      ['9007199254740992'],
      'below_minimum',
    ],
    [{ type: 'integer', constraints: { exclusiveMinimum: 5 } }, ['6'], ['5'], 'below_minimum'],
    [
      { type: 'number', constraints: { maximum: 0.5 } },
      ['0.5', '-1', '.50'],
      ['0.5000000000000000001', 'INF'],
      'above_maximum',
    ],
    [{ type: 'number', constraints: { exclusiveMaximum: '0.5' } }, ['0.4'], ['0.5'], 'above_maximum'],
    [{ type: 'date', constraints: { minimum: '2024-04-01' } }, ['2024-04-01'], ['2024-03-31'], 'below_minimum'],
    [
      { type: 'datetime', constraints: { maximum: '2024-04-01T00:00:00Z' } },
      ['2024-04-01T09:00:00+09:00'],
      ['2024-04-01T00:00:01'],
      'above_maximum',
    ],
    [{ type: 'time', constraints: { maximum: '12:00:00' } }, ['12:00:00'], ['12:00:01'], 'above_maximum'],
    [{ type: 'year', constraints: { minimum: 2000 } }, ['2000', '2024'], ['1999'], 'below_minimum'],
    [{ type: 'yearmonth', constraints: { minimum: '2024-04' } }, ['2024-04'], ['2024-03'], 'below_minimum'],
    [{ type: 'duration', constraints: { maximum: 'P1D' } }, ['PT24H'], ['PT25H'], 'above_maximum'],
    [{ type: 'string', constraints: { minLength: 2 } }, ['予算', 'xyz'], ['x', '𠮷'], 'too_short'],
    [{ type: 'string', constraints: { maxLength: 1 } }, ['x', '𠮷'], ['xy'], 'too_long'],
    [{ type: 'array', constraints: { minLength: 1 } }, ['[1]'], ['[]'], 'too_short'],
    [{ type: 'object', constraints: { maxLength: 0 } }, ['{}'], ['{"a":1}'], 'too_long'],
    [{ type: 'list', constraints: { maxLength: 2 } }, ['a,b'], ['a,b,c'], 'too_long'],
    [{ type: 'string', constraints: { pattern: 'a.*' } }, ['a', 'ab'], ['ba', 'b'], 'pattern_mismatch'],
    [{ type: 'string', constraints: { pattern: '^a|b$' } }, ['a', 'b'], ['ab'], 'pattern_mismatch'],
    [{ type: 'string', constraints: { pattern: '\\p{L}+' } }, ['予算'], ['1'], 'pattern_mismatch'],
    [{ type: 'string', constraints: { pattern: '[\\w\\-]+\\_' } }, ['a-b_'], ['a b_'], 'pattern_mismatch'],
    [{ constraints: { unique: true } }, ['x', 'y'], ['x', 'y'], 'not_unique'],
  ])('%j', async (field, good, bad, rule) => {
    const quote = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}",y\n`).join('')
    expect(await problemsIn(`a,b\n${quote(good)}`, one(field))).toEqual([])
    const found = await problemsIn(`a,b\n${quote([...good, ...bad])}`, one(field))
    expect(found).toEqual(bad.map((_, i) => `t.csv ${good.length + i + 2} a ${rule}`))
  })

  it.each<[field: Json, at: string]>([
    [{ type: 'date', format: '%d.%m.%Y' }, 'format'],
    [{ type: 'object', constraints: { jsonSchema: { type: 'object' } } }, 'constraints/jsonSchema'],
    [{ type: 'date', format: 'any', constraints: { minimum: '1 May 2024' } }, 'constraints/minimum'],
    [{ type: 'string', constraints: { pattern: '\\i\\c*' } }, 'constraints/pattern'],
    [{ type: 'string', constraints: { pattern: '(' } }, 'constraints/pattern'],
    [{ type: 'string', constraints: { pattern: 'a'.repeat(20_000) } }, 'constraints/pattern'],
  ])('%j are told not to be tested, once', async (field, at) => {
    const cell = field.type === 'object' ? '{}' : '1'
    const found = await problemsIn(`a,b\n${`${cell},\n`.repeat(3)}`, one(field))
    expect(found).toEqual([`datapackage.json /resources/0/schema/fields/0/${at} field_not_checked`])
  })
})

describe('inline data', () => {
  const inline = (data: unknown, schema: Json = two, more: Json = {}): Promise<readonly string[]> =>
    problemsOf({ resources: [{ name: 't', data, schema, ...more }] })

  it.each<[data: unknown, problems: readonly string[]]>([
    [
      [
        ['a', 'b'],
        [1, 'x'],
        ['2', 'y'],
        [null, null],
      ],
      ['4 blank_row'],
    ],
    [
      [
        ['a', 'b'],
        [1.5, 'x'],
        [true, 1],
      ],
      ['2 a wrong_type', '3 a wrong_type'],
    ],
    [[['b', 'a']], ['1 header_differs']],
    [[['a', 'b'], [1]], ['2 too_few_cells']],
    [
      [
        { a: 1, b: 'x' },
        { b: 'y', a: 2 },
      ],
      [],
    ],
    [[{ b: 'x', a: 1 }, { a: 'z' }], ['3 a wrong_type']],
    [[{ a: 1, c: 2 }], ['1 header_differs']],
    [[], ['header_missing']],
    [[1, 2], ['/resources/0/data format_not_checked']],
    [{ a: 1 }, ['/resources/0/data format_not_checked']],
  ])('%j', async (data, problems) => {
    expect(await inline(data)).toEqual(problems.map((problem) => `datapackage.json ${problem}`))
  })

  it('may be CSV', async () => {
    expect(await inline('a,b\nx,1\n', two, { format: 'csv' })).toEqual(['datapackage.json 2 a wrong_type'])
    expect(await inline('<a/>', two, { format: 'xml' })).toEqual([
      'datapackage.json /resources/0/data format_not_checked',
    ])
  })
})
