import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { tableNames } from '../../src/model/dataset.js'
import { folderOf, newFolder } from './inputs.js'
import { halvesIn, run, tablesIn } from './processes.js'

const disk = join(newFolder(), 'disk')
mkdirSync(disk)

/** A disk of so many bytes, where this process may make one. */
const mount = (size: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status === 0
const unmount = () => spawnSync('umount', [disk]).status === 0

const canMount = mount('1m') && unmount()
if (!canMount) console.log('skipped: a disk that fills up needs the right to mount one')

describe.skipIf(!canMount)('a small disk that fills up', () => {
  afterEach(unmount)

  it.each(['64k', '128k', '256k', '512k'])('of %s', async (size) => {
    mount(size)
    const input = folderOf(12)
    const out = join(disk, 'out')
    const { code, err } = await run(['extract', input, '--out', out, '--quiet'])
    expect([code, err]).toEqual([1, `yosan: Cannot write to the folder ${out}: the disk is full.\n`])
    expect([tablesIn(out), halvesIn(out)]).toEqual([{}, []])
    spawnSync('mount', ['-o', 'remount,size=64m', disk])
    expect(await run(['extract', input, '--out', out, '--quiet'])).toEqual({ code: 0, out: '', err: '' })
    expect(Object.keys(tablesIn(out))).toHaveLength(2 * tableNames.length)
  })
})
