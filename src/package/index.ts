import { join } from 'node:path'
import { readTables } from '../dataset-folder.js'
import { YosanError } from '../errors.js'
import { makeFolder, writeText } from '../files.js'
import type { DocumentRow } from '../model/document.js'
import { type ViewName, viewNames } from '../options.js'
import { streamPackageRows } from '../row-stream.js'
import type { Alias } from '../series/aliases.js'
import { toolVersion } from '../version.js'
import { keptAliases, writeAliases } from './alias-file.js'
import { pathOf } from './canonical.js'
import { correctionsOf } from './corrections.js'
import { descriptorOf, type StoredFile, type StoredTable } from './descriptor.js'
import { type Edition, editionOf } from './edition.js'
import { inventoryOf } from './inventory.js'
import { type Contributor, type Licence, type Metadata, usualLicence } from './metadata.js'
import { nameFor } from './naming.js'
import { openPrevious, type Previous } from './previous.js'
import { readmeOf } from './readme.js'
import { type Progress, type TableOptions, writeTables } from './tables.js'
import { inWorkshop, moveIn, settle, wholeIn } from './workshop.js'
import { type Changes, writeChanges } from './write-changes.js'

export { licences, packageName } from './metadata.js'
export type { Progress } from './tables.js'

export interface PackageOptions extends Omit<TableOptions, 'aliases' | 'corrections'> {
  /** Names that are tied together; null for those of the edition before. */
  readonly aliases: readonly Alias[] | null
  readonly name: string | null
  readonly title: string | null
  /** The version of the package; null for the next one. */
  readonly release: string | null
  readonly licence: Licence | null
  /** Null for those of the edition before. */
  readonly contributors: readonly Contributor[] | null
  readonly homepage: string | null
  /** ISO 8601, for `created`; null leaves it out, so that the same data make the same bytes. */
  readonly created: string | null
}

/** As the command line has them. */
export const packageDefaults: PackageOptions = {
  name: null,
  title: null,
  release: null,
  licence: null,
  contributors: null,
  homepage: null,
  created: null,
  aliases: null,
  views: viewNames,
}

/** A package that was made. */
export interface Package extends Edition {
  readonly folder: string
  readonly metadata: Metadata
  readonly tables: readonly StoredTable[]
  readonly views: readonly StoredFile[]
  /** Views that were not made since the optional library that writes them is not installed. */
  readonly left: readonly ViewName[]
  /** Null for a first edition and for the same data. */
  readonly changes: Changes | null
}

/** Makes a Data Package of the folder of a data set: its tables, the same in other forms, a descriptor, a README and a log of
 * changes. However long the tables are, few rows are in memory at a time.
 * @throws YosanError when the folder holds no data set, or the package cannot be written; what stood there before is whole then */
export const makePackage = async (
  output: string,
  to: string,
  options: PackageOptions,
  progress: Progress = unwatched,
): Promise<Package> => {
  const { documents } = await readTables(output, ['documents'])
  await settle(to)
  const previous = await openPrevious(to)
  const metadata = metadataOf(options, previous && { ...previous, usual: await usualOf(previous) }, documents)
  return inWorkshop(to, async (workshop) => {
    const folder = wholeIn(workshop)
    await makeFolder(folder)
    const places = { folder, scratch: join(workshop, 'scratch') }
    const aliases = options.aliases ?? (previous ? await keptAliases(previous.folder) : [])
    await writeAliases(folder, aliases)
    const corrections = await correctionsOf(output, documents)
    const made = await writeTables(output, { ...places, ...metadata }, { ...options, aliases, corrections }, progress)
    const files = await inventoryOf(folder)
    const byPath = new Map(files.map((file) => [file.path, file]))
    const tables = made.tables.flatMap(({ table, rows }): StoredTable[] => {
      const file = byPath.get(pathOf(table.name))
      return file ? [{ table, rows, file }] : []
    })
    const views = files.filter((file) => !tables.some((stored) => stored.file === file))
    const edition = editionOf(previous, tables, options.release)
    const shared = { metadata, version: edition.version, tables, views }
    const changes = await writeChanges(folder, { previous, edition, output, documents, digests: made.digests })
    const page = readmeOf({ ...shared, forms: made.forms, facts: made.facts, toolVersion })
    await writeText(join(folder, 'README.md'), page)
    const descriptor = descriptorOf({ ...shared, created: options.created, documents })
    await writeText(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`)
    progress.signal.throwIfAborted()
    await moveIn(workshop, to, previous?.files ?? [])
    return { folder: to, ...edition, ...shared, left: made.left, changes }
  })
}

const unwatched: Progress = { signal: new AbortController().signal, onTable: () => undefined }

const metadataOf = (
  { name, title, licence, contributors, homepage }: PackageOptions,
  previous: (Previous & { readonly usual: string | null }) | null,
  documents: readonly DocumentRow[],
): Metadata => {
  const before = previous?.metadata
  const named = nameFor(documents)
  return {
    name: name ?? before?.name ?? named.name,
    // A title that nobody gave follows the documents.
    title: title ?? (before && before.title !== previous?.usual ? before.title : named.title),
    licence: licence ?? before?.licence ?? usualLicence,
    contributors: contributors ?? before?.contributors ?? [],
    homepage: homepage ?? before?.homepage ?? null,
  }
}

/** The title that the edition before has if nobody gave it one; null where its documents are of another version of yosan. */
const usualOf = async ({ folder }: Previous): Promise<string | null> => {
  const documents: DocumentRow[] = []
  try {
    for await (const rows of streamPackageRows(folder, 'documents')) documents.push(...rows)
  } catch (error) {
    if (error instanceof YosanError) return null
    throw error
  }
  return nameFor(documents).title
}
