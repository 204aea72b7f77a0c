import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { addText, documents, folderOf, newFolder } from './inputs.js'
import { halvesIn, journalOf, misbehaving, run, start, tablesIn } from './processes.js'

const newOut = () => join(newFolder(), 'out')

/** The events of the last run. */
const lastRunIn = (out: string) => {
  const entries = journalOf(out)
  return entries.slice(entries.findLastIndex(({ event }) => event === 'begun'))
}

const startedIn = (out: string): number => lastRunIn(out).filter(({ event }) => event === 'started').length

/** Waits until something is so; a test that waits in vain runs into its own limit. */
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await setTimeout(20)
}

const eventsIn = (out: string, name: string): number => journalOf(out).filter(({ event }) => event === name).length

const hasStarted = (out: string, id: string): boolean =>
  journalOf(out).some((entry) => entry.event === 'started' && entry.document_id === id)

describe('the same input gives the same bytes', () => {
  const input = folderOf(6, ['r7-draft-research.pdf', 'r7-yukino-plain.pdf'])
  const expected = newOut()
  const extract = (out: string, more: readonly string[], env = {}) =>
    run(['extract', input, '--out', out, '--tables', '--quiet', ...more], env)

  beforeAll(() => extract(expected, []))

  it.each([
    ['one worker', ['--workers', '1'], {}],
    ['four workers', ['--workers', '4'], {}],
    ['another locale and time zone', [], { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }],
    ['another language', [], { LC_ALL: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' }],
  ])('with %s', async (_, more, env) => {
    const out = newOut()
    expect(await extract(out, more, env)).toEqual({ code: 0, out: '', err: '' })
    expect(tablesIn(out)).toEqual(tablesIn(expected))
  })
})

describe('a second run over an unchanged folder', () => {
  it('extracts nothing and gives the same bytes, issues included', async () => {
    const input = folderOf(3, ['r7-draft-research.pdf'])
    writeFileSync(join(input, 'damaged.pdf'), '%PDF-1.7\nno more')
    const out = newOut()
    const args = ['extract', input, '--out', out, '--quiet']
    const first = await run(args)
    expect(first.code).toBe(2)
    expect(startedIn(out)).toBe(5)
    const tables = tablesIn(out)
    expect(await run(args)).toEqual(first)
    expect([startedIn(out), tablesIn(out)]).toEqual([0, tables])
  })

  it.each([
    ['a changed document', (input: string) => writeFileSync(join(input, 'texts', 'text-001.md'), '# 新\n'), [], 1],
    ['a new document', (input: string) => writeFileSync(join(input, 'new.md'), '# 新\n'), [], 1],
    [
      'a renamed document',
      (input: string) => renameSync(join(input, 'texts', 'text-001.md'), join(input, 'n.md')),
      [],
      0,
    ],
    ['one taken away', (input: string) => rmSync(join(input, 'texts', 'text-001.md')), [], 0],
    ['other pages', () => {}, ['--pages', '1'], 4],
    ['printed tables, which are there already', () => {}, ['--tables'], 0],
    [
      'text under the extension of Markdown',
      (input: string) => renameSync(join(input, 'texts', 'text-001.md'), join(input, 'texts', 'text-001.txt')),
      [],
      1,
    ],
  ])('with %s extracts what it must and no more', async (_, change, more, started) => {
    const input = folderOf(3, ['r7-yukino-plain.pdf'])
    const out = newOut()
    await run(['extract', input, '--out', out, '--quiet'])
    change(input)
    expect((await run(['extract', input, '--out', out, '--quiet', ...more])).code).toBe(0)
    expect(startedIn(out)).toBe(started)
    const clean = newOut()
    await run(['extract', input, '--out', clean, '--quiet', ...more])
    expect(tablesIn(out)).toEqual(tablesIn(clean))
  })

  it('extracts anew what was kept and got damaged', async () => {
    const input = folderOf(2)
    const out = newOut()
    await run(['extract', input, '--out', out, '--quiet'])
    const tables = tablesIn(out)
    const results = join(out, '.yosan', 'results')
    const [first = ''] = readdirSync(results)
    const bytes = readFileSync(join(results, first))
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 255
    writeFileSync(join(results, first), bytes)
    await run(['extract', input, '--out', out, '--quiet'])
    expect([startedIn(out), tablesIn(out)]).toEqual([1, tables])
  })
})

describe('two runs on one folder', () => {
  it('the second says so and stops', async () => {
    const input = folderOf(1)
    addText(input, 'waits.txt')
    const out = newOut()
    const first = start(['extract', input, '--out', out, '--quiet'], misbehaving())
    await until(() => eventsIn(out, 'started') > 0)
    const { code, err } = await run(['extract', input, '--out', out, '--quiet'])
    expect(code).toBe(1)
    expect(err).toBe(
      `yosan: Another run (process ${first.process.pid}) works on the folder ${out}: wait for it, name another folder ` +
        `with --out, or delete ${join(out, '.yosan', 'lock')} when that process is not yosan.\n`,
    )
    first.process.kill('SIGINT')
    await first.ended
  })

  it.each([
    ['a process that is no more', '{"pid":4194303,"host":"HOST","began":null}'],
    ['a process number that is used again', `{"pid":${process.pid},"host":"HOST","began":"1"}`],
    ['nothing that can be read', 'what is this'],
  ])('a lock of %s is taken over', async (_, text) => {
    const { hostname } = await import('node:os')
    const out = newOut()
    mkdirSync(join(out, '.yosan'), { recursive: true })
    writeFileSync(join(out, '.yosan', 'lock'), text.replace('HOST', hostname()))
    expect((await run(['extract', folderOf(1), '--out', out, '--quiet'])).code).toBe(0)
    expect(readdirSync(join(out, '.yosan'))).not.toContain('lock')
  })

  it('a lock of another machine holds as long as it is fresh', async () => {
    const out = newOut()
    mkdirSync(join(out, '.yosan'), { recursive: true })
    writeFileSync(join(out, '.yosan', 'lock'), '{"pid":1,"host":"elsewhere","began":null}')
    const { code, err } = await run(['extract', folderOf(1), '--out', out, '--quiet'])
    expect(code).toBe(1)
    expect(err).toContain('Another run (process 1 on elsewhere) works on the folder')
  })
})

describe('interruption', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends the run cleanly and says how to go on', async (signal) => {
    const input = folderOf(3)
    addText(input, 'waits.txt')
    const out = newOut()
    const args = ['extract', input, '--out', out, '--quiet', '--workers', '1']
    const { process: child, ended } = start(args, misbehaving())
    await until(() => hasStarted(out, 'waits-txt'))
    child.kill(signal)
    const { code, err } = await ended
    const done = eventsIn(out, 'done')
    expect([code, err]).toEqual([
      130,
      `yosan: Interrupted with ${done} of 4 documents done: run the same command again to go on.\n`,
    ])
    expect([tablesIn(out), halvesIn(out)]).toEqual([{}, []])
    expect(readdirSync(join(out, '.yosan'))).not.toContain('lock')
    expect(await run(args)).toEqual({ code: 0, out: '', err: '' })
    expect(journalOf(out).findLast((entry) => entry.event === 'begun')).toMatchObject({ resumed: true })
    expect(startedIn(out)).toBe(4 - done)
  })

  it('workers caught in a loop do not outlive a run that was killed', async () => {
    const input = folderOf(1)
    addText(input, 'loops.txt')
    const out = newOut()
    const { process: child, ended } = start(['extract', input, '--out', out, '--quiet'], misbehaving())
    await until(() => hasStarted(out, 'loops-txt'))
    const isAlive = (pid: number) => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    }
    const workers = childrenOf(child.pid ?? 0)
    child.kill('SIGKILL')
    await ended
    await until(() => !workers.some(isAlive))
  })
})

/** Where the system can tell, else none. */
const childrenOf = (pid: number): number[] => {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

describe('what a batch tells', () => {
  it('a line a document where nobody looks', async () => {
    const input = folderOf(2)
    writeFileSync(join(input, 'damaged.pdf'), '%PDF-1.7\nno more')
    const out = newOut()
    const args = ['extract', input, '--out', out, '--workers', '1']
    const { code, err } = await run(args)
    const [first, second, third] = ['damaged.pdf', 'texts/text-001.md', 'texts/text-002.md'].map((name) =>
      join(input, name),
    )
    expect([code, err.split('\n')]).toEqual([
      2,
      [
        `[1/3] ${first}  failed (damaged_pdf)`,
        `[2/3] ${second}  text, 31 figures`,
        `[3/3] ${third}  text, 31 figures`,
        `${first} is damaged or cut off and cannot be opened: fetch it again.`,
        '',
      ],
    ])
    const events = await run([...args, '--log', 'ndjson'])
    expect(() =>
      events.err
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).not.toThrow()
    const again = await run(args)
    expect(again.err).toContain(`[2/3] ${second}  text, 31 figures, unchanged\n`)
  })

  it('events for machines', async () => {
    const input = folderOf(2)
    const out = newOut()
    const { err } = await run(['extract', input, '--out', out, '--log', 'ndjson', '--workers', '1'])
    const events = err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events).toEqual(journalOf(out))
    expect(events.map(({ event }) => event)).toEqual([
      ...['begun', 'found', 'started', 'done', 'started', 'done', 'writing', 'ended'],
    ])
  })

  it('the summary names documents one by one only when they are few', async () => {
    const { out } = await run(['extract', folderOf(12), '--out', newOut()])
    expect(out.split('\n')[0]).toBe('12 documents: 12 complete')
  })
})

describe('status', () => {
  it('of a finished run', async () => {
    const input = folderOf(2)
    writeFileSync(join(input, 'damaged.pdf'), '%PDF-1.7\nno more')
    const out = newOut()
    await run(['extract', input, '--out', out, '--quiet'])
    const text = (await run(['status', out])).out
    const told = text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME').replace(/\d+ ms/, 'MS ms')
    expect(told).toBe(
      [
        'finished with exit code 2',
        '  begun     TIME',
        '  last word TIME',
        '  documents 3: 2 done (0 of them before, 0 partial), 1 failed',
        '  pages     2, MS ms each',
        '  figures   62, of which 12 ask for review',
        `failed  ${join(input, 'damaged.pdf')} is damaged or cut off and cannot be opened: fetch it again.`,
        '',
      ].join('\n'),
    )
  })

  it('of a running and of an interrupted one', async () => {
    const input = folderOf(1)
    addText(input, 'waits.txt')
    const out = newOut()
    const { process: child, ended } = start(
      ['extract', input, '--out', out, '--quiet', '--workers', '1'],
      misbehaving(),
    )
    await until(() => hasStarted(out, 'waits-txt'))
    const status = async () => JSON.parse((await run(['status', out, '--json'])).out)
    expect(await status()).toMatchObject({ state: 'running', documents: 2, done: 1, under_way: ['waits-txt'] })
    child.kill('SIGKILL')
    await ended
    expect(await status()).toMatchObject({ state: 'interrupted', exit: null, done: 1, under_way: ['waits-txt'] })
  })

  it('a journal that was torn in the middle of a line is read up to there, and goes on', async () => {
    const input = folderOf(2)
    const out = newOut()
    await run(['extract', input, '--out', out, '--quiet'])
    const journal = join(out, '.yosan', 'journal.ndjson')
    const text = readFileSync(journal, 'utf8')
    writeFileSync(journal, text.slice(0, text.lastIndexOf('"ended"')))
    expect(JSON.parse((await run(['status', out, '--json'])).out)).toMatchObject({ state: 'interrupted', done: 2 })
    await run(['extract', input, '--out', out, '--quiet'])
    expect(JSON.parse((await run(['status', out, '--json'])).out)).toMatchObject({
      state: 'finished',
      done: 2,
      cached: 2,
    })
  })
})

describe('a folder that cannot be worked in', () => {
  it.each(['lock', 'journal.ndjson'])('because %s is a folder ends in one sentence', async (name) => {
    const out = newOut()
    mkdirSync(join(out, '.yosan', name), { recursive: true })
    const { code, err } = await run(['extract', folderOf(1), '--out', out, '--quiet'])
    expect([code, err]).toEqual([1, `yosan: Cannot write to the folder ${out}: a folder has the name of a file.\n`])
    expect(tablesIn(out)).toEqual({})
  })

  it('because it is that of the documents ends in one sentence', async () => {
    const input = folderOf(1)
    const { code, err } = await run(['extract', input, '--out', input, '--quiet'])
    expect([code, err]).toEqual([1, `${input} is also the folder of the output: name another with --out.\n`])
  })
})

describe('documents of a batch', () => {
  it('with the same bytes are extracted once', async () => {
    const input = newFolder()
    for (const name of ['a', 'b', 'c']) cpSync(join(documents, 'r7-yukino-plain.pdf'), join(input, `${name}.pdf`))
    const out = newOut()
    expect((await run(['extract', input, '--out', out, '--quiet', '--workers', '3'])).code).toBe(0)
    expect(startedIn(out)).toBe(1)
    expect(lastRunIn(out).filter(({ event }) => event === 'done')).toHaveLength(3)
  })

  it('may have names as long as files can', async () => {
    const input = newFolder()
    cpSync(join(documents, 'r7-yukino-plain.pdf'), join(input, `${'予'.repeat(80)}.pdf`))
    const out = newOut()
    expect((await run(['extract', input, '--out', out, '--quiet', '--tables'])).code).toBe(0)
    expect(Object.keys(tablesIn(out))).toContain(`tables/${'予'.repeat(50)}-p001-t1.csv`)
  })

  it('of the same name are told apart by their folders', async () => {
    const input = newFolder()
    for (const year of ['r6', 'r7']) {
      mkdirSync(join(input, year))
      cpSync(join(documents, 'r6-request-space.md'), join(input, year, '01.md'))
    }
    const out = newOut()
    await run(['extract', input, '--out', out, '--quiet'])
    const tables = tablesIn(out)
    const ids = [...(tables['documents.csv'] ?? '').matchAll(/^"([^"]*)"/gm)].map(([, id]) => id)
    expect(ids).toEqual(['document_id', 'r6-01-md', 'r7-01-md'])
    expect(tables['issues.csv']).toContain('"r7-01-md","","duplicate_document","warning"')
  })

  it('do not include the output of an earlier run', async () => {
    const input = folderOf(1)
    const args = ['extract', input, '--out', join(input, 'out'), '--quiet']
    await run(args)
    mkdirSync(join(input, 'out', 'originals'))
    cpSync(join(documents, 'r6-request-space.md'), join(input, 'out', 'originals', 'x.md'))
    await run(args)
    expect(lastRunIn(join(input, 'out'))).toContainEqual(expect.objectContaining({ event: 'found', documents: 1 }))
  })

  it('all that cannot be read leave the tables as they were', async () => {
    const input = folderOf(1)
    const out = newOut()
    await run(['extract', input, '--out', out, '--quiet'])
    const before = tablesIn(out)
    writeFileSync(join(input, 'texts', 'text-001.md'), Buffer.from([0xff, 0, 0xfe, 0x81]))
    const { code, err } = await run(['extract', input, '--out', out])
    expect([code, tablesIn(out)]).toEqual([1, before])
    expect(err).toContain('is not text in UTF-8, Shift_JIS or EUC-JP: save it as UTF-8 and try again.\n')
  })
})
