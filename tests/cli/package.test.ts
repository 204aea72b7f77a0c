import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { emit } from '../../src/emit/index.js'
import { run, start } from '../batch/processes.js'
import {
  datasetOf,
  descriptorIn,
  editions,
  filesIn,
  newFolder,
  outputOf,
  recordsIn,
  write,
} from '../package/packages.js'
import { oku } from '../regression/entries.js'
import { yosan } from './yosan.js'

let output = ''
beforeAll(async () => {
  output = await outputOf(await editions())
})

const made = async (...args: readonly string[]): Promise<string> => {
  const folder = join(await newFolder(), 'package')
  expect(await yosan('package', output, '--to', folder, '--quiet', ...args)).toEqual({ code: 0, out: '', err: '' })
  return folder
}

describe('yosan package', () => {
  it('makes a package and says what it made', async () => {
    const folder = join(await newFolder(), 'deep', 'package')
    const { code, out, err } = await yosan('package', output, '--to', folder, '--views', 'none')
    expect([code, err]).toEqual([0, ''])
    expect(out.replaceAll(folder, 'DIR').replaceAll(/\d+(?: bytes| kB)/gu, 'SIZE')).toMatchInlineSnapshot(`
      "jp-budget-2024-2025-draft 1.0.0
      令和6年度から令和7年度 政府案（機械可読版）

        data/figures.csv       46 rows  SIZE
        data/programmes.csv    22 rows  SIZE
        data/documents.csv      3 rows  SIZE
        data/issues.csv         0 rows  SIZE
        data/checks.csv        29 rows  SIZE
        data/lines.csv          0 rows  SIZE
        programmes_series.csv  40 rows  SIZE
        programmes_wide.csv    19 rows  SIZE
        and 0 files in other forms

      First edition.
      Written to DIR; yosan validate DIR checks it.
      "
    `)
    expect(Object.keys(await filesIn(folder)).length).toBe(12)
    const again = await yosan('package', output, '--to', folder, '--views', 'none')
    expect(again.out).toContain('\nThe data are those of the edition before.\n')
  })

  it('says what changed since the edition before', async () => {
    const folder = await newFolder()
    const first = await outputOf(datasetOf([oku(1), oku(2)]))
    const second = await outputOf(datasetOf([oku(1), oku(3), oku(4)]))
    await yosan('package', first, '--to', folder, '--views', 'none')
    const { out } = await yosan('package', second, '--to', folder, '--views', 'none')
    expect(out).toContain(' 1.1.0\n')
    expect(out).toContain('\nSince the edition before: 1 figure added, 0 removed, 1 changed, 1 as before.\n')
  })

  it('prints one JSON object', async () => {
    const folder = await newFolder()
    const { code, out } = await yosan('package', output, '--to', folder, '--views', 'none', '--json')
    expect([code, out.split('\n').length]).toEqual([0, 2])
    expect(JSON.parse(out)).toMatchObject({
      folder,
      version: '1.0.0',
      step: 'first',
      views: [],
      left: [],
      changes: null,
    })
  })

  it('takes what a publisher says, and keeps it for the next edition', async () => {
    const args = ['--name', 'own.name', '--title', '題', '--release', '3.1.4', '--licence', 'cc0-1.0']
    const folder = await made(
      ...args,
      '--contributor',
      ' 文部科学省 ; B；',
      '--homepage',
      'https://example.jp/',
      '--views',
      'ndjson',
    )
    const told = {
      name: 'own.name',
      title: '題',
      version: '3.1.4',
      homepage: 'https://example.jp/',
      licenses: [{ name: 'CC0-1.0' }],
      contributors: [
        { title: '文部科学省', roles: ['creator'] },
        { title: 'B', roles: ['creator'] },
        { roles: ['software'] },
      ],
    }
    expect(await descriptorIn(folder)).toMatchObject(told)
    const more = await outputOf(datasetOf([oku(1)]))
    expect(await yosan('package', more, '--to', folder, '--quiet')).toMatchObject({ code: 0 })
    expect(await descriptorIn(folder)).toMatchObject({ ...told, version: '3.2.0' })
  })

  it.each([
    ['none', []],
    ['ndjson', ['ndjson']],
    ['excel-csv, ndjson', ['excel', 'ndjson']],
    ['ndjson,ndjson', ['ndjson']],
    ['parquet', ['parquet']],
  ])('makes the forms %s', async (views, folders) => {
    const folder = await made('--views', views)
    const { views: files } = await descriptorIn(folder)
    expect([...new Set(files.map(({ path }) => path.split('/')[0]))]).toEqual(folders)
  })

  it('makes all forms when none is named', async () => {
    const paths = (await descriptorIn(await made('--name', 'all'))).views.map(({ path }) => path)
    for (const path of ['ndjson/figures.ndjson', 'excel/figures.csv', 'excel/all.xlsx', 'parquet/figures.parquet'])
      expect(paths).toContain(path)
  })

  it('links programmes by an alias table', async () => {
    const aliases = join(import.meta.dirname, '..', '..', 'fixtures', 'editions', 'aliases.csv')
    const rows = await recordsIn(await made('--views', 'none', '--aliases', aliases), 'programmes_series.csv')
    expect(rows.filter(({ breaks }) => breaks?.includes('renamed')).length).toBeGreaterThan(0)
  })

  it('makes the same bytes in another place, time zone and language', async () => {
    const folders = [join(await newFolder(), 'a'), join(await newFolder(), '予算 b')]
    const places = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C', SOURCE_DATE_EPOCH: '1735689600' },
      { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: '1735689600' },
    ]
    for (const [i, folder] of folders.entries())
      expect(await run(['package', output, '--to', folder, '--quiet'], places[i])).toEqual({
        code: 0,
        out: '',
        err: '',
      })
    const [a, b] = await Promise.all(folders.map(filesIn))
    expect(Object.keys(a ?? {}).length).toBeGreaterThan(30)
    expect(b).toEqual(a)
  })

  it.each([
    ['1735689600', '2025-01-01T00:00:00.000Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
    ['', undefined],
    ['yesterday', undefined],
    ['-1', undefined],
    ['1e9', undefined],
    ['999999999999', undefined],
  ])('with SOURCE_DATE_EPOCH=%s was created %s', async (seconds, created) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', seconds)
    const folder = await made('--views', 'none')
    vi.unstubAllEnvs()
    expect((await descriptorIn(folder)).created).toBe(created)
  })

  it('prints names of documents and folders without what moves a cursor', async () => {
    const folder = join(await newFolder(), 'a\u001b[2Jb')
    const { out } = await yosan('package', output, '--to', folder, '--views', 'none', '--title', 'x\u001b[2J\u202ey')
    expect(out).not.toMatch(/[^\n\P{Cc}]|\u202e/u)
    expect(out).toContain('\nx\\u001b[2J\\u202ey\n')
    const { out: json } = await yosan('package', output, '--to', folder, '--views', 'none', '--json')
    expect(JSON.parse(json)).toMatchObject({ folder, metadata: { title: 'x\u001b[2J\u202ey' } })
  })
})

describe('misuse is one sentence on stderr and exit code 1', () => {
  const errorOf = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await yosan('package', ...args)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^yosan: [^\n]+\n$/u)
    return err.slice('yosan: '.length, -1)
  }

  const usage = 'Name the folder of one data set and that of the package: yosan package OUTPUT --to DIR'
  const licences = 'CC-BY-4.0, CC0-1.0, CC-BY-SA-4.0, ODC-BY-1.0, ODbL-1.0, PDDL-1.0'
  const forms = 'ndjson, excel-csv, workbook, parquet, sqlite'
  const name = "--name takes small letters, digits, '-', '_' and '.', at most 100 of them, not"

  it.each<[args: readonly string[], err: string]>([
    [[], usage],
    [['a'], usage],
    [['--to', 'b'], usage],
    [['a', 'b', '--to', 'c'], usage],
    [['a', '--to'], 'Option --to needs a value.'],
    [['a', '--to', 'a'], 'The package needs a folder of its own: choose another with --to.'],
    [['a', '--to', './b/../a/'], 'The package needs a folder of its own: choose another with --to.'],
    [['a', '--to', 'b', '--too'], 'Unknown option --too. Did you mean --to?'],
    [['a', '--to', 'b', '--out', 'c'], 'Unknown option --out.'],
    [['a', '--to', 'b', '--licence', 'MIT'], `--licence takes one of ${licences}, not 'MIT'.`],
    [
      ['a', '--to', 'b', '--licence', 'CC-BY-4.1'],
      `--licence takes one of ${licences}, not 'CC-BY-4.1'. Did you mean CC-BY-4.0?`,
    ],
    [
      ['a', '--to', 'b', '--views', 'exel-csv'],
      `--views takes some of ${forms}, or none, not 'exel-csv'. Did you mean excel-csv?`,
    ],
    [['a', '--to', 'b', '--views', 'ndjson,none'], `--views takes some of ${forms}, or none, not 'none'.`],
    [['a', '--to', 'b', '--views', 'ndjson,'], `--views takes some of ${forms}, or none, not ''.`],
    [['a', '--to', 'b', '--name', 'A'], `${name} 'A'.`],
    [['a', '--to', 'b', '--name', 'a/b'], `${name} 'a/b'.`],
    [['a', '--to', 'b', '--name', '..'], `${name} '..'.`],
    [['a', '--to', 'b', '--name', '予算'], `${name} '予算'.`],
    [['a', '--to', 'b', '--name', 'a\nb'], `${name} 'a\\u000ab'.`],
    [['a', '--to', 'b', '--release', '1.0'], "--release takes a version such as 1.2.0, not '1.0'."],
    [['a', '--to', 'b', '--release', 'v1.0.0'], "--release takes a version such as 1.2.0, not 'v1.0.0'."],
    [['a', '--to', 'b', '--release', '1.0.0 x'], "--release takes a version such as 1.2.0, not '1.0.0 x'."],
    [
      ['a', '--to', 'b', '--homepage', 'example.jp'],
      "--homepage takes an address that begins with https://, not 'example.jp'.",
    ],
    [
      ['a', '--to', 'b', '--homepage', 'https://'],
      "--homepage takes an address that begins with https://, not 'https://'.",
    ],
    [
      ['a', '--to', 'b', '--homepage', 'javascript:alert(1)'],
      "--homepage takes an address that begins with https://, not 'javascript:alert(1)'.",
    ],
    [
      ['/nowhere', '--to', 'b'],
      'Cannot read /nowhere/documents.json: run yosan extract first, or name the folder of its data set.',
    ],
  ])('%j', async (args, err) => {
    expect(await errorOf(...args)).toBe(err)
  })

  it('an OUTPUT that is no data set, and makes no folder for it', async () => {
    const [empty, parent] = [await newFolder(), await newFolder()]
    const err = `Cannot read ${join(empty, 'documents.json')}: run yosan extract first, or name the folder of its data set.`
    expect(await errorOf(empty, '--to', join(parent, 'b'))).toBe(err)
    expect(await readdir(parent)).toEqual([])
  })

  it('a damaged table', async () => {
    const broken = await outputOf(await editions())
    await writeFile(join(broken, 'figures.json'), '[\n{"figure_id":"x"},\n')
    const err = `${join(broken, 'figures.json')} is not of this version of yosan: run yosan extract again.`
    expect(await errorOf(broken, '--to', await newFolder())).toBe(err)
  })

  it('a folder that holds the files of somebody else', async () => {
    const folder = await newFolder()
    await write(folder, { 'README.md': 'theirs', LICENSE: 'theirs' })
    const err = `${join(folder, 'README.md')} is there and of no package: move it away, or choose another folder with --to.`
    expect(await errorOf(output, '--to', folder)).toBe(err)
    expect(await filesIn(folder)).toEqual({ 'README.md': 'theirs', LICENSE: 'theirs' })
  })

  it('a folder that cannot be made', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    expect(await errorOf(output, '--to', join(file, 'b'))).toMatch(
      /^Cannot write to the folder .*: a file stands in its path\.$/u,
    )
  })

  it('a version that is out already', async () => {
    const folder = await made('--views', 'none')
    const other = await outputOf(datasetOf([oku(1)]))
    const err = 'Version 1.0.0 is published already with other data: choose a later one than that with --release.'
    expect(await errorOf(other, '--to', folder, '--release', '1.0.0')).toBe(err)
  })

  it('an alias table that is not there', async () => {
    expect(await errorOf(output, '--to', await newFolder(), '--aliases', '/nowhere.csv')).toMatch(/\/nowhere\.csv/u)
  })
})

describe('a run that ends early', () => {
  let large = ''
  beforeAll(async () => {
    const figures = Array.from({ length: 25_000 }, (_, i) =>
      oku(i + 1, { figure_id: `slides-${i}`, programme: `事業${i}` }),
    )
    large = await newFolder()
    for (const [path, text] of await emit(datasetOf(figures)))
      if (path.endsWith('.json')) await writeFile(join(large, path), text)
  })

  const workshopsIn = async (folder: string) =>
    (await readdir(folder)).filter((one) => one.startsWith('.yosan-package-'))

  /** Begins a large edition and ends it by a signal once tables are written. */
  const interrupted = async (folder: string, signal: NodeJS.Signals) => {
    const { process: child, ended } = start(['package', large, '--to', folder])
    const isAtWork = async () => {
      const [workshop] = await workshopsIn(folder)
      // A folder may be gone while it is read.
      const read = async (path: string) => readdir(path, { recursive: true }).catch(() => [])
      const names = workshop === undefined ? [] : await read(join(folder, workshop))
      return names.some((name) => name.endsWith('figures.csv'))
    }
    while (child.exitCode === null && !(await isAtWork())) await setTimeout(5)
    child.kill(signal)
    return ended
  }

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s leaves the edition before whole, and says so', async (signal) => {
    const folder = await made('--views', 'none')
    const before = await filesIn(folder)
    const told = await interrupted(folder, signal)
    expect(told).toEqual({ code: 130, out: '', err: `yosan: Interrupted: ${folder} is as it was.\n` })
    expect(await filesIn(folder)).toEqual(before)
  })

  it('by a kill leaves it whole too, and the next run tidies up', async () => {
    const folder = await made('--views', 'none')
    const before = await filesIn(folder)
    expect(await interrupted(folder, 'SIGKILL')).toMatchObject({ code: null })
    expect(await filesIn(folder)).toMatchObject(before)
    expect((await workshopsIn(folder)).length).toBe(1)
    expect(await yosan('package', output, '--to', folder, '--views', 'none', '--quiet')).toMatchObject({ code: 0 })
    expect(await filesIn(folder)).toEqual(before)
  })
})

it('the help names the command and its options', async () => {
  const { out } = await yosan('package', '--help')
  for (const option of [
    '--to',
    '--name',
    '--title',
    '--release',
    '--licence',
    '--contributor',
    '--homepage',
    '--views',
    '--aliases',
  ])
    expect(out).toContain(option)
})
