import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import type { Report } from '../../src/regression/index.js'
import { addText } from '../batch/inputs.js'
import { journalOf, misbehaving, start } from '../batch/processes.js'
import { yosan } from './yosan.js'

const research = join(import.meta.dirname, '..', '..', 'fixtures', 'documents', 'r7-draft-research.pdf')
const id = 'r7-draft-research'

/** One data set with its baseline for all tests, and a copy of it for each. */
let root = ''
let whole = ''
let folder = ''
let copies = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yosan-'))
  whole = join(root, 'whole')
  expect(await yosan('extract', research, '--out', whole, '--quiet')).toMatchObject({ code: 0, err: '' })
  expect(await yosan('baseline', whole, '--quiet')).toEqual({ code: 0, out: '', err: '' })
})

beforeEach(async () => {
  copies += 1
  folder = join(root, `copy-${copies}`)
  await cp(whole, folder, { recursive: true })
})

afterEach(() => vi.unstubAllEnvs())

afterAll(() => rm(root, { recursive: true, force: true }))

const baseline = () => join(folder, 'baseline.tsv')
const linesOf = async (file: string) => (await readFile(file, 'utf8')).split('\n')

const figuresOf = async (): Promise<Figure[]> => JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8'))

/** Changes the first figure of the data set, as a hand would. */
const changeFigure = async (change: Partial<Figure>): Promise<Figure> => {
  const [first, ...rest] = (await figuresOf()) as [Figure, ...Figure[]]
  await writeFile(join(folder, 'figures.json'), JSON.stringify([{ ...first, ...change }, ...rest]))
  return first
}

const reasonsOf = async (file: string) => (await linesOf(file)).filter((line) => line.startsWith('# reason\t'))

describe('baseline', () => {
  it('writes the figures of a data set into its folder', async () => {
    await rm(baseline())
    const figures = await figuresOf()
    const out = `${baseline()}: accepted ${figures.length} figures of 1 document.\n`
    expect(await yosan('baseline', folder)).toEqual({ code: 0, out, err: '' })
    const lines = await linesOf(baseline())
    expect(lines.slice(0, 2)).toEqual(['# yosan baseline 1', `# reason\t+${figures.length} -0 ~0\tAccepted.`])
    expect(lines[2]).toMatch(new RegExp(`^# document\t${id}\tcomplete\t[0-9a-f]{64}$`, 'u'))
    expect(lines.filter((line) => line.startsWith(`${id}\t`)).length).toBe(figures.length)
  })

  it('writes it elsewhere, with a reason, and makes the folder', async () => {
    const file = join(root, `elsewhere-${copies}`, 'accepted.tsv')
    const { code } = await yosan('baseline', folder, '--baseline', file, '--accept', '初回\tの確認')
    expect(code).toBe(0)
    expect(await reasonsOf(file)).toEqual([`# reason\t+${(await figuresOf()).length} -0 ~0\t初回\\tの確認`])
    expect(await yosan('check', folder, '--baseline', file)).toMatchObject({ code: 0 })
  })

  it.each<[more: readonly string[], change: Partial<Figure>, reasons: readonly string[]]>([
    [[], {}, []],
    [['--accept', 'Looked at again.'], {}, ['# reason\t+0 -0 ~0\tLooked at again.']],
    [[], { needs_review: true }, ['# reason\t+0 -0 ~1\tAccepted.']],
    [['--accept', 'In doubt.'], { needs_review: true }, ['# reason\t+0 -0 ~1\tIn doubt.']],
  ])('again, with %j, and %j changed, gives the reasons %j', async (more, change, reasons) => {
    const before = await linesOf(baseline())
    await changeFigure(change)
    expect(await yosan('baseline', folder, '--quiet', ...more)).toEqual({ code: 0, out: '', err: '' })
    const after = await linesOf(baseline())
    expect((await reasonsOf(baseline())).slice(1)).toEqual(reasons)
    expect(after.length).toBe(before.length + reasons.length)
    expect(await yosan('check', folder, '--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  it('gives the same lines again, below one reason more', async () => {
    const before = await linesOf(baseline())
    await changeFigure({ needs_review: true })
    await yosan('baseline', folder, '--accept', 'Second look.')
    await changeFigure({ needs_review: false })
    await yosan('baseline', folder, '--accept', 'Third look.')
    const after = await linesOf(baseline())
    expect(after.filter((line) => !before.includes(line))).toEqual([
      '# reason\t+0 -0 ~1\tSecond look.',
      '# reason\t+0 -0 ~1\tThird look.',
    ])
    expect(after.length).toBe(before.length + 2)
  })
})

describe('check', () => {
  it('passes where nothing changed, and changes nothing', async () => {
    const before = await readFile(baseline(), 'utf8')
    const { code, out, err } = await yosan('check', folder)
    expect([code, err]).toEqual([0, ''])
    const count = (await figuresOf()).length
    expect(out).toMatch(
      new RegExp(
        `^No difference: ${count} figures as in the baseline, 0 changed, 0 removed, 0 added\n\n` +
          'Reckoned again: \\d+ checks ran: .*\n$',
        'u',
      ),
    )
    expect(await readFile(baseline(), 'utf8')).toBe(before)
  })

  it('passes whatever the ids and the order of the figures in the files', async () => {
    const figures = await figuresOf()
    const checks = await readFile(join(folder, 'checks.json'), 'utf8')
    const rename = (text: string) => text.replaceAll(`${id}-p0`, `${id}-q0`)
    await writeFile(join(folder, 'figures.json'), rename(JSON.stringify(figures.reverse())))
    await writeFile(join(folder, 'checks.json'), rename(checks))
    expect(await yosan('check', folder, '--quiet')).toEqual({ code: 0, out: '', err: '' })
  })

  it('says which figure changed, and which checks do not hold any more', async () => {
    const { raw, yen } = await changeFigure({ yen: 1_000_000 })
    const { code, out, err } = await yosan('check', folder)
    const count = (await figuresOf()).length - 1
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain(`${id}\n  ~ changed  value\n`)
    expect(out).toContain(`      was    page 1  ${raw}  ${yen?.toLocaleString('en-GB')} yen  `)
    expect(out).toContain(`      is     page 1  ${raw}  1,000,000 yen  `)
    expect(out).toMatch(
      new RegExp(
        `^Different: ${count} figures as in the baseline, 1 changed, 0 removed, 0 added, faults of the data set: \\d+$`,
        'mu',
      ),
    )
    expect(out).toMatch(
      /^ {2}! r7-draft-research-k\d+ {2}The parts do not add up to the amount\. \(programme_parts\)$/mu,
    )
    expect(out).toMatch(/^ {2}! r7-draft-research-p001-001 {2}.* \(printed_value\)$/mu)
  })

  it('says which figure went', async () => {
    const [first, ...rest] = await figuresOf()
    await writeFile(join(folder, 'figures.json'), JSON.stringify(rest))
    const { code, out } = await yosan('check', folder)
    expect(code).toBe(1)
    expect(out).toContain(`  - removed  page 1  ${first?.raw}  `)
    expect(out).toContain(`  ! ${id}  The document has another number of figures than its row says. (figures_total)\n`)
  })

  it('prints nothing when quiet', async () => {
    await changeFigure({ yen: 1 })
    expect(await yosan('check', folder, '--quiet')).toEqual({ code: 1, out: '', err: '' })
  })

  it('prints one JSON object', async () => {
    const first = await changeFigure({ needs_review: true })
    const { code, out } = await yosan('check', folder, '--json')
    const report: Report = JSON.parse(out)
    expect(code).toBe(1)
    expect(out.split('\n').length).toBe(2)
    expect(report).toMatchObject({
      passed: false,
      totals: { changed: 1, added: 0, removed: 0, documents: 0, faults: 0 },
      documents: [{ document: id, file: 'as_before', status: 'complete' }],
      checks: { faults: [] },
    })
    expect(report.documents[0]?.changed).toMatchObject([
      { fields: ['flags'], before: { raw: first.raw }, after: { flags: expect.stringContaining('needs_review') } },
    ])
  })

  it('also writes JUnit XML, and makes its folder', async () => {
    const file = join(folder, 'reports', 'junit.xml')
    expect(await yosan('check', folder, '--junit', file, '--quiet')).toMatchObject({ code: 0 })
    expect(await readFile(file, 'utf8')).toContain('<testsuites name="yosan check" tests="1" failures="0">')
    await changeFigure({ needs_review: true })
    const { code, out } = await yosan('check', folder, '--junit', file)
    expect([code, out.startsWith(id)]).toEqual([1, true])
    const text = await readFile(file, 'utf8')
    expect(text).toContain('<testsuites name="yosan check" tests="2" failures="1">')
    expect(text).toContain('<failure type="changed" message="Changed flags">')
  })

  it('also prints annotations for GitHub, at the line of the figure', async () => {
    const { raw } = await changeFigure({ needs_review: true })
    const { code, out } = await yosan('check', folder, '--github', '--quiet')
    expect(code).toBe(1)
    const [, line] =
      /^::error file=.*\/baseline\.tsv,line=(\d+),title=Changed flags::r7-draft-research: .*\n$/u.exec(out) ?? []
    expect((await linesOf(baseline()))[Number(line) - 1]).toContain(`\t${raw}\t`)
  })

  it('prints annotations before the report', async () => {
    await changeFigure({ needs_review: true })
    const both = await yosan('check', folder, '--github')
    const apart = [await yosan('check', folder, '--github', '--quiet'), await yosan('check', folder)]
    expect(both.out).toBe(apart.map(({ out }) => out).join(''))
  })

  it('prints one JSON object on stdout when annotations are asked for too, and these on stderr', async () => {
    await changeFigure({ needs_review: true })
    const [both, json, github] = [
      await yosan('check', folder, '--json', '--github'),
      await yosan('check', folder, '--json'),
      await yosan('check', folder, '--github', '--quiet'),
    ]
    expect(both).toEqual({ code: 1, out: json.out, err: github.out })
    expect([JSON.parse(both.out).passed, both.err.startsWith('::error file=')]).toEqual([false, true])
  })

  it('accepts a difference with its reason, and passes from then on', async () => {
    await changeFigure({ needs_review: true })
    const before = await linesOf(baseline())
    const { code, out } = await yosan('check', folder, '--accept', '正誤表による')
    expect(code).toBe(0)
    expect(out).toContain('  ~ changed  flags\n')
    expect(out.endsWith(`\n${baseline()} is written anew.\n`)).toBe(true)
    const after = await linesOf(baseline())
    const added = after.filter((line) => !before.includes(line))
    expect(added).toEqual(['# reason\t+0 -0 ~1\t正誤表による', expect.stringMatching(/needs_review$/u)])
    expect(after.length).toBe(before.length + 1)
    expect(await reasonsOf(baseline())).toEqual([expect.stringContaining('Accepted.'), added[0]])
    expect(await yosan('check', folder, '--quiet')).toEqual({ code: 0, out: '', err: '' })
    expect((await readdir(folder)).filter((name) => name.includes('half'))).toEqual([])
  })

  it('accepts quietly', async () => {
    await changeFigure({ needs_review: true })
    expect(await yosan('check', folder, '--accept', 'x', '--quiet')).toEqual({ code: 0, out: '', err: '' })
    const { code, out } = await yosan('check', folder, '--accept', 'x', '--json')
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ passed: true })])
  })

  it.each([['--quiet'], ['--json'], ['--github']])(
    'accepts figures that contradict each other, but not that: %s',
    async (how) => {
      const err =
        'yosan: The faults of the data set stay, since no baseline can accept them: run yosan extract again.\n'
      await changeFigure({ yen: 1_000_000 })
      const without = await yosan('check', folder, how)
      const accepting = await yosan('check', folder, how, '--accept', 'x')
      expect([accepting.code, accepting.err]).toEqual([1, err])
      expect(accepting.out.startsWith(without.out)).toBe(true)
      expect(await reasonsOf(baseline())).toEqual([expect.anything(), '# reason\t+0 -0 ~1\tx'])
      const { code, out } = await yosan('check', folder, '--json')
      const { totals }: Report = JSON.parse(out)
      expect([code, totals.changed, totals.faults > 0]).toEqual([1, 0, true])
    },
  )

  it('says of figures whose document has no row that they have none, and not that the document is gone', async () => {
    await writeFile(join(folder, 'documents.json'), '[]')
    const { code, out } = await yosan('check', folder)
    const count = (await figuresOf()).length
    expect([code, out.includes('is only in the baseline')]).toEqual([1, false])
    expect(out).toContain(
      `Different: ${count} figures as in the baseline, 0 changed, 0 removed, 0 added, faults of the `,
    )
    expect(out).toContain(`  ! ${id}-p001-001  The document of the figure has no row. (document_key)\n`)
  })

  it('says how completely a document is read, and was', async () => {
    const file = join(folder, 'documents.json')
    const documents: object[] = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify(documents.map((row) => ({ ...row, status: 'partial' }))))
    const { code, out } = await yosan('check', folder)
    const first = `${id}: is read less or more completely than in the baseline (partial, was complete)\n\nDifferent: `
    expect([code, out.startsWith(first)]).toEqual([1, true])
  })
})

describe('check of documents', () => {
  let documents = ''
  let temporary = ''
  beforeEach(async () => {
    documents = join(root, `documents-${copies}`)
    temporary = join(root, `temporary-${copies}`)
    await mkdir(documents)
    await mkdir(temporary)
    vi.stubEnv('TMPDIR', temporary)
  })

  it('extracts them again and leaves nothing behind', async () => {
    await cp(research, join(documents, `${id}.pdf`))
    const { code, out, err } = await yosan('check', documents, '--baseline', baseline(), '--workers', '1')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^No difference: \d+ figures as in the baseline, /u)
    expect(await readdir(temporary)).toEqual([])
    expect(await readdir(documents)).toEqual([`${id}.pdf`])
    await expect(stat(join(documents, 'baseline.tsv'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('says what cannot be read, and leaves nothing behind', async () => {
    await writeFile(join(documents, 'broken.pdf'), '')
    const err = 'broken.pdf is empty (0 bytes): fetch it again.\n'
    expect(await yosan('check', documents, '--baseline', baseline())).toEqual({ code: 1, out: '', err })
    expect(await readdir(temporary)).toEqual([])
  })

  it.each([
    ['--workers', '0', 'a whole number from 1 to 256'],
    ['--timeout', '0', 'a number from 1 to 86400'],
    ['--memory', '1', 'a whole number from 512 to 1048576'],
  ])('takes no %s %s, and leaves nothing behind', async (option, value, what) => {
    const err = `yosan: ${option} takes ${what}, not '${value}'.\n`
    expect(await yosan('check', documents, '--baseline', baseline(), option, value)).toEqual({ code: 1, out: '', err })
    expect(await readdir(temporary)).toEqual([])
  })

  it('compares those that can be read, and says which cannot', async () => {
    await cp(research, join(documents, `${id}.pdf`))
    await writeFile(join(documents, 'broken.pdf'), '')
    const { code, out, err } = await yosan('check', documents, '--baseline', baseline(), '--workers', '1')
    expect([code, err]).toEqual([1, 'broken.pdf is empty (0 bytes): fetch it again.\n'])
    expect(out).toContain('broken: is not in the baseline\n')
    expect(out).toContain(' 0 changed, 0 removed, 0 added, documents that came, went or are read otherwise: 1\n')
    expect(await readdir(temporary)).toEqual([])
  })

  it('looks for the baseline before it reads them', async () => {
    await writeFile(join(documents, 'broken.pdf'), '')
    const err = `yosan: There is no baseline ${join(documents, 'baseline.tsv')}: make one with yosan baseline DIR.\n`
    expect(await yosan('check', documents)).toEqual({ code: 1, out: '', err })
  })

  it.each([
    ['without documents', '', /^The folder .* hold no file that ends in \.pdf, \.txt, \.md\.\n$/u],
    ['that is not there', 'nowhere', /^.*nowhere does not exist: check the name\.\n$/u],
  ])('says in one sentence what is wrong with a folder %s', async (_, name, err) => {
    const told = await yosan('check', join(documents, name), '--baseline', baseline())
    expect(told).toEqual({ code: 1, out: '', err: expect.stringMatching(err) })
    expect(await readdir(temporary)).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it, says that nothing was compared and leaves nothing',
    async (signal) => {
      addText(documents, 'waits.txt')
      const args = ['check', documents, '--baseline', baseline(), '--workers', '1']
      const { process: child, ended } = start(args, { ...misbehaving(), TMPDIR: temporary })
      const hasStarted = async () =>
        (await readdir(temporary)).some((name) =>
          journalOf(join(temporary, name)).some(({ event }) => event === 'started'),
        )
      while (child.exitCode === null && !(await hasStarted())) await setTimeout(20)
      child.kill(signal)
      expect(await ended).toEqual({ code: 130, out: '', err: 'yosan: Interrupted: nothing was compared.\n' })
      expect(await readdir(temporary)).toEqual([])
    },
  )
})

describe('misuse is one sentence on stderr and exit code 1', () => {
  const errorOf = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await yosan(...args)
    expect([code, out]).toEqual([1, ''])
    return err
  }

  it.each([
    [['check'], 'yosan: Name one folder, of a data set or of documents: yosan check DIR\n'],
    [['check', 'a', 'b'], 'yosan: Name one folder, of a data set or of documents: yosan check DIR\n'],
    [['baseline'], 'yosan: Name the folder of one data set: yosan baseline DIR\n'],
    [['baseline', 'a', 'b'], 'yosan: Name the folder of one data set: yosan baseline DIR\n'],
    [['check', 'a', '--accept'], 'yosan: Option --accept needs a value.\n'],
    [['check', 'a', '--accept='], 'yosan: Option --accept needs a value.\n'],
    [['check', 'a', '--junit', '--quiet'], 'yosan: Option --junit needs a value.\n'],
    [['check', 'a', '--github=yes'], 'yosan: Option --github takes no value.\n'],
    [['check', 'a', '--basline', 'x'], 'yosan: Unknown option --basline. Did you mean --baseline?\n'],
    [['baseline', 'a', '--junit', 'x'], 'yosan: Unknown option --junit.\n'],
    [
      ['baseline', '/nowhere'],
      'yosan: Cannot read /nowhere/figures.json: run yosan extract first, or name the folder of its data set.\n',
    ],
  ])('%j', async (args, err) => {
    expect(await errorOf(...args)).toBe(err)
  })

  it('no baseline', async () => {
    await rm(baseline())
    const err = `yosan: There is no baseline ${baseline()}: make one with yosan baseline DIR.\n`
    expect(await errorOf('check', folder)).toBe(err)
    expect(await errorOf('check', folder, '--accept', 'x', '--junit', join(folder, 'junit.xml'))).toBe(err)
    expect((await readdir(folder)).filter((name) => /baseline|junit/u.test(name))).toEqual([])
  })

  it('a data set without figures', async () => {
    for (const name of ['figures.json', 'figures.csv']) await rm(join(folder, name))
    const file = join(folder, 'figures.json')
    const err = `yosan: Cannot read ${file}: run yosan extract first, or name the folder of its data set.\n`
    for (const command of ['check', 'baseline']) expect(await errorOf(command, folder)).toBe(err)
  })

  it.each(['figures.json', 'programmes.json', 'documents.json', 'checks.json'])('a damaged %s', async (name) => {
    const file = join(folder, name)
    await writeFile(file, '[{"x":')
    const err = `yosan: ${file} is not of this version of yosan: run yosan extract again.\n`
    for (const command of ['check', 'baseline']) expect(await errorOf(command, folder)).toBe(err)
  })

  it.each([
    [2, '# reason\tAccepted.'],
    [3, `# document\t${id}`],
    [7, '<<<<<<< HEAD'],
  ])('a baseline whose line %d is damaged, which stays as it is', async (number, line) => {
    const damaged = (await linesOf(baseline())).with(number - 1, line).join('\n')
    await writeFile(baseline(), damaged)
    const err = `yosan: Line ${number} of ${baseline()} is no line of a baseline: restore it and try again.\n`
    for (const args of [
      ['check', folder],
      ['baseline', folder],
      ['check', folder, '--accept', 'x'],
    ])
      expect(await errorOf(...args)).toBe(err)
    expect(await readFile(baseline(), 'utf8')).toBe(damaged)
  })

  it('a file that is no baseline, which stays as it is', async () => {
    const file = join(folder, 'figures.csv')
    const before = await readFile(file, 'utf8')
    for (const args of [
      ['check', folder],
      ['baseline', folder],
      ['check', folder, '--accept', 'x'],
    ])
      expect(await errorOf(...args, '--baseline', file)).toMatch(
        /^yosan: .*figures\.csv is no baseline of this version of yosan: move it away, or name another file with --baseline\.\n$/u,
      )
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  it('a folder in the place of the baseline', async () => {
    const err = `yosan: Cannot read ${folder}: it is a folder.\n`
    expect(await errorOf('check', folder, '--baseline', folder)).toBe(err)
  })

  it('a baseline of another kind of file', async () => {
    expect(await errorOf('check', folder, '--baseline', research)).toMatch(
      /^yosan: .*r7-draft-research\.pdf is not text in UTF-8, [^\n]*\n$/u,
    )
  })

  it('a place for the JUnit XML that cannot be written to', async () => {
    const file = join(baseline(), 'junit.xml')
    expect(await errorOf('check', folder, '--junit', file)).toBe(
      `yosan: Cannot write to the folder ${baseline()}: a file stands in its path.\n`,
    )
  })
})
