import { describe, expect, it } from 'vitest'
import { type Json, problemsIn, problemsOf, usePackages, validate } from './packages.js'

usePackages()

const fields = [{ name: 'a', type: 'integer' }, { name: 'b' }, { name: 'c' }]
const csv = (rows: readonly string[]) => `a,b,c\n${rows.map((row) => `${row}\n`).join('')}`

describe('keys of a table', () => {
  it.each<[keys: Json, rows: readonly string[], problems: readonly string[]]>([
    [{ primaryKey: ['a'] }, ['1,x,x', '2,x,x'], []],
    [{ primaryKey: 'a' }, ['1,x,x', '01,y,y'], ['3 a primary_key_duplicate']],
    [{ primaryKey: ['a'] }, [',x,x', '1,x,x', ',y,y'], ['2 a primary_key_null', '4 a primary_key_null']],
    [{ primaryKey: ['a', 'b'] }, ['1,x,x', '1,y,x', '2,x,x'], []],
    [{ primaryKey: ['a', 'b'] }, ['1,x,x', '1,x,y'], ['3 a, b primary_key_duplicate']],
    [{ primaryKey: ['b', 'c'] }, ['1,"x,",y', '1,x,",y"'], []],
    [{ primaryKey: ['b'] }, ['1,x,y', 'z,,y'], ['3 a wrong_type', '3 b primary_key_null']],
    [{ uniqueKeys: [['b'], ['a', 'c']] }, ['1,x,x', '1,y,y'], []],
    [
      { uniqueKeys: [['b'], ['a', 'c']] },
      ['1,x,x', '1,x,x'],
      ['3 b unique_key_duplicate', '3 a, c unique_key_duplicate'],
    ],
    [{ uniqueKeys: [['b']] }, ['1,,x', '2,,x'], []],
    [{ uniqueKeys: [['b', 'c']] }, ['1,x,', '2,x,'], []],
  ])('%j of %j', async (keys, rows, problems) => {
    expect(await problemsIn(csv(rows), { fields, ...keys })).toEqual(problems.map((problem) => `t.csv ${problem}`))
  })

  it('of any length', async () => {
    const long = 'x'.repeat(1000)
    const found = await problemsIn(csv([`1,${long},`, `2,${long}y,`, `3,${long},`]), { fields, primaryKey: ['b'] })
    expect(found).toEqual(['t.csv 4 b primary_key_duplicate'])
  })
})

describe('references', () => {
  const self = (own: unknown, other: unknown, more: Json = {}): Json => ({
    fields,
    foreignKeys: [{ fields: own, reference: { ...more, fields: other } }],
  })
  it.each<[schema: Json, rows: readonly string[], problems: readonly string[]]>([
    [self(['b'], ['c']), ['1,y,x', '2,x,y', '3,,'], []],
    [self('b', 'c', { resource: '' }), ['1,y,x', '2,x,z'], ['2 b foreign_key_unmatched']],
    [self(['b'], ['c'], { resource: 't' }), ['1,q,x'], ['2 b foreign_key_unmatched']],
    [self(['b'], ['a']), ['1,01,x'], ['2 b foreign_key_unmatched']],
    [self(['b'], ['a']), ['1,1,x'], []],
    [self(['a', 'b'], ['a', 'c']), ['1,y,x', '1,x,y'], []],
    [
      self(['a', 'b'], ['a', 'c']),
      ['1,y,x', '2,x,y'],
      ['2 a, b foreign_key_unmatched', '3 a, b foreign_key_unmatched'],
    ],
    [self(['a', 'b'], ['a', 'c']), ['1,,x', ',y,x'], []],
  ])('%j of %j', async (schema, rows, problems) => {
    expect(await problemsIn(csv(rows), schema)).toEqual(problems.map((problem) => `t.csv ${problem}`))
  })

  const people = {
    name: 'people',
    path: 'people.csv',
    schema: {
      fields: [{ name: 'id' }, { name: 'town' }],
      foreignKeys: [{ fields: ['town'], reference: { resource: 'towns', fields: ['id'] } }],
    },
  }
  const towns = {
    name: 'towns',
    path: 'towns.csv',
    schema: {
      fields: [{ name: 'id' }, { name: 'mayor' }],
      foreignKeys: [{ fields: ['mayor'], reference: { resource: 'people', fields: ['id'] } }],
    },
  }
  const files = { 'people.csv': 'id,town\np,t\nq,u\n', 'towns.csv': 'id,mayor\nt,p\n' }

  it.each([[[people, towns]], [[towns, people]]])('between tables, whichever comes first', async (resources) => {
    expect(await problemsOf({ resources }, files)).toEqual(['people.csv 3 town foreign_key_unmatched'])
    expect(await problemsOf({ resources }, { ...files, 'towns.csv': 'id,mayor\nt,p\nu,r\n' })).toEqual([
      'towns.csv 3 mayor foreign_key_unmatched',
    ])
    const { counts } = await validate({ resources }, { ...files, 'people.csv': 'id,town\np,t\n' })
    expect(counts).toEqual({ files: 2, rows: 2, hashes: 0, keys: 0, references: 2 })
  })

  it('to a table without a schema', async () => {
    const { schema: _, ...bare } = towns
    expect(await problemsOf({ resources: [people, bare] }, files)).toEqual(['people.csv 3 town foreign_key_unmatched'])
  })

  it.each<[what: string, resource: Json, more: readonly string[]]>([
    ['on the web', { path: 'https://a.jp/towns.csv' }, ['/resources/1/path remote_not_checked']],
    ['in another format', { format: 'xlsx' }, ['towns.csv format_not_checked']],
    ['with another header', { schema: { fields: [{ name: 'id' }] } }, ['towns.csv 1 header_differs']],
  ])('to a table %s are told not to be followed', async (_, change, more) => {
    const found = await problemsOf({ resources: [people, { ...towns, ...change }] }, files)
    expect(found).toContain('datapackage.json /resources/0/schema/foreignKeys/0 foreign_key_not_checked')
    expect(found.some((problem) => problem.endsWith(more[0] ?? ''))).toBe(true)
    expect(found.some((problem) => problem.endsWith('foreign_key_unmatched'))).toBe(false)
  })
})
