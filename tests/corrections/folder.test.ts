import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { correctionsIn } from '../../src/corrections/folder.js'
import { printCorrections } from '../../src/corrections/write.js'
import type { Correction } from '../../src/model/correction.js'
import { correction } from './corrections.js'

const root = mkdtempSync(join(tmpdir(), 'yosan-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

const [one, other] = [correction(), correction({ page: 2 })]

describe('correctionsIn', () => {
  it.each<[what: string, files: Readonly<Record<string, string>>, found: readonly Correction[]]>([
    ['an empty folder', {}, []],
    ['a data set', { 'corrections.csv': await printCorrections([one]) }, [one]],
    ['a package', { 'data/corrections.csv': await printCorrections([one, other]) }, [one, other]],
    [
      'a package with more',
      { 'corrections.csv': await printCorrections([other]), 'data/corrections.csv': await printCorrections([one]) },
      [other],
    ],
    [
      'a package without any left',
      { 'corrections.csv': await printCorrections([]), 'data/corrections.csv': await printCorrections([one]) },
      [],
    ],
    [
      'a file of a page',
      { 'corrections.csv': (await printCorrections([one, other])).replace('"accept"', '"withdraw"') },
      [other],
    ],
  ])('reads those of %s', async (what, files, found) => {
    const folder = join(root, what)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    expect(await correctionsIn(folder)).toEqual(found)
  })
})

describe('printCorrections', () => {
  it('leaves out what takes decisions back', async () => {
    expect(await printCorrections([correction({ action: 'withdraw' }), other])).toBe(await printCorrections([other]))
    expect(await printCorrections([correction({ action: 'withdraw' })])).toBe(await printCorrections([]))
  })
})
