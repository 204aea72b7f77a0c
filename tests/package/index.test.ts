import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '../../src/csv-table.js'
import type { Dataset } from '../../src/model/dataset.js'
import { viewNames } from '../../src/options.js'
import { licences, makePackage, packageDefaults } from '../../src/package/index.js'
import { readAliases } from '../../src/series/aliases.js'
import { oku } from '../regression/entries.js'
import {
  datasetOf,
  descriptorIn,
  editions,
  filesIn,
  newFolder,
  outputOf,
  packed,
  packedAgain,
  packedFrom,
  readIn,
  recordsIn,
  write,
} from './packages.js'

let dataset: Dataset
let output = ''
beforeAll(async () => {
  dataset = await editions()
  output = await outputOf(dataset)
})

const two = [oku(1), oku(2)]

describe('a package', () => {
  it('is the same twice, byte for byte', async () => {
    const [first, second] = [await packed(output, { views: viewNames }), await packed(output, { views: viewNames })]
    expect(Object.keys(await filesIn(first.folder)).length).toBeGreaterThan(30)
    expect(await filesIn(second.folder)).toEqual(await filesIn(first.folder))
  })

  it('changes no byte when it is made again over itself', async () => {
    const { folder } = await packed(output, { views: viewNames })
    const before = await filesIn(folder)
    const again = await packed(output, { views: viewNames }, folder)
    expect([again.step, again.version, again.changes]).toEqual(['same', '1.0.0', null])
    expect(await filesIn(folder)).toEqual(before)
  })

  it('changes no byte when it is made again over a later edition of itself', async () => {
    const { folder } = await packedAgain(datasetOf(two), datasetOf([...two, oku(3)]))
    const before = await filesIn(folder)
    await packedFrom(datasetOf([...two, oku(3)]), {}, folder)
    expect(await filesIn(folder)).toEqual(before)
  })

  it('can be made of a package, with the same tables', async () => {
    const { folder } = await packed(output)
    const more = await packed(folder)
    const tables = Object.entries(await filesIn(folder)).filter(
      ([path]) => path.startsWith('data/') || path.startsWith('programmes'),
    )
    expect(tables.length).toBe(8)
    expect(await filesIn(more.folder)).toMatchObject(Object.fromEntries(tables))
  })

  it('is the same of JSON as of CSV', async () => {
    const plain = await newFolder()
    const files = await filesIn(output)
    for (const [path, text] of Object.entries(files))
      if (path.endsWith('.csv')) await writeFile(join(plain, path), Buffer.from(text, 'latin1'))
    const [a, b] = [await packed(output), await packed(plain)]
    expect(await filesIn(b.folder)).toEqual(await filesIn(a.folder))
  })

  it('has nothing in it of the day, unless it is given', async () => {
    const created = '2025-01-02T03:04:05.000Z'
    const [plain, dated] = [await packed(output), await packed(output, { created })]
    expect(await descriptorIn(plain.folder)).not.toHaveProperty('created')
    expect(await descriptorIn(dated.folder)).toMatchObject({ created })
    const others = (await filesIn(dated.folder)) as Record<string, string>
    expect({ ...others, 'datapackage.json': '' }).toEqual({ ...(await filesIn(plain.folder)), 'datapackage.json': '' })
  })

  it('of documents that all failed has no figures and is whole', async () => {
    const documents = dataset.documents.map((row) => ({ ...row, status: 'failed' as const, figures_total: 0 }))
    const none = { figures: [], programmes: [], documents, issues: [], checks: [], lines: [], grids: [] }
    const made = await packedFrom(none, { views: viewNames })
    expect(made.tables.map(({ rows }) => rows)).toEqual([0, 0, documents.length, 0, 0, 0, 0, 0])
    expect(await readIn(made.folder, 'README.md')).toContain(
      '\n- r6-draft.md could not be read: it has no figures here.\n',
    )
    const again = await packedFrom(none, { views: viewNames }, made.folder)
    expect(again.step).toBe('same')
    expect((await packedFrom(dataset, {}, made.folder)).changes).toMatchObject({ added: dataset.figures.length })
  })

  it('keeps what its publisher said before, unless something else is said', async () => {
    const [, licence] = licences
    const contributors = [{ title: '文部科学省', roles: ['creator'] }]
    const said = {
      name: 'own',
      title: '題',
      contributors,
      homepage: 'https://example.jp/',
      ...(licence && { licence }),
    }
    const first = await packedFrom(datasetOf(two), said)
    const second = await packedFrom(datasetOf([...two, oku(3)]), {}, first.folder)
    expect(second.metadata).toEqual(first.metadata)
    const third = await packedFrom(datasetOf([oku(3)]), { title: '別', contributors: [] }, first.folder)
    expect(third.metadata).toEqual({ ...first.metadata, title: '別', contributors: [] })
  })

  it('has a title that follows its documents, unless somebody gave it one, and keeps its name', async () => {
    const later = (figures: Parameters<typeof datasetOf>[0]) => {
      const made = datasetOf(figures)
      return { ...made, documents: made.documents.map((row) => ({ ...row, fiscal_year: 2030, stage: null })) }
    }
    const first = await packedFrom(datasetOf(two))
    const second = await packedFrom(later(two), {}, first.folder)
    expect(second.metadata).toEqual({ ...first.metadata, title: '令和12年度 予算（機械可読版）' })
    const given = await packedFrom(datasetOf(two), { title: '題' })
    expect((await packedFrom(later(two), {}, given.folder)).metadata.title).toBe('題')
  })

  it('links programmes by the alias table', async () => {
    const file = join(import.meta.dirname, '..', '..', 'fixtures', 'editions', 'aliases.csv')
    const aliases = readAliases(await readCsv(await readFile(file, 'utf8'), file), file)
    const [plain, linked] = [await packed(output), await packed(output, { aliases })]
    const namesOf = async (folder: string) =>
      (await recordsIn(folder, 'programmes_wide.csv')).map(({ programme }) => programme)
    expect(await namesOf(plain.folder)).toContain('東北メディカル・メガバンク計画')
    expect(await namesOf(linked.folder)).not.toContain('東北メディカル・メガバンク計画')
    const over = await packed(output, { aliases }, plain.folder)
    expect([over.step, over.version, over.changes]).toEqual([
      'rows',
      '1.1.0',
      { added: 0, removed: 0, changed: 0, same: 46 },
    ])
    // The table is published, and holds for the editions to come until it is replaced.
    expect((await recordsIn(over.folder, 'aliases.csv')).length).toBe(aliases.length)
    expect(over.views.map(({ path }) => path)).toContain('aliases.csv')
    expect((await packed(output, {}, over.folder)).step).toBe('same')
    const untied = await packed(output, { aliases: [] }, over.folder)
    expect([untied.step, await namesOf(untied.folder)]).toEqual(['rows', await namesOf(plain.folder)])
    expect(await readIn(untied.folder, 'aliases.csv').catch(() => null)).toBeNull()
  })
})

describe('a new edition', () => {
  it.each([
    ['an added figure', [...two, oku(3)], { added: 1, removed: 0, changed: 0, same: 2 }],
    ['a removed figure', two.slice(1), { added: 0, removed: 1, changed: 0, same: 1 }],
    ['a changed figure', [oku(1), oku(2, { needs_review: true })], { added: 0, removed: 0, changed: 1, same: 1 }],
    ['another order', [...two].reverse(), { added: 0, removed: 0, changed: 0, same: 2 }],
    [
      'other ids',
      two.map((one, i) => ({ ...one, figure_id: `x-${i}` })),
      { added: 0, removed: 0, changed: 0, same: 2 },
    ],
    ['a new document', [...two, oku(1, { document_id: 'z' })], { added: 1, removed: 0, changed: 0, same: 2 }],
    [
      'a document that is gone',
      two.map((one) => ({ ...one, document_id: 'z' })),
      { added: 2, removed: 2, changed: 0, same: 0 },
    ],
  ])('with %s has the next version and tells it', async (_, figures, counts) => {
    const { after, folder } = await packedAgain(datasetOf(two), datasetOf(figures))
    expect([after.step, after.version, after.changes]).toEqual(['rows', '1.1.0', counts])
    const log = await readIn(folder, 'CHANGES.md')
    const { added, removed, changed, same } = counts
    const sentence = `${added} figure${added === 1 ? '' : 's'} added, ${removed} removed, ${changed} changed, ${same} as before.`
    expect(log.startsWith(`# Changes\n\n## 1.1.0\n\n${sentence}\n`)).toBe(true)
    expect(log.endsWith('\n## 1.0.0\n\nFirst edition: 2 figures of 1 document.\n')).toBe(true)
    expect((await recordsIn(folder, 'changes.csv')).length).toBe(added + removed + changed)
    expect(await descriptorIn(folder)).toMatchObject({ version: '1.1.0' })
  })

  it('lists in changes.csv what the log only counts', async () => {
    const many = Array.from({ length: 50 }, (_, i) => oku(i + 1))
    const { folder } = await packedAgain(datasetOf([oku(1)]), datasetOf(many))
    expect((await readIn(folder, 'CHANGES.md')).match(/^ {4}\+ /gmu)?.length).toBe(20)
    const rows = await recordsIn(folder, 'changes.csv')
    expect(rows.length).toBe(49)
    expect(rows[0]).toMatchObject({ document_id: 'slides', change: 'added', raw_before: '', raw_after: '10億円' })
  })

  it('keeps older sections, also when its log is gone in between', async () => {
    const { folder } = await packedAgain(datasetOf(two), datasetOf([oku(1)]))
    await packedFrom(datasetOf([oku(1), oku(5)]), {}, folder)
    expect((await readIn(folder, 'CHANGES.md')).match(/^## .*$/gmu)).toEqual(['## 1.2.0', '## 1.1.0', '## 1.0.0'])
    await rm(join(folder, 'CHANGES.md'))
    await rm(join(folder, 'changes.csv'))
    const { changes } = await packedFrom(datasetOf([oku(5)]), {}, folder)
    expect(changes).toEqual({ added: 0, removed: 1, changed: 0, same: 1 })
    expect((await readIn(folder, 'CHANGES.md')).match(/^## .*$/gmu)).toEqual(['## 1.3.0'])
    expect((await recordsIn(folder, 'changes.csv')).map(({ change }) => change)).toEqual(['removed'])
  })

  it('whose columns are others has the next major version and compares nothing', async () => {
    const { folder } = await packedFrom(datasetOf(two))
    const text = await readIn(folder, 'datapackage.json')
    await writeFile(join(folder, 'datapackage.json'), text.replace('"name": "line"', '"name": "row"'))
    await rm(join(folder, 'CHANGES.md'))
    const made = await packedFrom(datasetOf([oku(3)]), {}, folder)
    expect([made.step, made.version, made.changes]).toEqual(['columns', '2.0.0', null])
    const log = /^# Changes\n\n## 2\.0\.0\n\nColumns changed, .* so the figures were not compared .*\.\n$/u
    expect(await readIn(folder, 'CHANGES.md')).toMatch(log)
    expect(await recordsIn(folder, 'changes.csv')).toEqual([])
  })

  it('removes what only the edition before had, and leaves the files of others alone', async () => {
    const { folder } = await packed(output, { views: viewNames, name: 'old' })
    const others = { LICENSE: 'theirs', '.git/config': 'theirs', 'data/notes.txt': 'theirs', 'docs/a.md': 'theirs' }
    await write(folder, others)
    await packed(output, { views: ['ndjson'], name: 'new' }, folder)
    const files = await filesIn(folder)
    expect(files).toMatchObject(others)
    const { resources, views } = await descriptorIn(folder)
    const own = [...resources, ...views].map(({ path }) => path)
    const pages = ['CHANGES.md', 'README.md', 'changes.csv', 'datapackage.json']
    expect(Object.keys(files).sort()).toEqual([...own, ...pages, ...Object.keys(others)].sort())
    expect(own.filter((path) => /excel|parquet|sqlite/u.test(path))).toEqual([])
  })
})

describe('what fails leaves everything as it was', () => {
  const failing = async (work: (folder: string) => Promise<unknown>, message: string | RegExp): Promise<void> => {
    const { folder } = await packed(output, { views: ['ndjson'] })
    await write(folder, { LICENSE: 'theirs' })
    const before = await filesIn(folder)
    await expect(work(folder)).rejects.toThrow(message)
    expect(await filesIn(folder)).toEqual(before)
  }

  it('a data set whose last table is broken', async () => {
    const broken = await outputOf(dataset)
    await writeFile(join(broken, 'checks.json'), '[\n{"x":1}\n]\n')
    await failing(
      (folder) => packed(broken, { views: viewNames }, folder),
      /checks\.json is not of this version of yosan: run yosan extract again\.$/u,
    )
  })

  it('a data set that lacks a table', async () => {
    const partial = await outputOf(dataset)
    for (const name of ['issues.json', 'issues.csv']) await rm(join(partial, name))
    await failing((folder) => packed(partial, {}, folder), /^Cannot read .*issues\.json: run yosan extract first/u)
  })

  it('a data set of which a table is a folder', async () => {
    const partial = await outputOf(dataset)
    await rm(join(partial, 'issues.json'))
    await mkdir(join(partial, 'issues.json'))
    await failing((folder) => packed(partial, {}, folder), /^Cannot read .*issues\.json: it is a folder\.$/u)
  })

  it('a folder that holds no data set', async () => {
    const empty = await newFolder()
    await failing((folder) => packed(empty, {}, folder), /^Cannot read .*documents\.json: run yosan extract first/u)
  })

  it('a version that is published with other data', async () => {
    const message = 'Version 1.0.0 is published already with other data: choose a later one than that with --release.'
    await failing((folder) => packedFrom(datasetOf(two), { release: '1.0.0' }, folder), message)
  })

  it('whoever watches, by an error of his own', async () => {
    const onTable = () => {
      throw new RangeError('no table')
    }
    const { signal } = new AbortController()
    const options = { ...packageDefaults, views: viewNames }
    await failing((folder) => makePackage(output, folder, options, { signal, onTable }), 'no table')
  })

  it.each(['figures', 'programmes_wide'])('an end that is asked for after %s', async (table) => {
    const controller = new AbortController()
    const onTable = (name: string) => {
      if (name === table) controller.abort(new Error('enough'))
    }
    const options = { ...packageDefaults, views: viewNames }
    await failing((folder) => makePackage(output, folder, options, { signal: controller.signal, onTable }), 'enough')
  })

  it('an end that is asked for without a word', async () => {
    const options = { ...packageDefaults, views: [] }
    await failing(
      (folder) => makePackage(output, folder, options, { signal: AbortSignal.abort(), onTable: () => {} }),
      'This operation was aborted',
    )
  })

  it.each(['README.md', 'CHANGES.md', 'changes.csv', 'datapackage.json', 'data/figures.csv', 'ndjson/figures.ndjson'])(
    'somebody else’s %s in the folder of a first edition',
    async (path) => {
      const folder = await newFolder()
      await write(folder, { [path]: path === 'datapackage.json' ? '{}' : 'theirs' })
      const before = await filesIn(folder)
      await expect(packed(output, { views: ['ndjson'] }, folder)).rejects.toThrow(
        /: (?:move it away, or )?choose another folder with --to\.$/u,
      )
      expect(await filesIn(folder)).toEqual(before)
    },
  )

  it('a file where the folder shall be', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, 'theirs')
    const message = `Cannot write to the folder ${file}: a file stands in its path.`
    await expect(packed(output, {}, file)).rejects.toMatchObject({ code: 'unwritable_output', message })
    expect((await stat(file)).isFile()).toBe(true)
  })
})
