import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentRow } from '../../src/model/document.js'
import type { IssueRow } from '../../src/model/issue-row.js'
import { addText, folderOf, newFolder } from './inputs.js'
import { halvesIn, journalOf, misbehaving, run, tablesIn } from './processes.js'

/** Limits that only the named kind of misbehaviour meets, however slow the machine is. */
const limits = ['--timeout', '120', '--memory', '512', '--workers', '2']
const shortTime = ['--timeout', '10', '--memory', '2048', '--workers', '2']

const rowsOf = <T>(out: string, table: string): T[] => JSON.parse(tablesIn(out)[`${table}.json`] ?? '')

describe('a document that misbehaves is ended and named, and the rest goes on', () => {
  it.each([
    ['loops', 'timed_out', 'takes more than 10 seconds to read: give it more with --timeout.'],
    ['waits', 'timed_out', 'takes more than 10 seconds to read: give it more with --timeout.'],
    ['eats', 'out_of_memory', 'needs more than 512 MiB of memory: give it more with --memory.'],
    ['bloats', 'out_of_memory', 'needs more than 512 MiB of memory: give it more with --memory.'],
    ['dies', 'crashed', 'takes the process that reads it down: please report it with the document.'],
    ['quits', 'crashed', 'takes the process that reads it down: please report it with the document.'],
  ])('%s', async (name, code, predicate) => {
    const input = folderOf(3)
    const path = addText(input, `${name}.txt`)
    const out = join(newFolder(), 'out')
    const bounds = code === 'timed_out' ? shortTime : limits
    const { code: exit, err } = await run(['extract', input, '--out', out, '--quiet', ...bounds], misbehaving())
    expect([exit, err]).toEqual([2, `${path} ${predicate}\n`])
    const rows = rowsOf<DocumentRow>(out, 'documents')
    expect(rows.map(({ status }) => status).sort()).toEqual(['complete', 'complete', 'complete', 'failed'])
    const failed = rows.find(({ status }) => status === 'failed')
    expect(failed).toMatchObject({
      document_id: `${name}-txt`,
      file_name: `${name}.txt`,
      issues_total: 1,
      figures_total: 0,
    })
    expect(failed?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const issue = rowsOf<IssueRow>(out, 'issues').find(({ rule }) => rule === 'document_failed')
    expect(issue).toMatchObject({ document_id: `${name}-txt`, found: code, message: `${path} ${predicate}` })
    expect(halvesIn(out)).toEqual([])
  })

  it('stumbles over its own code', async () => {
    const input = folderOf(1)
    const path = addText(input, 'stumbles.txt')
    const out = join(newFolder(), 'out')
    const { code, err } = await run(['extract', input, '--out', out, '--quiet', ...limits], misbehaving())
    expect(code).toBe(2)
    expect(err).toMatch(/ made yosan stumble \(TypeError: .*\): please report it with the document\.\n$/)
    expect(err.startsWith(path)).toBe(true)
  })

  it('a worker that the system ends takes no document with it', async () => {
    const input = folderOf(2)
    addText(input, 'unlucky.txt')
    const out = join(newFolder(), 'out')
    expect(await run(['extract', input, '--out', out, '--quiet', ...limits], misbehaving())).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    const attempts = journalOf(out).flatMap((entry) =>
      entry.event === 'started' && entry.document_id === 'unlucky-txt' ? [entry.attempt] : [],
    )
    expect(attempts).toEqual([1, 2])
  })
})

describe('a document that a worker finds changed', () => {
  it.each([
    ['changes', 'changed while it was read: run the same command again.'],
    ['vanishes', 'does not exist: check the name.'],
  ])('%s: no result is kept for the bytes that it had', async (name, predicate) => {
    const input = folderOf(1)
    const path = addText(input, `${name}.txt`)
    const out = join(newFolder(), 'out')
    const args = ['extract', input, '--out', out, '--quiet']
    expect(await run(args, misbehaving())).toEqual({ code: 2, out: '', err: `${path} ${predicate}\n` })
    expect(await run(args)).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('workers that cannot be started', () => {
  it('end the batch in one sentence', async () => {
    const out = join(newFolder(), 'out')
    const { code, err } = await run(['extract', folderOf(3), '--out', out, '--quiet'], {
      ...misbehaving(),
      NO_WORKERS: 'yes',
    })
    expect(code).toBe(1)
    expect(err).toBe(
      'yosan: No worker process can be started (Worker exited unexpectedly): free some memory, or ask for fewer with --workers.\n',
    )
    expect(tablesIn(out)).toEqual({})
  })
})

describe('failures of the moment', () => {
  it('of memory are tried again in a new process, which holds nothing of other documents', async () => {
    const input = folderOf(1)
    addText(input, 'eats.txt')
    const out = join(newFolder(), 'out')
    await run(['extract', input, '--out', out, '--quiet', ...limits], misbehaving())
    const attempts = journalOf(out).flatMap((entry) =>
      entry.event === 'started' && entry.document_id === 'eats-txt' ? [entry.attempt] : [],
    )
    expect(attempts).toEqual([1, 2])
  })

  it('are kept for the same limits, and tried again with others or when asked to', async () => {
    const input = folderOf(1)
    addText(input, 'dies.txt')
    const out = join(newFolder(), 'out')
    const extract = (...more: string[]) => run(['extract', input, '--out', out, '--quiet', ...more], misbehaving())
    const lastStarted = () => {
      const entries = journalOf(out)
      const begun = entries.findLastIndex(({ event }) => event === 'begun')
      return entries.slice(begun).filter(({ event }) => event === 'started').length
    }
    await extract(...limits)
    const first = tablesIn(out)
    // A document whose process died is given a second one.
    expect(lastStarted()).toBe(3)
    expect((await extract(...limits)).code).toBe(2)
    expect([lastStarted(), tablesIn(out)]).toEqual([0, first])
    await extract(...limits, '--timeout', '121')
    expect(lastStarted()).toBe(2)
    await extract(...limits, '--timeout', '121', '--retry-failed')
    expect(lastStarted()).toBe(2)
    // Without the misbehaviour it goes well.
    expect((await run(['extract', input, '--out', out, '--quiet', ...limits, '--retry-failed'])).code).toBe(0)
  })
})

describe('a full disk', () => {
  it.each([
    ['results', /^yosan: Cannot write to the folder .*: the disk is full\.\n$/],
    ['tables', /^yosan: Cannot write to the folder .*: the disk is full\.\n$/],
    ['journal', /^yosan: Cannot write to the folder .*: the disk is full\.\n$/],
  ])('at the %s ends the batch, leaves the old tables and nothing half-written', async (where, sentence) => {
    const input = folderOf(6)
    const out = join(newFolder(), 'out')
    const args = ['extract', input, '--out', out, '--quiet', '--workers', '2']
    await run(args)
    const before = tablesIn(out)
    addText(input, 'new.txt')
    const { code, err } = await run(args, misbehaving(where))
    expect(code).toBe(1)
    expect(err).toMatch(sentence)
    expect(tablesIn(out)).toEqual(before)
    expect(halvesIn(out)).toEqual([])
    expect(await run(args)).toEqual({ code: 0, out: '', err: '' })
    const clean = join(newFolder(), 'out')
    await run([...args.slice(0, 3), clean, ...args.slice(4)])
    expect(tablesIn(out)).toEqual(tablesIn(clean))
    rmSync(clean, { recursive: true })
  })

  it.skipIf(process.platform === 'win32')('of the system itself: files can grow no further', async () => {
    const input = folderOf(2, ['r7-aoba-book.pdf'])
    const out = join(newFolder(), 'out')
    const limited = ['sh', '-c', 'ulimit -f 100 && exec "$@"', 'sh']
    const { code, err } = await run(['extract', input, '--out', out, '--quiet'], {}, limited)
    expect([code, err]).toEqual([
      1,
      `yosan: Cannot write to the folder ${out}: a file would become larger than this system allows.\n`,
    ])
    expect([tablesIn(out), halvesIn(out)]).toEqual([{}, []])
    expect((await run(['extract', input, '--out', out, '--quiet'])).code).toBe(0)
  })
})
