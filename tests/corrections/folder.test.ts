import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { correctionsIn } from '../../src/corrections/folder.js'
import { printCorrections } from '../../src/corrections/write.js'
import type { Correction } from '../../src/model/correction.js'
import { correction, handedOut } from './corrections.js'

const root = mkdtempSync(join(tmpdir(), 'yosan-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

const [one, other, withdrawn] = [correction(), correction({ page: 2 }), correction({ action: 'withdraw' })]

describe('correctionsIn', () => {
  it.each<[what: string, files: Readonly<Record<string, readonly Correction[]>>, found: readonly Correction[]]>([
    ['an empty folder', {}, []],
    ['a data set', { 'corrections.csv': [one] }, [one]],
    ['a package', { 'data/corrections.csv': [one, other] }, [one, other]],
    ['a package with more', { 'corrections.csv': [other], 'data/corrections.csv': [one] }, [other]],
    ['a package without any left', { 'corrections.csv': [], 'data/corrections.csv': [one] }, []],
    ['a file of a page', { 'corrections.csv': [withdrawn, other] }, [other]],
  ])('reads those of %s', async (what, files, found) => {
    const folder = join(root, what)
    for (const [path, rows] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), await handedOut(rows))
    }
    expect(await correctionsIn(folder)).toEqual(found)
  })
})

describe('printCorrections', () => {
  it('leaves out what takes decisions back', async () => {
    expect(await printCorrections([withdrawn, other])).toBe(await printCorrections([other]))
    expect(await printCorrections([withdrawn])).toBe(await printCorrections([]))
  })
})
