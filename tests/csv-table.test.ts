import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CsvDialect, readCsv, rfc4180, streamCsv } from '../src/csv-table.js'
import { csv } from '../src/emit/csv.js'

describe('readCsv', () => {
  it.each<[what: string, text: string, rows: readonly Readonly<Record<string, string>>[]]>([
    ['nothing', '', []],
    ['a head alone', 'a,b\n', []],
    [
      'rows',
      'a,b\n1,2\n3,4\n',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['no newline at the end', 'a,b\n1,2', [{ a: '1', b: '2' }]],
    ['CRLF', 'a,b\r\n1,2\r\n', [{ a: '1', b: '2' }]],
    ['a BOM', '\ufeffa,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['a BOM before a quote', '\ufeff"a","b"\n"1","2"\n', [{ a: '1', b: '2' }]],
    ['quoted newlines, commas and quotes', 'a,b\n"1\n,\r\n""2""",3\n', [{ a: '1\n,\r\n"2"', b: '3' }]],
    ['a quoted blank line', 'a,b\n"1\n\n2",3\n', [{ a: '1\n\n2', b: '3' }]],
    ['spaces around the names of columns', ' a ,\u3000b\n 1 ,2\n', [{ a: ' 1 ', b: '2' }]],
    ['columns of one name', 'a,a,b,a\n1,2,3,4\n', [{ a: '1', 'a#2': '2', b: '3', 'a#3': '4' }]],
    ['a column that is called like a later one', 'a,a,a#2\n1,2,3\n', [{ a: '1', 'a#2': '2', 'a#2#2': '3' }]],
    ['columns without a name', 'a,,\n1,2,3\n', [{ a: '1', '': '2', '#2': '3' }]],
    [
      'a row that ends early',
      'a,b,c\n1\n2,3\n',
      [
        { a: '1', b: '', c: '' },
        { a: '2', b: '3', c: '' },
      ],
    ],
    ['a row that goes on', 'a,b\n1,2,3,4\n', [{ a: '1', b: '2' }]],
    [
      'blank rows',
      'a,b\n\n1,2\n,\n , \n\n3,4\n\n',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['blank rows before the head', '\n\na,b\n1,2\n', [{ a: '1', b: '2' }]],
    ['a quote inside a bare field', 'a,b\n1,2"x\n', [{ a: '1', b: '2"x' }]],
    [
      'blank fields',
      'a,b\n,2\n"",3\n',
      [
        { a: '', b: '2' },
        { a: '', b: '3' },
      ],
    ],
  ])('reads %s', async (_, text, rows) => {
    expect((await readCsv(text, 'x.csv')).rows).toEqual(rows)
  })

  it.each<[text: string, columns: readonly string[]]>([
    ['', []],
    ['\n\n', []],
    ['a,b', ['a', 'b']],
    ['a,b\n', ['a', 'b']],
    ['\ufeffa,b\r\n1,2\r\n', ['a', 'b']],
    ['\n\n a ,"b"\n1,2\n', ['a', 'b']],
    ['a,b\n1\n1,2,3\n', ['a', 'b']],
    ['a,a,b,a', ['a', 'a#2', 'b', 'a#3']],
    ['a#2,a,a', ['a#2', 'a', 'a#3']],
    ['a,,', ['a', '', '#2']],
  ])('reads the columns of %j', async (text, columns) => {
    expect((await readCsv(text, 'x.csv')).columns).toEqual(columns)
  })

  it('gives each column a name of its own, and each row all of them', async () => {
    const names = fc.array(fc.constantFrom('a', 'a#2', 'a#2#2', 'b', ''), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(names, async (all) => {
        const row = all.map((_, i) => `${i}`)
        const { columns, rows } = await readCsv(`"${all.join('","')}"\n${row.join(',')}\n`, 'x.csv')
        fc.pre(all.some((one) => one !== ''))
        expect(new Set(columns).size).toBe(all.length)
        expect(rows).toEqual([Object.fromEntries(columns.map((column, i) => [column, row[i]]))])
      }),
    )
  })

  it.each([
    ['a quote that never ends', 'a,b\n"1,2\n'],
    ['text behind a quote', 'a,b\n"1"x,2\n'],
  ])('refuses %s', async (_, text) => {
    await expect(readCsv(text, 'x.csv')).rejects.toMatchObject({
      name: 'YosanError',
      code: 'bad_value',
      message: 'x.csv cannot be read as CSV: a quote is missing, or stands inside a field.',
    })
  })

  it('reads what yosan writes', async () => {
    const cell = fc.string({ unit: fc.constantFrom('予', '算', ',', '"', '\n', '\r\n', ' ', '1') })
    const rows = fc.array(fc.record({ a: cell, b: cell }).filter(({ a, b }) => `${a}${b}`.trim() !== ''))
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const text = (await csv.piece(['a', 'b'], all, true)) + (await csv.end(all.length === 0, ['a', 'b']))
        expect(await readCsv(text, 'x.csv')).toEqual({ columns: ['a', 'b'], rows: all })
      }),
    )
  })
})

/** The rows of a text that comes in pieces of some length. */
const rowsOf = async (text: string, dialect: Partial<CsvDialect> = {}, length = text.length || 1) => {
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
  }
  const rows: (readonly string[])[] = []
  for await (const row of streamCsv(pieces(), 'x.csv', { ...rfc4180, ...dialect })) rows.push(row)
  return rows
}

describe('streamCsv', () => {
  it.each<[text: string, dialect: Partial<CsvDialect>, rows: readonly (readonly string[])[]]>([
    ['', {}, []],
    [
      'a,b\r\n1,2\r\n',
      {},
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,b\n\n1\n1,2,3', {}, [['a', 'b'], [], ['1'], ['1', '2', '3']]],
    ['"a\r\nb","""",""\n', {}, [['a\r\nb', '"', '']]],
    ['a;b,c\n', { delimiter: ';' }, [['a', 'b,c']]],
    ["'a,b','c'''\n", { quote: "'", escape: "'" }, [['a,b', "c'"]]],
    ['"a\\"b"\n', { escape: '\\' }, [['a"b']]],
    ['#x "\na\n#y', { comment: '#' }, [['a']]],
    ['a, b,  "c"\n', { skipsInitialSpace: true }, [['a', 'b', 'c']]],
    ['a, b\n', {}, [['a', ' b']]],
  ])('reads %j with %j', async (text, dialect, rows) => {
    expect(await rowsOf(text, dialect)).toEqual(rows)
    expect(await rowsOf(text, dialect, 1)).toEqual(rows)
  })

  it('reads the same whatever the pieces', async () => {
    const text = fc.string({ unit: fc.constantFrom('予', ',', '""', '\n', '\r\n', ' ', '1'), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (some, length) => {
        const whole = await rowsOf(some).catch((error: Error) => error.message)
        expect(await rowsOf(some, {}, length).catch((error: Error) => error.message)).toEqual(whole)
      }),
    )
  })

  it.each([
    ['a quote that never ends', 'a,b\n"1,2\n'],
    ['text behind a quote', 'a,b\n"1"x,2\n'],
  ])('refuses %s', async (_, text) => {
    await expect(rowsOf(text)).rejects.toMatchObject({
      code: 'bad_value',
      message: 'x.csv cannot be read as CSV: a quote is missing, or stands inside a field.',
    })
  })

  it('refuses a row without end', async () => {
    const endless = async function* () {
      yield '"'
      for (;;) yield 'x'.repeat(1_000_000)
    }
    const read = async () => {
      for await (const _ of streamCsv(endless(), 'x.csv'));
    }
    await expect(read()).rejects.toThrow('x.csv cannot be read as CSV: a row is longer than 4000000 characters')
  })

  it('passes on what reading throws', async () => {
    const failing = async function* () {
      yield 'a\nb\n'
      throw new Error('gone')
    }
    const read = async () => {
      for await (const _ of streamCsv(failing(), 'x.csv'));
    }
    await expect(read()).rejects.toThrow('gone')
  })

  it('closes what it reads from when nobody wants more', async () => {
    let isClosed = false
    const some = async function* () {
      try {
        for (;;) yield 'a\n'.repeat(100)
      } finally {
        isClosed = true
      }
    }
    for await (const _ of streamCsv(some(), 'x.csv')) break
    await new Promise(setImmediate)
    expect(isClosed).toBe(true)
  })
})
