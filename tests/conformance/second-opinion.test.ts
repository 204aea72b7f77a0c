import { describe, expect, it } from 'vitest'
import { dataset } from '../emit/sample.js'
import { type Files, type Json, packageOf, usePackages, validate } from './packages.js'
import { yosanPackage } from './yosan-package.js'

usePackages()

interface Opinion {
  readonly valid: boolean
  readonly errors: readonly Error[]
  readonly resources: readonly { readonly read: (options: object) => Promise<unknown> }[]
}

// It has no types.
const name: string = 'datapackage'
const { Package }: { readonly Package: { readonly load: (path: string) => Promise<Opinion> } } = (await import(name))
  .default

/** Whether the library of version 1 takes a package: its descriptor, and each row with its references. */
const isTakenBySecond = async (descriptor: Json, files: Files): Promise<boolean> => {
  const opened = await Package.load(`${await packageOf(descriptor, files)}/datapackage.json`)
  if (!opened.valid) return false
  const read = opened.resources.map((resource) => resource.read({ keyed: true, relations: true }))
  return Promise.all(read).then(
    () => true,
    () => false,
  )
}

const towns: Json = {
  name: 'towns',
  path: 'towns.csv',
  profile: 'tabular-data-resource',
  dialect: { delimiter: ',' },
  schema: {
    fields: [
      { name: 'id', type: 'integer', constraints: { required: true, minimum: 1 } },
      { name: 'name', type: 'string', constraints: { required: true, pattern: '[a-z]+', maxLength: 6 } },
      { name: 'founded', type: 'date' },
      { name: 'is_city', type: 'boolean' },
      { name: 'parent', type: 'integer' },
      { name: 'kind', type: 'string', constraints: { enum: ['north', 'south'] } },
    ],
    primaryKey: ['id'],
    foreignKeys: [{ fields: 'parent', reference: { resource: '', fields: 'id' } }],
  },
}
const descriptor: Json = { name: 'towns', resources: [towns] }
const head = 'id,name,founded,is_city,parent,kind\n'

describe('two programs agree', () => {
  it.each<[rows: readonly string[], isValid: boolean]>([
    [['1,fuji,1966-11-01,true,,north', '2,ito,,false,1,south'], true],
    [['x,fuji,,,,'], false],
    [['0,fuji,,,,'], false],
    [['1,,,,,'], false],
    [['1,FUJI,,,,'], false],
    [['1,shimizu,,,,'], false],
    [['1,fuji,1966-02-30,,,'], false],
    [['1,fuji,,maybe,,'], false],
    [['1,fuji,,,7,'], false],
    [['1,fuji,,,,east'], false],
    [['1,fuji,,,'], false],
    [['1,fuji,,,,,'], false],
    [['1,fuji,,,,', '1,ito,,,,'], false],
  ])('on %j', async (rows, isValid) => {
    const files = { 'towns.csv': head + rows.map((row) => `${row}\n`).join('') }
    expect((await validate(descriptor, files)).passed).toBe(isValid)
    expect(await isTakenBySecond(descriptor, files)).toBe(isValid)
  })

  it.each<[change: Json, isValid: boolean]>([
    [{}, true],
    [{ path: undefined }, false],
    [{ schema: { fields: [{ name: 'id', type: 'money' }] } }, false],
    [{ schema: { fields: [{ type: 'integer' }] } }, false],
    [{ path: '../towns.csv' }, false],
    [{ path: '/etc/towns.csv' }, false],
  ])('on a resource with %j', async (change, isValid) => {
    const files = { 'towns.csv': `${head}1,fuji,,,,\n` }
    const changed = { ...descriptor, resources: [{ ...towns, ...change }] }
    expect((await validate(changed, files)).passed).toBe(isValid)
    const second = await isTakenBySecond(changed, files).catch(() => false)
    expect(second).toBe(isValid)
  })

  it('on a package of ours', async () => {
    const { descriptor: own, files } = await yosanPackage(dataset)
    expect(await isTakenBySecond(own, files)).toBe(true)
  })
})
