import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Figure } from '../../src/model/figure.js'
import type { Report } from '../../src/regression/index.js'
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
    const out = `${baseline()}: ${figures.length} figures of 1 documents are accepted.\n`
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
    expect(out).toContain(`Different: ${count} figures as in the baseline, 1 changed, 0 removed, 0 added\n`)
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

  it.fails('prints one JSON object, with annotations as well', async () => {
    await changeFigure({ needs_review: true })
    const { out } = await yosan('check', folder, '--json', '--github')
    expect(JSON.parse(out)).toHaveProperty('passed', false)
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

  // Faults are of the data set itself, which no baseline changes.
  it.fails('does not say that all is well when it accepts figures that contradict each other', async () => {
    await changeFigure({ yen: 1_000_000 })
    const { code } = await yosan('check', folder, '--accept', 'x', '--quiet')
    expect(code).toBe((await yosan('check', folder, '--quiet')).code)
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
    const { code, out, err } = await yosan('check', documents, '--baseline', baseline())
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('broken.pdf is empty')
    expect(err.endsWith(`yosan: No document of ${documents} could be read.\n`)).toBe(true)
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

  it.fails('looks for the baseline before it reads them', async () => {
    await writeFile(join(documents, 'broken.pdf'), '')
    const { err } = await yosan('check', documents)
    expect(err).toContain('There is no baseline')
  })

  it.fails.each([
    ['a folder without documents', () => documents],
    ['a folder that is not there', () => join(documents, 'nowhere')],
  ])('says in one sentence what is wrong with %s', async (_, place) => {
    const { err } = await yosan('check', place(), '--baseline', baseline())
    expect(err.split('\n').length).toBe(2)
  })
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
    await rm(join(folder, 'figures.json'))
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

  it('a baseline with a damaged line, which stays as it is', async () => {
    const lines = await linesOf(baseline())
    const damaged = lines.map((line, i) => (i === 6 ? '<<<<<<< HEAD' : line)).join('\n')
    await writeFile(baseline(), damaged)
    const err = `yosan: Line 7 of ${baseline()} is no line of a baseline: restore it and try again.\n`
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
        /^yosan: .*figures\.csv is no baseline of this version: [^\n]*\n$/u,
      )
    expect(await readFile(file, 'utf8')).toBe(before)
  })

  it.fails('a file that is no baseline: baseline does not name itself as the way out', async () => {
    await writeFile(baseline(), '')
    expect(await errorOf('baseline', folder)).not.toContain('make one with yosan baseline DIR')
  })

  it('a folder in the place of the baseline', async () => {
    const err = `yosan: Cannot read ${folder}: a folder has the name of a file.\n`
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
