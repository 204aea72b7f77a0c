import type { Arithmetic } from './arithmetic.js'
import { openKeys } from './keys.js'
import { checkFieldNames, checkResourceNames } from './names.js'
import { type OpenPackage, type OpenResource, openPackage } from './open.js'
import { type Opened, openTable } from './open-table.js'
import { gatherProblems, type Problem, type Problems, type Report } from './problems.js'
import { checkRows } from './rows.js'
import type { Table } from './table.js'
import { checkViews } from './views.js'
import { checkYosanTables } from './yosan-tables.js'

export type { Arithmetic } from './arithmetic.js'
export { type ProblemId, problemRules } from './problem-rules.js'
export { type Problem, problemColumns } from './problems.js'

/** What came of the data of a resource. checked: its rows were read and held against its schema; no_schema: they were read, and
 * there is none; missing: a file is not there; not_checked: the problems say why. */
export type ResourceStatus = 'checked' | 'no_schema' | 'missing' | 'not_checked'

export interface ResourceResult {
  readonly name: string
  /** Null for inline data. */
  readonly path: string | null
  /** Rows below the header; null where they were not read to the end. */
  readonly rows: number | null
  readonly status: ResourceStatus
}

/** What became of a Data Package that was checked. */
export interface Validation {
  readonly descriptor: {
    readonly file: string
    readonly name: string | null
    readonly title: string | null
    readonly version: string | null
  }
  readonly resources: readonly ResourceResult[]
  /** How much was looked at: a clean sheet of little proves little. `keys` are values of primary and unique keys, `references`
   * those of foreign keys. */
  readonly counts: Readonly<Record<'files' | 'rows' | 'hashes' | 'keys' | 'references', number>>
  /** The checks of our data sets, reckoned again; null where none could be. */
  readonly arithmetic: Arithmetic | null
  /** Why no arithmetic ran; null where it did. */
  readonly withoutArithmetic: string | null
  readonly problems: readonly Problem[]
  /** Problems beyond those, which are only counted. */
  readonly problemsLeft: number
  /** There is no error. Warnings say what was not checked. */
  readonly passed: boolean
}

/** Checks a Data Package of version 1 or 2: the folder that holds `datapackage.json`, or such a file.
 * @throws YosanError when there is no descriptor */
export const validatePackage = async (path: string): Promise<Validation> => {
  const problems = gatherProblems()
  const opened = await openPackage(path, problems)
  const checked = opened ? await checkPackage(opened, problems) : nothing(path)
  const all = problems.all()
  return {
    ...checked,
    problems: all,
    problemsLeft: problems.left(),
    passed: problems.left() === 0 && all.every(({ severity }) => severity === 'warning'),
  }
}

type Checked = Omit<Validation, 'problems' | 'problemsLeft' | 'passed'>

const nothing = (path: string): Checked => ({
  descriptor: { file: path, name: null, title: null, version: null },
  resources: [],
  counts: { files: 0, rows: 0, hashes: 0, keys: 0, references: 0 },
  arithmetic: null,
  withoutArithmetic: 'the descriptor cannot be read',
})

const checkPackage = async (from: OpenPackage, problems: Problems): Promise<Checked> => {
  const { report } = problems
  checkResourceNames(from, report)
  const opened: Opened[] = []
  for (const resource of from.resources) opened.push(await openTable(from, resource, report))
  const views = await checkViews(from, report)
  const tables = opened.flatMap(({ table }) => (table ? [table] : []))
  const { rows, ...keyCounts } = await checkTables(tables, from, report)
  const readable = tables.filter((table) => rows.get(table) !== null)
  const arithmetic = await checkYosanTables(readable, problems)
  const { descriptor: file, name, title, version } = from
  return {
    descriptor: { file, name, title, version },
    resources: from.resources.map((resource, i) => resultOf(resource, opened[i], rows)),
    counts: {
      files: total([...opened, views].map(({ files }) => files)),
      rows: total([...rows.values()].map((count) => count ?? 0)),
      hashes: total([...opened, views].map(({ hashes }) => hashes)),
      ...keyCounts,
    },
    arithmetic,
    withoutArithmetic: arithmetic ? null : 'no tables `figures` and `checks` with the columns of yosan could be read',
  }
}

interface CheckedTables {
  /** How many rows each table has; null where they could not be read. */
  readonly rows: ReadonlyMap<Table, number | null>
  readonly keys: number
  readonly references: number
}

/** Reads all tables, one after the other, and ties them together. */
const checkTables = async (tables: readonly Table[], from: OpenPackage, report: Report): Promise<CheckedTables> => {
  const names = new Set(from.resources.map(({ name }) => name))
  for (const table of tables) checkFieldNames(table, tables, names, report)
  const keys = openKeys(tables, report)
  const rows = new Map<Table, number | null>()
  for (const table of tables) rows.set(table, await checkRows(table, keys, report))
  keys.settle()
  return { rows, ...keys.counts }
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

const resultOf = (
  { name, descriptor }: OpenResource,
  opened: Opened | undefined,
  counts: ReadonlyMap<Table, number | null>,
): ResourceResult => {
  const path = descriptor?.path ?? descriptor?.url ?? null
  const rows = opened?.table ? (counts.get(opened.table) ?? null) : null
  const status = rows === null ? 'not_checked' : opened?.table?.schema ? 'checked' : 'no_schema'
  return {
    name,
    path: path === null || typeof path === 'string' ? path : path.join(', '),
    rows,
    status: opened?.isMissing ? 'missing' : status,
  }
}
