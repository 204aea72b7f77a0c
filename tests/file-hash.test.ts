import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashFiles } from '../src/file-hash.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yosan-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const md5 = { abc: '900150983cd24fb0d6963f7d28e17f72', '': 'd41d8cd98f00b204e9800998ecf8427e' }
const sha256 = { abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }

describe('hashFiles', () => {
  it.each<[texts: readonly string[], algorithm: string, digits: string, bytes: number]>([
    [['abc'], 'sha256', sha256.abc, 3],
    [['abc'], 'md5', md5.abc, 3],
    [['a', '', 'bc'], 'sha256', sha256.abc, 3],
    [[''], 'md5', md5[''], 0],
    [[], 'md5', md5[''], 0],
  ])('of %j by %s', async (texts, algorithm, digits, bytes) => {
    const paths = texts.map((_, i) => join(folder, String(i)))
    for (const [i, path] of paths.entries()) await writeFile(path, texts[i] ?? '')
    expect(await hashFiles(paths, algorithm)).toEqual({ digits, bytes })
  })

  it('fails where a file is not there', async () => {
    await expect(hashFiles([join(folder, 'gone')], 'md5')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
