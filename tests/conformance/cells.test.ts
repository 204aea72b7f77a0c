import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals, readDecimal } from '../../src/conformance/cells/decimal.js'
import { cellTypeOf } from '../../src/conformance/cells/index.js'
import { readNative } from '../../src/conformance/cells/native.js'
import type { FieldDescriptor } from '../../src/conformance/descriptor.js'

type Described = Omit<FieldDescriptor, 'name'>

const typeOf = (field: Described) => cellTypeOf({ name: 'f', ...field })

const uuid = '123e4567-e89b-12d3-a456-426614174000'

describe('cells of each type', () => {
  it.each<[field: Described, good: readonly string[], bad: readonly string[]]>([
    [{ type: 'string' }, ['x', ' ', '予算'], []],
    [
      { type: 'string', format: 'email' },
      ['a@b.jp', 'a.b+c@d-e.co.jp'],
      ['a', '@b', 'a@', 'a b@c', 'a@b@c', 'a@b..c', 'a@.b', 'a@b.'],
    ],
    [
      { type: 'string', format: 'uri' },
      ['https://a.jp/b?c=d#e', 'urn:x:y', 'https://a.jp/%e4'],
      ['a.jp', '/a', 'https://a b', 'https://予算', 'x:%zz', 'x:'],
    ],
    [{ type: 'string', format: 'uuid' }, [uuid, uuid.toUpperCase()], ['123', `${uuid}0`, uuid.replace('-', '')]],
    [{ type: 'string', format: 'binary' }, ['', 'YQ==', 'YWI=', 'YWJj'], ['YQ=', 'Y', 'YQ', 'Y-==']],
    [
      { type: 'integer' },
      ['0', '-1', '+7', '007', '9007199254740993', '9'.repeat(60)],
      ['1.0', '1e3', '', ' 1', '1,000', '１', '0x1', '--1'],
    ],
    [{ type: 'integer', groupChar: ',' }, ['1,000', '-1,000,000'], ['1.000', ',']],
    [{ type: 'integer', bareNumber: false }, ['95%', '€ 95', 'EUR95 only', '-5円'], ['%', '1.5%', 'a1b2c']],
    [
      { type: 'number' },
      ['0', '-1.5', '.5', '5.', '+1E-3', 'NaN', 'inf', '-INF'],
      ['', '.', '1e', '1,5', '1.2.3', '+INF', 'infinity', '1e1.5'],
    ],
    [{ type: 'number', decimalChar: ',', groupChar: '.' }, ['1.234,5', '0,5'], ['1,2,3']],
    [{ type: 'number', decimalChar: ',' }, ['1,5'], ['1.5']],
    [{ type: 'number', bareNumber: false }, ['95.5%', '$-1.5', 'x .5 y'], ['x']],
    [{ type: 'boolean' }, ['true', 'True', 'TRUE', '1', 'false', '0'], ['yes', 'tRUE', '', '2']],
    [{ type: 'boolean', trueValues: ['有'], falseValues: ['無'] }, ['有', '無'], ['true', '0']],
    [{ type: 'object' }, ['{}', '{"a":[1]}'], ['[]', '1', 'null', '{', '{a:1}']],
    [{ type: 'array' }, ['[]', '[1,"a"]'], ['{}', '"[]"', '[1,]']],
    [{ type: 'list' }, ['a,b', 'a', ''], []],
    [{ type: 'list', itemType: 'integer', delimiter: ';' }, ['1;2;-3'], ['1;a', '1;', '1,2']],
    [{ type: 'list', itemType: 'date' }, ['2024-01-26,2024-02-29'], ['2024-01-26,2023-02-29']],
    [
      { type: 'date' },
      ['2024-02-29', '0001-01-01'],
      ['2023-02-29', '2024-13-01', '2024-1-1', '20240101', '2024-01-01T00:00:00'],
    ],
    [{ type: 'date', format: 'any' }, ['令和6年1月5日', '1 May 2024'], ['soon']],
    [{ type: 'date', format: '%d/%m/%Y' }, ['26/01/2024', 'whatever'], []],
    [{ type: 'time' }, ['00:00:00', '23:59:59'], ['24:00:00', '12:60:00', '12:00', '12:00:00Z']],
    [
      { type: 'datetime' },
      ['2024-01-26T15:00:00', '2024-01-26T15:00:00.300-05:00', '2024-01-26T15:00:00Z'],
      [
        '2024-01-26',
        '2024-01-26 15:00:00',
        '2024-02-30T00:00:00Z',
        '2024-01-26T25:00:00Z',
        '2024-01-26T15:00:00+99:99',
      ],
    ],
    [{ type: 'year' }, ['2024', '-0044', '12024', '2024Z', '2024+09:00'], ['24', 'R6', '2024-01']],
    [{ type: 'yearmonth' }, ['2024-04', '2024-12Z'], ['2024-13', '2024-00', '2024', '2024-4']],
    [
      { type: 'duration' },
      ['P1Y', 'P1Y2M3DT4H5M6.7S', '-P1D', 'PT0S'],
      ['P', 'PT', 'P1S', '1Y', 'P1YT', 'P-1Y', 'P1W'],
    ],
    [
      { type: 'geopoint' },
      ['139.75, 35.68', '139.75,35.68', '-180,90'],
      ['139.75', '200, 0', '0, 91', 'a, b', '0,  0'],
    ],
    [{ type: 'geopoint', format: 'array' }, ['[139.75, 35.68]'], ['[1]', '[1,2,3]', '["1","2"]', '1, 2']],
    [
      { type: 'geopoint', format: 'object' },
      ['{"lon":139.75,"lat":35.68}'],
      ['{"lon":1}', '{"lon":1,"lat":2,"x":3}', '{"lon":"1","lat":"2"}'],
    ],
    [{ type: 'geojson' }, ['{"type":"Point","coordinates":[1,2]}'], ['{}', '[]', 'x', '{"type":1}']],
    [{ type: 'geojson', format: 'topojson' }, ['{"type":"Topology","objects":{},"arcs":[]}'], ['{}']],
    [{ type: 'any' }, ['', 'x', '1'], []],
    [{}, ['', 'x', '1'], []],
  ])('%j', (field, good, bad) => {
    const { read } = typeOf(field)
    expect(good.filter((text) => read(text) === null)).toEqual([])
    expect(bad.filter((text) => read(text) !== null)).toEqual([])
  })
})

describe('texts of one value', () => {
  it.each<[field: Described, texts: readonly string[]]>([
    [{ type: 'integer' }, ['5', '+5', '005']],
    [{ type: 'integer' }, ['0', '-0', '+00']],
    [{ type: 'number' }, ['1.5', '+1.50', '15e-1', '0.15E1']],
    [{ type: 'number' }, ['1000', '1e3', '1000.0']],
    [{ type: 'number' }, ['NaN', 'nan']],
    [{ type: 'boolean' }, ['true', 'TRUE', '1']],
    [{ type: 'datetime' }, ['2024-01-26T15:00:00Z', '2024-01-26T10:00:00-05:00', '2024-01-26T15:00:00.000']],
    [{ type: 'year' }, ['2024', '2024Z']],
    [{ type: 'duration' }, ['P1Y', 'P12M']],
    [{ type: 'duration' }, ['P1D', 'PT24H', 'PT1440M']],
    [{ type: 'object' }, ['{"a":1}', ' { "a" : 1.0 } ']],
  ])('%j %j', (field, texts) => {
    const values = new Set(texts.map(typeOf(field).read))
    expect(values.size).toBe(1)
    expect(values.has(null)).toBe(false)
  })
})

describe('values in order', () => {
  it.each<[field: Described, texts: readonly string[]]>([
    [{ type: 'integer' }, ['-10', '-9', '0', '2', '10', '9007199254740992', '9007199254740993', '9'.repeat(40)]],
    [{ type: 'number' }, ['-INF', '-1e9', '-0.5', '0', '0.001', '0.01', '0.5', '1', '1e9', 'INF', 'NaN']],
    [{ type: 'date' }, ['0001-01-01', '2023-12-31', '2024-01-01']],
    [{ type: 'time' }, ['00:00:00', '09:00:00', '10:00:00']],
    [{ type: 'datetime' }, ['2024-01-26T09:00:00+09:00', '2024-01-26T00:00:00.5Z', '2024-01-26T00:00:01']],
    [{ type: 'year' }, ['-0044', '0999', '2024', '12024']],
    [{ type: 'yearmonth' }, ['2023-12', '2024-01']],
    [{ type: 'duration' }, ['-P1D', 'PT0S', 'PT1H', 'P1D', 'P1M', 'P1Y']],
  ])('%j %j', (field, texts) => {
    const { read, compare } = typeOf(field)
    const values = texts.map((text) => read(text) ?? '')
    for (const [i, a] of values.entries())
      for (const [j, b] of values.entries()) expect(Math.sign(compare?.(a, b) ?? Number.NaN)).toBe(Math.sign(i - j))
  })
})

describe('decimals', () => {
  it('sort as numbers do', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [one, other] = [readDecimal(String(a)) ?? '', readDecimal(String(b)) ?? '']
        expect(Math.sign(compareDecimals(one, other))).toBe(Math.sign(a - b) + 0)
        expect(Number(one)).toBe(a === 0 ? 0 : a)
        expect(readDecimal(one)).toBe(one)
      }),
    )
  })
})

describe('values of JSON', () => {
  it.each<[type: string, value: unknown, read: string | null]>([
    ['integer', 5, '5'],
    ['integer', 1e21, `1${'0'.repeat(21)}`],
    ['integer', 1.5, null],
    ['integer', '5', '5'],
    ['number', 1.5, '1.5'],
    ['number', true, null],
    ['boolean', true, 'true'],
    ['boolean', 1, null],
    ['string', 5, null],
    ['year', 2024, '2024'],
    ['year', 24, null],
    ['array', [1, 2], '[1,2]'],
    ['object', { a: 1 }, '{"a":1}'],
    ['object', [1], null],
    ['list', ['a', 'b'], '["a","b"]'],
    ['geojson', { type: 'Point' }, '{"type":"Point"}'],
    ['any', 5, '5'],
    ['any', [1], '[1]'],
    ['date', 20240101, null],
  ])('%s %j', (type, value, read) => {
    const field = { name: 'f', type }
    expect(readNative(value, field, cellTypeOf(field))).toBe(read)
  })
})

describe('long cells', () => {
  const long = 1_000_000
  it.each<[field: Described, unit: string]>([
    [{ type: 'integer' }, '0'],
    [{ type: 'integer' }, '7'],
    [{ type: 'integer', bareNumber: false }, 'x'],
    [{ type: 'integer', bareNumber: false }, '5x'],
    [{ type: 'number' }, '0'],
    [{ type: 'number', bareNumber: false }, '.'],
    [{ type: 'string', format: 'email' }, 'a'],
    [{ type: 'string', format: 'email' }, 'a@'],
    [{ type: 'string', format: 'uri' }, 'a:'],
    [{ type: 'string', format: 'binary' }, 'YWJj'],
    [{ type: 'object' }, '{"a":'],
    [{ type: 'array' }, '['],
    [{ type: 'list' }, ','],
    [{ type: 'date' }, '1'],
    [{ type: 'datetime' }, '1'],
    [{ type: 'year' }, '1'],
    [{ type: 'duration' }, 'P1'],
    [{ type: 'geopoint' }, '1,'],
  ])('%j of %j end', (field, unit) => {
    expect(() => typeOf(field).read(unit.repeat(long / unit.length))).not.toThrow()
  })

  it('JSON that is nested deeply is read', () => {
    const text = `${'['.repeat(long)}${']'.repeat(long)}`
    expect(typeOf({ type: 'array' }).read(text)).toBe(text)
  })
})
