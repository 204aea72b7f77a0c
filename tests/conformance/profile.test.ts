import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validatePackage } from '../../src/conformance/index.js'
import { problemRules } from '../../src/conformance/problem-rules.js'
import { type Json, packageOf, problemsOf, usePackages, validate } from './packages.js'

usePackages()

const resource: Json = { name: 'a', data: [{ x: 1 }] }
const field = (more: Json): Json => ({ resources: [{ ...resource, schema: { fields: [{ name: 'x', ...more }] } }] })
const schema = (more: Json): Json => ({
  resources: [{ ...resource, schema: { fields: [{ name: 'x' }], ...more } }],
})
const packaged = (more: Json): Json => ({ resources: [resource], ...more })
const resourced = (more: Json): Json => ({ resources: [{ ...resource, ...more }] })
const invalid = (at: string) => `datapackage.json ${at} descriptor_invalid`

describe('descriptors in order', () => {
  it.each<[what: string, descriptor: Json]>([
    ['the least', packaged({})],
    ['version 2', packaged({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', name: 'a', id: 'b' })],
    [
      'version 1',
      packaged({ profile: 'tabular-data-package', keywords: ['a'], contributors: [{ title: 'a', role: 'author' }] }),
    ],
    [
      'all of the metadata',
      packaged({
        title: 'a',
        description: 'b',
        homepage: 'https://a.jp/',
        image: 'a.png',
        version: '1.0',
        created: '2026-11-22T00:00:00Z',
        licenses: [{ name: 'CC-BY-4.0' }, { path: 'LICENSE', title: 'x' }],
        sources: [{ title: 'a', path: 'b', email: 'a@b.jp', version: '1' }],
        contributors: [
          {
            givenName: 'a',
            familyName: 'b',
            path: 'https://a.jp',
            email: 'a@b.jp',
            roles: ['creator'],
            organization: 'c',
          },
        ],
      }),
    ],
    ['properties of others', packaged({ custom: { a: [1] }, views: [{ name: 'graph', specType: 'simple' }] })],
    [
      'metadata of a resource',
      resourced({
        type: 'table',
        title: 'a',
        format: 'json',
        mediatype: 'application/json',
        bytes: 9,
        sources: [{ title: 'x' }],
        licenses: [{ name: 'x' }],
        custom: 1,
      }),
    ],
    ['a hash of each kind', resourced({ hash: 'sha256:00ff' })],
    ['a primary key as a text', schema({ primaryKey: 'x' })],
    ['foreign keys as texts', schema({ foreignKeys: [{ fields: 'x', reference: { resource: '', fields: 'x' } }] })],
    ['fieldsMatch as a text', schema({ fieldsMatch: 'subset' })],
    ['fieldsMatch as a list', schema({ fieldsMatch: ['equal'] })],
    ['missing values with labels', schema({ missingValues: [{ value: '', label: 'none' }] })],
    [
      'categories with labels',
      field({ type: 'integer', categories: [{ value: 1, label: 'one' }], categoriesOrdered: true }),
    ],
    [
      'a field with all that any may say',
      field({
        title: 'a',
        description: 'b',
        example: 1,
        rdfType: 'http://schema.org/x',
        unit: 'JPY',
        constraints: { required: true, unique: true, enum: ['1'] },
      }),
    ],
  ])('%s', async (_, descriptor) => {
    expect(await problemsOf(descriptor)).toEqual([])
  })
})

describe('descriptors out of order', () => {
  it.each<[descriptor: Json, at: string]>([
    [{}, '/resources'],
    [{ resources: [] }, '/resources'],
    [{ resources: {} }, '/resources'],
    [{ resources: [1] }, '/resources/0'],
    [packaged({ name: 1 }), '/name'],
    [packaged({ title: null }), '/title'],
    [packaged({ homepage: 'a b' }), '/homepage'],
    [packaged({ created: '2026-11-22' }), '/created'],
    [packaged({ created: '2026-02-30T00:00:00Z' }), '/created'],
    [packaged({ keywords: 'a' }), '/keywords'],
    [packaged({ licenses: {} }), '/licenses'],
    [packaged({ licenses: [{ title: 'x' }] }), '/licenses/0'],
    [packaged({ sources: [{}] }), '/sources/0'],
    [packaged({ contributors: [{}] }), '/contributors/0'],
    [packaged({ contributors: [{ email: 'x' }] }), '/contributors/0/email'],
    [packaged({ contributors: [{ path: 'x' }] }), '/contributors/0/path'],
    [{ resources: [{ data: [] }] }, '/resources/0/name'],
    [{ resources: [{ name: 'a' }] }, '/resources/0'],
    [resourced({ path: 'a.csv' }), '/resources/0'],
    [resourced({ data: 'x,y' }), '/resources/0'],
    [resourced({ data: 5 }), '/resources/0/data'],
    [{ resources: [{ name: 'a', path: [] }] }, '/resources/0/path'],
    [{ resources: [{ name: 'a', path: '' }] }, '/resources/0/path'],
    [resourced({ type: 'graph' }), '/resources/0/type'],
    [resourced({ bytes: -1 }), '/resources/0/bytes'],
    [resourced({ bytes: '1' }), '/resources/0/bytes'],
    [resourced({ hash: 'x y' }), '/resources/0/hash'],
    [resourced({ mediatype: 'csv' }), '/resources/0/mediatype'],
    [resourced({ encoding: 8 }), '/resources/0/encoding'],
    [resourced({ dialect: 5 }), '/resources/0/dialect'],
    [resourced({ dialect: { header: 'yes' } }), '/resources/0/dialect/header'],
    [resourced({ dialect: { quoteChar: '""' } }), '/resources/0/dialect/quoteChar'],
    [resourced({ dialect: { headerRows: [0] } }), '/resources/0/dialect/headerRows/0'],
    [resourced({ dialect: { itemType: 'row' } }), '/resources/0/dialect/itemType'],
    [resourced({ schema: {} }), '/resources/0/schema/fields'],
    [resourced({ schema: { fields: [{}] } }), '/resources/0/schema/fields/0/name'],
    [schema({ fieldsMatch: 'most' }), '/resources/0/schema/fieldsMatch'],
    [schema({ fieldsMatch: ['equal', 'exact'] }), '/resources/0/schema/fieldsMatch'],
    [schema({ missingValues: ['', ''] }), '/resources/0/schema/missingValues'],
    [schema({ missingValues: [1] }), '/resources/0/schema/missingValues'],
    [schema({ primaryKey: [] }), '/resources/0/schema/primaryKey'],
    [schema({ uniqueKeys: ['x'] }), '/resources/0/schema/uniqueKeys/0'],
    [schema({ foreignKeys: [{ fields: ['x'] }] }), '/resources/0/schema/foreignKeys/0/reference'],
    [schema({ foreignKeys: [{ fields: ['x'], reference: {} }] }), '/resources/0/schema/foreignKeys/0/reference/fields'],
    [
      schema({ foreignKeys: [{ fields: ['x'], reference: { fields: ['x', 'x'] } }] }),
      '/resources/0/schema/foreignKeys/0/reference/fields',
    ],
    [field({ type: 'money' }), '/resources/0/schema/fields/0/type'],
    [field({ type: 'integer', format: 'euro' }), '/resources/0/schema/fields/0/format'],
    [field({ type: 'string', format: 'phone' }), '/resources/0/schema/fields/0/format'],
    [field({ type: 'integer', bareNumber: 'no' }), '/resources/0/schema/fields/0/bareNumber'],
    [field({ type: 'boolean', trueValues: 'yes' }), '/resources/0/schema/fields/0/trueValues'],
    [field({ type: 'list', itemType: 'list' }), '/resources/0/schema/fields/0/itemType'],
    [field({ type: 'string', categories: [1] }), '/resources/0/schema/fields/0/categories'],
    [field({ type: 'string', constraints: { minimum: 1 } }), '/resources/0/schema/fields/0/constraints/minimum'],
    [field({ type: 'integer', constraints: { pattern: 'x' } }), '/resources/0/schema/fields/0/constraints/pattern'],
    [field({ type: 'boolean', constraints: { maxLength: 1 } }), '/resources/0/schema/fields/0/constraints/maxLength'],
    [field({ constraints: { minLength: 1 } }), '/resources/0/schema/fields/0/constraints/minLength'],
    [field({ type: 'string', constraints: { minLength: -1 } }), '/resources/0/schema/fields/0/constraints/minLength'],
    [field({ type: 'string', constraints: { required: 'yes' } }), '/resources/0/schema/fields/0/constraints/required'],
    [field({ type: 'string', constraints: { enum: [] } }), '/resources/0/schema/fields/0/constraints/enum'],
  ])('%j at %s', async (descriptor, at) => {
    expect(await problemsOf(descriptor)).toEqual([invalid(at)])
  })

  it.each<[constraints: Json, at: string]>([
    [{ minimum: 'low' }, 'minimum'],
    [{ exclusiveMaximum: 1.5 }, 'exclusiveMaximum'],
    [{ enum: [1, 'two'] }, 'enum/1'],
  ])('%j are no values of an integer', async (constraints, at) => {
    expect(await problemsOf(field({ type: 'integer', constraints }))).toContain(
      invalid(`/resources/0/schema/fields/0/constraints/${at}`),
    )
  })
})

describe('names', () => {
  it.each<[what: string, descriptor: Json, problems: readonly string[]]>([
    [
      'two resources',
      { resources: [resource, resource] },
      ['datapackage.json /resources/1/name duplicate_resource_name'],
    ],
    [
      'two fields',
      { resources: [{ name: 'a', data: [['x', 'x']], schema: { fields: [{ name: 'x' }, { name: 'x' }] } }] },
      ['datapackage.json /resources/0/schema/fields/1/name duplicate_field_name'],
    ],
    [
      'a primary key',
      schema({ primaryKey: ['x', 'y'] }),
      ['datapackage.json /resources/0/schema/primaryKey unknown_key_field'],
    ],
    [
      'a unique key',
      schema({ uniqueKeys: [['y']] }),
      ['datapackage.json /resources/0/schema/uniqueKeys/0 unknown_key_field'],
    ],
    [
      'a foreign key',
      schema({ foreignKeys: [{ fields: ['y'], reference: { fields: ['x'] } }] }),
      ['datapackage.json /resources/0/schema/foreignKeys/0/fields unknown_key_field'],
    ],
    [
      'what a foreign key refers to',
      schema({ foreignKeys: [{ fields: ['x'], reference: { fields: ['y'] } }] }),
      ['datapackage.json /resources/0/schema/foreignKeys/0/reference/fields unknown_key_field'],
    ],
    [
      'a resource',
      schema({ foreignKeys: [{ fields: ['x'], reference: { resource: 'b', fields: ['y'] } }] }),
      [
        'datapackage.json /resources/0/schema/foreignKeys/0/reference/resource unknown_resource',
        'datapackage.json /resources/0/schema/foreignKeys/0 foreign_key_not_checked',
      ],
    ],
  ])('%s', async (_, descriptor, problems) => {
    const found = await problemsOf(descriptor)
    for (const problem of problems) expect(found).toContain(problem)
  })
})

describe('descriptors that cannot be read', () => {
  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', ''],
    ['nested too deeply', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('%s', async (_, text) => {
    const { problems, passed, withoutArithmetic } = await validate(text)
    expect(problems.map(({ rule }) => rule)).toEqual(['descriptor_unreadable'])
    expect([passed, withoutArithmetic]).toEqual([false, 'the descriptor cannot be read'])
  })

  it('not in UTF-8', async () => {
    const folder = await packageOf({}, { 'datapackage.json': Uint8Array.of(0x7b, 0xff, 0x7d) })
    expect((await validatePackage(folder)).problems.map(({ rule }) => rule)).toEqual(['descriptor_unreadable'])
  })

  it('with brackets in texts, which are no nesting, and a byte order mark', async () => {
    const text = `\ufeff${JSON.stringify(packaged({ title: `\\"${'['.repeat(1000)}` }))}`
    expect(await problemsOf(text)).toEqual(['datapackage.json byte_order_mark'])
  })

  it.each(['', '/nowhere.json', '/datapackage.json/x'])('none at %j', async (more) => {
    const folder = await packageOf(packaged({}), { 'empty/x': '' })
    const path = more === '' ? `${folder}/empty` : `${folder}${more}`
    await expect(validatePackage(path)).rejects.toThrow(/name the folder of a Data Package, or its datapackage\.json/u)
  })

  it('the file may be named itself', async () => {
    const folder = await packageOf(packaged({ name: 'x', version: '2' }))
    const { descriptor, passed } = await validatePackage(`${folder}/datapackage.json`)
    expect(descriptor).toEqual({ file: 'datapackage.json', name: 'x', title: null, version: '2' })
    expect(passed).toBe(true)
  })
})

describe('rules', () => {
  it('say one sentence each', () => {
    for (const { title } of Object.values(problemRules)) expect(title).toMatch(/^[A-Z][^.]*\.$/u)
  })

  it('are all reported somewhere', async () => {
    const room = join(import.meta.dirname, '..', '..', 'src', 'conformance')
    const names = (await readdir(room, { recursive: true })).filter((name) => /(?<!problem-rules)\.ts$/u.test(name))
    const texts = await Promise.all(names.map((name) => readFile(join(room, name), 'utf8')))
    const reported = texts.join('\n')
    expect(Object.keys(problemRules).filter((rule) => !reported.includes(`'${rule}'`))).toEqual([])
  })
})
