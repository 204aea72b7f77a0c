import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPrevious } from '../../src/package/previous.js'
import { toolVersion } from '../../src/version.js'
import { figure } from '../emit/sample.js'
import {
  type Descriptor,
  datasetOf,
  descriptorIn,
  filesIn,
  newFolder,
  outputOf,
  packed,
  packedFrom,
  write,
} from './packages.js'

/** A descriptor that yosan made, to change. */
let ours: Descriptor
let output = ''

beforeAll(async () => {
  output = await outputOf(datasetOf([figure]))
  const { folder } = await packed(output)
  ours = await descriptorIn(folder)
})

/** A folder with this descriptor and what others may have put there. */
const folderWith = async (descriptor: string): Promise<string> => {
  const folder = await newFolder()
  await write(folder, {
    'datapackage.json': descriptor,
    'data/figures.csv': 'theirs',
    'README.md': 'theirs',
    LICENSE: 'theirs',
    '.git/config': 'theirs',
  })
  return folder
}

const refusal = (folder: string) =>
  expect.objectContaining({
    name: 'YosanError',
    code: 'bad_value',
    message: `${join(folder, 'datapackage.json')} is of no package that yosan has made: choose another folder with --to.`,
  })

const isRefused = async (descriptor: string): Promise<void> => {
  const folder = await folderWith(descriptor)
  const before = await filesIn(folder)
  await expect(openPrevious(folder)).rejects.toEqual(refusal(folder))
  await expect(packed(output, {}, folder)).rejects.toEqual(refusal(folder))
  expect(await filesIn(folder)).toEqual(before)
}

const changed = (change: (descriptor: Descriptor) => object): string => JSON.stringify(change(ours))

describe('openPrevious', () => {
  it.each(['an empty folder', 'a folder that is not there', 'a file'])('finds nothing in %s', async (what) => {
    const folder = await newFolder()
    if (what === 'a file') await writeFile(join(folder, 'x'), '')
    expect(await openPrevious(what === 'an empty folder' ? folder : join(folder, 'x'))).toBeNull()
  })

  it('reads what makePackage wrote', async () => {
    const contributors = [{ title: '文部科学省', roles: ['creator'] }]
    const options = { name: 'a-b', title: '題', release: '3.2.1', contributors, homepage: 'https://example.jp/' }
    const made = await packedFrom(datasetOf([figure]), options)
    const previous = await openPrevious(made.folder)
    expect(previous).toMatchObject({ folder: made.folder, version: '3.2.1', metadata: made.metadata })
    expect(previous?.metadata).toMatchObject({
      name: 'a-b',
      title: '題',
      contributors,
      homepage: 'https://example.jp/',
    })
    expect([...(previous?.files ?? [])].sort()).toEqual(Object.keys(await filesIn(made.folder)).sort())
    const { resources } = await descriptorIn(made.folder)
    expect(previous?.tables).toEqual(
      resources.map(({ name, path, hash, schema }) => ({
        name,
        path,
        hash,
        columns: schema.fields.map((field) => field.name),
      })),
    )
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"name":"a","title":'],
    ['no JSON', 'name: a'],
    ['null', 'null'],
    ['a list', '[]'],
    ['nothing but braces', '{}'],
  ])('refuses %s', (_, descriptor) => isRefused(descriptor))

  it.each(['name', 'title', 'version', 'licenses', 'contributors', 'resources', 'views'])(
    'refuses a descriptor without its %s',
    (name) => isRefused(changed((one) => ({ ...one, [name]: undefined }))),
  )

  const withTable = (one: Descriptor, more: object): object => {
    const [first, ...rest] = one.resources
    return { ...one, resources: [{ ...first, ...more }, ...rest] }
  }
  const by =
    (...contributors: readonly object[]) =>
    (one: Descriptor) => ({ ...one, contributors })

  it.each<[what: string, change: (descriptor: Descriptor) => object]>([
    ['another tool, with all that ours has', by({ title: 'frictionless', roles: ['software'] })],
    ['somebody by the name of yosan', by({ title: `yosan ${toolVersion}`, roles: ['creator'] })],
    ['nobody', by()],
    ['a name with slashes', (one) => ({ ...one, name: 'a/b' })],
    ['a name that leads out', (one) => ({ ...one, name: '../a' })],
    ['a name with a line', (one) => ({ ...one, name: 'a\nb' })],
    ['no licence', (one) => ({ ...one, licenses: [] })],
    ['a licence without its address', (one) => ({ ...one, licenses: [{ name: 'CC-BY-4.0' }] })],
    ['a version that is a number', (one) => ({ ...one, version: 1 })],
    ['tables without hashes', (one) => withTable(one, { hash: undefined })],
    ['tables without columns', (one) => withTable(one, { schema: undefined })],
    ['tables in several files', (one) => withTable(one, { path: ['a.csv', 'b.csv'] })],
    ['charts for views', (one) => ({ ...one, views: [{ name: 'chart', specType: 'vega' }] })],
  ])('refuses a descriptor of %s', (_, change) => isRefused(changed(change)))

  const leadingOut = [
    '../x',
    '..',
    'data/../../x',
    'data/..',
    './data/figures.csv',
    'data/./figures.csv',
    '/etc/passwd',
    '//server/x',
    '\\x',
    'data\\..\\..\\x',
    'C:/x',
    'C:\\x',
    'file:///x',
    'https://example.jp/x.csv',
    'data//x',
    'data/',
    '',
    '.git/config',
    '.gitignore',
    'data/.git/HEAD',
    'a\0b',
  ]

  it.each(leadingOut)('refuses %j as the path of a table', (path) =>
    isRefused(changed((one) => withTable(one, { path }))),
  )

  it.each(leadingOut)('refuses %j as the path of a view', (path) =>
    isRefused(changed((one) => ({ ...one, views: [{ path }] }))),
  )

  it('takes a descriptor that only says more', async () => {
    const more = changed((one) => ({
      ...withTable(one, { licenses: [] }),
      description: 'x',
      views: [{ path: 'a/b.c' }],
    }))
    expect(await openPrevious(await folderWith(more))).toMatchObject({ version: ours.version })
  })
})
