import { describe, expect, it } from 'vitest'
import { printValidation } from '../../src/conformance/print.js'
import { most } from '../../src/conformance/problems.js'
import { escapeText } from '../../src/terminal.js'
import { type Json, problemsIn, tableOf, usePackages, validate } from './packages.js'

usePackages()

const pattern = (source: string): Json => ({
  fields: [{ name: 'a', type: 'string', constraints: { pattern: source } }, { name: 'b' }],
})

describe('expressions that take for ever', () => {
  it.each(['(a+)+', '(a|a)*', '(.*a){25}'])('%s is given up', async (source) => {
    const found = await problemsIn(`a,b\n${`${'a'.repeat(40)}!,x\n`.repeat(3000)}`, pattern(source))
    expect(found).toEqual(['datapackage.json /resources/0/schema/fields/0/constraints/pattern field_not_checked'])
  })

  it('are given up one by one: another field is tested', async () => {
    const fields = [
      ...(pattern('(a+)+').fields as Json[]).slice(0, 1),
      { name: 'b', type: 'string', constraints: { pattern: 'x' } },
    ]
    expect(await problemsIn(`a,b\n${'a'.repeat(40)}!,y\n`, { fields })).toEqual([
      'datapackage.json /resources/0/schema/fields/0/constraints/pattern field_not_checked',
      't.csv 2 b pattern_mismatch',
    ])
  })

  it('that make large programs end', async () => {
    expect(await problemsIn('a,b\nx,x\n', pattern('((a{1000}){1000}){1000}'))).toEqual(['t.csv 2 a pattern_mismatch'])
  })
})

describe('large things', () => {
  const schema = { fields: [{ name: 'a', type: 'integer' }, { name: 'b' }], primaryKey: ['b'] }
  const long = 'x'.repeat(1_000_000)

  it('a cell of a million characters is read, and not repeated whole', async () => {
    const { problems } = await validate(tableOf(schema), { 't.csv': `a,b\n1,${long}\n${long},y\n` })
    expect(problems.map(({ rule, row, found }) => [rule, row, found?.length])).toEqual([['wrong_type', 3, 222]])
  })

  it('a quote that never ends, ends the reading', async () => {
    const { problems, resources } = await validate(tableOf(schema), { 't.csv': `a,b\n1,"${long.repeat(10)}\n` })
    expect(problems.map(({ rule, message }) => [rule, message.split(':')[1]])).toEqual([
      [
        'malformed_table',
        ' a row is longer than 4000000 characters, so a quote may be missing. 1 row of it could be read.',
      ],
    ])
    expect(resources[0]?.rows).toBeNull()
  })

  it('more problems than anybody reads are counted', async () => {
    const rows = most + 5
    const { problems, problemsLeft, passed } = await validate(tableOf(schema), {
      't.csv': `a,b\n${Array.from({ length: rows }, (_, i) => `x,${i}\n`).join('')}`,
    })
    expect([problems.length, problemsLeft, passed]).toEqual([most, 5, false])
  })

  it('a row of a hundred thousand cells is read', async () => {
    expect(await problemsIn(`a,b\n${'1,'.repeat(100_000)}\n`, schema)).toEqual(['t.csv 2 too_many_cells'])
  })
})

describe('names of strangers', () => {
  const evil = '\u001b[2J\u202e\u200b'
  it('are printed safely', async () => {
    const descriptor = {
      name: evil,
      title: evil,
      version: evil,
      resources: [{ name: evil, path: `${evil}.csv`, schema: { fields: [{ name: evil, type: 'integer' }] } }],
    }
    const validation = await validate(descriptor, { [`${evil}.csv`]: `${evil}\n${evil}\n` })
    const text = printValidation(validation, (_, words) => words)
    expect(text.replaceAll('\n', '')).toBe(escapeText(text.replaceAll('\n', '')))
    expect(text).toContain('\\u001b[2J\\u202e\\u200b')
    expect(validation.problems.map(({ rule }) => rule)).toEqual(['wrong_type'])
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name like others', async (name) => {
    const schema = `{"fields":[{"name":"${name}","type":"integer"}],"primaryKey":["${name}"]}`
    const text = `{"resources":[{"name":"${name}","data":[{"${name}":1},{"${name}":"x"}],"schema":${schema}}]}`
    const { problems } = await validate(text)
    expect(problems.map(({ rule, row, field }) => [rule, row, field])).toEqual([['wrong_type', 3, name]])
  })

  it('types and formats that are names of Object are none', async () => {
    const field = { name: 'a', type: 'constructor' }
    const { problems } = await validate(tableOf({ fields: [field] }), { 't.csv': 'a\n1\n' })
    expect(problems.map(({ rule }) => rule)).toEqual(['descriptor_invalid'])
  })
})
