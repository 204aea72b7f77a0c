import { createHash } from 'node:crypto'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validatePackage } from '../../src/conformance/index.js'
import { brief, type Json, packageOf, problemsOf, usePackages, validate } from './packages.js'

usePackages()

const text = 'a\n1\n'
const hashOf = (algorithm: string, content = text) => createHash(algorithm).update(content).digest('hex')
const of = (more: Json): Json => ({ resources: [{ name: 't', path: 'data/t.csv', ...more }] })
const files = { 'data/t.csv': text }

describe('paths', () => {
  it.each([
    '/etc/passwd',
    '../t.csv',
    'data/../../t.csv',
    'data\\t.csv',
    '..\\t.csv',
    'C:\\t.csv',
    'c:/t.csv',
    '~/t.csv',
    'file:///etc/passwd',
    'data/t.csv\0.txt',
    'data/..',
  ])('%j leads out of the package', async (path) => {
    expect(await problemsOf(of({ path }), files)).toEqual(['datapackage.json /resources/0/path unsafe_path'])
  })

  it.each(['data/t.csv', './data/t.csv', 'data//t.csv', 'data/..t.csv', '...csv', '予算.csv', 'a b.csv'])(
    '%j is in the package',
    async (path) => {
      expect(await problemsOf(of({ path }), { [path]: text })).toEqual([])
    },
  )

  it.each(['gone.csv', 'data', 'data/t.csv/x', 'x'.repeat(300)])('%j is no file', async (path) => {
    const { problems, resources, passed } = await validate(of({ path }), files)
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([[path, 'missing_file']])
    expect([resources[0]?.status, passed]).toEqual(['missing', false])
  })

  it.each(['https://a.jp/t.csv', 'HTTP://a.jp/t.csv'])('%s is not fetched', async (path) => {
    const { problems, resources, passed } = await validate(of({ path }))
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['remote_not_checked', 'warning']])
    expect([resources[0]?.status, passed]).toEqual(['not_checked', true])
  })

  it('are all of one kind', async () => {
    expect(await problemsOf(of({ path: ['https://a.jp/t.csv', 'data/t.csv'] }), files)).toContain(
      'datapackage.json /resources/0/path descriptor_invalid',
    )
  })

  it('may be called url, as in version 0', async () => {
    const { problems, resources } = await validate({ resources: [{ name: 't', url: 'data/t.csv' }] }, files)
    expect([problems, resources[0]?.rows]).toEqual([[], 1])
  })

  it('symbolic links may not lead out, and may lead on', async () => {
    const outside = await packageOf({}, { 'secret.csv': 'a\n1\n2\n' })
    const folder = await packageOf(of({}), { 'real.csv': text, 'data/x': '' })
    await symlink(join(outside, 'secret.csv'), join(folder, 'data', 't.csv'))
    expect(brief(await validatePackage(folder))).toEqual(['datapackage.json /resources/0/path unsafe_path'])
    const inside = await packageOf(of({}), { 'real.csv': text, 'data/x': '' })
    await symlink('../real.csv', join(inside, 'data', 't.csv'))
    expect(brief(await validatePackage(inside))).toEqual([])
    const linked = await packageOf(of({ path: 'linked/secret.csv' }))
    await symlink(outside, join(linked, 'linked'))
    expect(brief(await validatePackage(linked))).toEqual(['datapackage.json /resources/0/path unsafe_path'])
    await symlink(inside, join(outside, 'package'))
    expect(brief(await validatePackage(join(outside, 'package')))).toEqual([])
  })

  it('a link beside the descriptor is no sibling of the same beginning', async () => {
    const folder = await packageOf(of({ path: 'x.csv' }))
    const sibling = `${folder}-more`
    await packageOf({})
    await symlink(sibling, join(folder, 'x.csv'))
    expect(brief(await validatePackage(folder))).toEqual(['x.csv missing_file'])
  })
})

describe('sizes and hashes', () => {
  it.each<[resource: Json, problems: readonly string[], hashes: number]>([
    [{ bytes: 4 }, [], 0],
    [{ bytes: 5 }, ['data/t.csv bytes_differ'], 0],
    [{ hash: hashOf('md5') }, [], 1],
    [{ hash: hashOf('md5').toUpperCase() }, [], 1],
    [{ hash: `md5:${hashOf('md5')}` }, [], 1],
    [{ hash: `sha1:${hashOf('sha1')}` }, [], 1],
    [{ hash: `sha256:${hashOf('sha256')}` }, [], 1],
    [{ hash: `SHA256:${hashOf('sha256')}` }, [], 1],
    [{ hash: `SHA-512:${hashOf('sha512')}` }, [], 1],
    [{ hash: `sha256:${hashOf('md5')}` }, ['data/t.csv hash_differs'], 1],
    [{ hash: hashOf('md5', 'x') }, ['data/t.csv hash_differs'], 1],
    [{ hash: 'crc32:00ff00ff' }, ['datapackage.json /resources/0/hash hash_not_checked'], 0],
    [{ bytes: 3, hash: hashOf('md5', 'x') }, ['data/t.csv bytes_differ', 'data/t.csv hash_differs'], 1],
  ])('%j', async (resource, problems, hashes) => {
    const validation = await validate(of(resource), files)
    expect(brief(validation)).toEqual(problems)
    expect(validation.counts.hashes).toBe(hashes)
  })

  it('of several files are those of all in a row', async () => {
    const path = ['1.csv', '2.csv']
    const both = { '1.csv': text, '2.csv': '2\n' }
    expect(await problemsOf(of({ path, bytes: 6, hash: hashOf('md5', `${text}2\n`) }), both)).toEqual([])
    expect(await problemsOf(of({ path, bytes: 7 }), both)).toEqual(['1.csv, 2.csv bytes_differ'])
  })

  it('are checked of what is in another format too', async () => {
    const descriptor = { resources: [{ name: 'x', path: 'x.bin', bytes: 1, hash: hashOf('md5', 'x') }] }
    expect(await problemsOf(descriptor, { 'x.bin': 'yz' })).toEqual([
      'x.bin bytes_differ',
      'x.bin hash_differs',
      'x.bin format_not_checked',
    ])
  })

  it('tell what was found', async () => {
    const { problems } = await validate(of({ bytes: 5, hash: 'sha256:00' }), files)
    expect(problems.map(({ found, expected }) => [found, expected])).toEqual([
      ['4', '5'],
      [`sha256:${hashOf('sha256')}`, 'sha256:00'],
    ])
  })
})

describe('views', () => {
  const withViews = (views: unknown): Json => ({ ...of({}), views })
  const view = { path: 'views/t.xlsx', bytes: 4, hash: `sha256:${hashOf('sha256', 'xlsx')}` }
  const all = { ...files, 'views/t.xlsx': 'xlsx' }
  it.each<[views: unknown, problems: readonly string[]]>([
    [[view], []],
    [[{ ...view, bytes: 5 }], ['views/t.xlsx bytes_differ']],
    [[view, { ...view, hash: `sha256:${hashOf('sha256')}` }], ['views/t.xlsx hash_differs']],
    [[{ path: 'views/gone' }], ['views/gone missing_file']],
    [[{ path: '../t.csv' }], ['datapackage.json /views/0/path unsafe_path']],
    [[{ name: 'graph' }, null, 1, { path: 1 }], []],
    ['views', []],
  ])('%j', async (views, problems) => {
    expect(await problemsOf(withViews(views), all)).toEqual(problems)
  })

  it('are counted', async () => {
    expect((await validate(withViews([view]), all)).counts).toMatchObject({ files: 2, hashes: 1 })
  })
})
