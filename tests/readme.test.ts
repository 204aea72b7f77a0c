import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands } from '../src/commands/list.js'
import { problemRules } from '../src/conformance/problem-rules.js'
import { checkRules } from '../src/model/check-rules.js'
import { correctionSchema } from '../src/model/correction.js'
import { tableNames } from '../src/model/dataset.js'
import { decisionRules } from '../src/model/decision-rules.js'
import { issueRules } from '../src/model/issue-rules.js'
import { exitCodes, type Option, options, rooms } from '../src/options.js'
import { integrityRules } from '../src/regression/integrity.js'
import { jsonSchema } from '../src/schema.js'
import { breakRules } from '../src/series/breaks.js'
import { sqlViews } from '../src/sql/views.js'

// README.md repeats what the code says of itself: `npx vitest run tests/readme.test.ts -u` writes its tables and the
// output of the examples in both languages anew. The tables of README.ja.md are written by hand.

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist', 'cli.js')
const languages = ['README.md', 'README.ja.md'] as const
const read = (name: string) => readFileSync(join(root, name), 'utf8')

type Row = readonly string[]

const code = (text: string) => `\`${text}\``

const typeOf = (property: unknown): string => {
  const text = JSON.stringify(property)
  const values = /"enum":(\[[^\]]*\])/.exec(text)?.[1]
  const names: unknown = values ? JSON.parse(values) : null
  const type = Array.isArray(names) ? names.map(code).join(' ') : /"type":\[?"(\w+)"/.exec(text)?.[1]
  return `${type}${text.includes('"null"') ? ' or null' : ''}`
}

const fieldRows = (table: (typeof tableNames)[number]): Row[] => {
  const { items } = jsonSchema(table)
  return rowsOf(typeof items === 'object' && !Array.isArray(items) ? (items.properties ?? {}) : {})
}

const rowsOf = (properties: z.core.JSONSchema.JSONSchema['properties'] = {}): Row[] =>
  Object.entries(properties).map(([name, property]) => [
    code(name),
    typeOf(property),
    typeof property === 'object' ? (property.description ?? '') : '',
  ])

const optionRow = ([name, { value, help, ...option }]: [string, Option]): Row => [
  code(`--${name}${value ? ` ${value}` : ''}`),
  option.default === undefined ? help : `${help} Default: ${code(option.default)}.`,
]

/** What stands between `<!-- NAME -->` and `<!-- end -->`. */
const tables: Readonly<Record<string, { readonly head: Row; readonly rows: readonly Row[] }>> = {
  commands: {
    head: ['Command', 'What it does'],
    rows: commands.map(({ name, operands, help }) => [code(`yosan ${name} ${operands}`), help]),
  },
  options: { head: ['Option', 'What it does'], rows: Object.entries<Option>(options).map(optionRow) },
  'exit codes': {
    head: ['Code', 'Meaning'],
    rows: Object.entries(exitCodes).map(([exit, meaning]) => [code(exit), meaning]),
  },
  ...Object.fromEntries(
    tableNames.map((table) => [`fields of ${table}`, { head: ['Field', 'Type', 'Meaning'], rows: fieldRows(table) }]),
  ),
  'fields of corrections': {
    head: ['Column', 'Type', 'Meaning'],
    rows: rowsOf(z.toJSONSchema(correctionSchema).properties),
  },
  'check rules': {
    head: ['Rule', 'What agreed'],
    rows: Object.entries(checkRules).map(([id, sentence]) => [code(id), sentence]),
  },
  'issue rules': {
    head: ['Rule', 'Severity', 'What is wrong', 'What to do'],
    rows: Object.entries(issueRules).map(([id, { severity, title, help }]) => [code(id), severity, title, help]),
  },
  'integrity rules': {
    head: ['Rule', 'What is broken'],
    rows: Object.entries(integrityRules).map(([id, sentence]) => [code(id), sentence]),
  },
  'problem rules': {
    head: ['Rule', 'Severity', 'What is wrong'],
    rows: Object.entries(problemRules).map(([id, { severity, title }]) => [code(id), severity, title]),
  },
  'sql views': {
    head: ['View', 'What it has'],
    rows: sqlViews.map(({ name, help }) => [code(name), help]),
  },
  'break rules': {
    head: ['Break', 'Meaning'],
    rows: Object.entries(breakRules).map(([id, sentence]) => [code(id), sentence]),
  },
  'decision rules': {
    head: ['Rule', 'What it says'],
    rows: Object.entries(decisionRules).map(([id, sentence]) => [code(id), sentence]),
  },
}

const marked = /(<!-- ([a-z ]+) -->\n)([\s\S]*?)(<!-- end -->)/g

const printTable = ({ head, rows }: { head: Row; rows: readonly Row[] }) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')

/** A folder where the examples of a README find the fixtures and leave their output. */
const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'yosan-'))
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'))
  return folder
}

const examples = makeFolder()
const printed = new Map<string, string>()

/** What a command prints; each runs once, in the order of the README, for both languages. */
const runExample = (command: string): string => {
  const line = command.replaceAll('npx yosan', `'${process.execPath}' '${cli}'`)
  const text =
    printed.get(command) ?? spawnSync('sh', ['-c', `( ${line} ) 2>&1`], { cwd: examples, encoding: 'utf8' }).stdout
  printed.set(command, text)
  return text
}

/** DuckDB has no binaries for every machine: its examples stay as they are there. */
const isAsked = await import('@duckdb/node-api').then(
  () => true,
  () => false,
)
if (!isAsked) console.warn('The examples of yosan query are not run: @duckdb/node-api cannot be loaded here.')

/** A README with what its examples print now. */
const withExamples = (text: string): string =>
  text.replace(/(```console\n)([\s\S]*?)(```)/g, (all, open: string, body: string, end: string) => {
    if (!isAsked && body.includes('yosan query')) return all
    const commands = body.split('\n').filter((line) => line.startsWith('$ '))
    return open + commands.map((line) => `${line}\n${runExample(line.slice(2))}`).join('') + end
  })

const withTables = (text: string): string =>
  text.replace(marked, (all, open, name, _old, end) =>
    tables[name] ? `${open}${printTable(tables[name])}${end}` : all,
  )

beforeAll(() => {
  if (!existsSync(cli)) throw new Error('The examples need dist/cli.js: npm run build')
})

describe('README.md', () => {
  it('says what the code says', async () => {
    const text = read('README.md')
    await expect(withExamples(withTables(text))).toMatchFileSnapshot(join(root, 'README.md'))
  })
})

describe('README.ja.md', () => {
  it('shows what the examples print', async () => {
    await expect(withExamples(read('README.ja.md'))).toMatchFileSnapshot(join(root, 'README.ja.md'))
  })

  it('has the sections and the examples of README.md', () => {
    const shape = (text: string) => text.split('\n').flatMap((line) => /^#+(?= )|^```\w*|^\$ .*/.exec(line)?.[0] ?? [])
    expect(shape(read('README.ja.md'))).toEqual(shape(read('README.md')))
  })
})

describe.each(languages)('%s', (language) => {
  it.each(Object.keys(tables))('lists all %s and no others', (name) => {
    const found = new Map([...read(language).matchAll(marked)].map(([, , table = '', body = '']) => [table, body]))
    const first = [...(found.get(name) ?? '').matchAll(/^\| (`[^|]+`) \|/gm)].map(([, cell]) => cell)
    expect(first).toEqual(tables[name]?.rows.map(([cell]) => cell))
  })

  it.each(rooms)('speaks of the room %s', (room) => {
    expect(read(language)).toContain(room)
  })

  const snippets = [...read(language).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => [
    code.split('\n').at(2),
    code,
  ])

  it.each(snippets)('shows library code that runs: %s', (_, code = '') => {
    const file = join(makeFolder(), 'example.mjs')
    writeFileSync(file, code.replace("'yosan'", `'${pathToFileURL(join(root, 'dist', 'index.js'))}'`))
    const { status, stderr } = spawnSync(process.execPath, [file], { cwd: join(file, '..'), encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })
})
