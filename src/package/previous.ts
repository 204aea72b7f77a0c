import { join } from 'node:path'
import { z } from 'zod'
import { YosanError } from '../errors.js'
import { readText } from '../files.js'
import { parseJson } from '../parse-json.js'
import { isInside } from './inside.js'
import { type Contributor, type Metadata, packageName, software } from './metadata.js'

/** The package that a folder holds before a new edition of it is made. */
export interface Previous {
  readonly folder: string
  readonly metadata: Metadata
  readonly version: string
  /** What it was made with: paths and SHA-256 of its tables, and names of their columns. */
  readonly tables: readonly PreviousTable[]
  /** Paths of its files. */
  readonly files: readonly string[]
}

interface PreviousTable {
  readonly name: string
  readonly path: string
  readonly hash: string
  readonly columns: readonly string[]
}

/** The files of every package beside those that its descriptor lists. */
const pages = ['datapackage.json', 'README.md', 'CHANGES.md', 'changes.csv']

const named = z.object({ name: z.string() })

/** What a new edition reads of the descriptor of the one before. */
const descriptor = z.object({
  name: z.string().regex(packageName),
  title: z.string(),
  version: z.string(),
  homepage: z.string().nullable().default(null),
  licenses: z.array(z.object({ name: z.string(), path: z.string(), title: z.string() })).min(1),
  contributors: z.array(z.object({ title: z.string(), roles: z.array(z.string()).default([]) })).default([]),
  resources: z.array(
    named.extend({ path: z.string(), hash: z.string(), schema: z.object({ fields: z.array(named) }) }),
  ),
  views: z.array(z.object({ path: z.string() })),
})

/** Opens the package that a folder holds; null when it holds none.
 * @throws YosanError when it is a package that yosan has not made */
export const openPrevious = async (folder: string): Promise<Previous | null> => {
  const file = join(folder, 'datapackage.json')
  const text = await readText(file)
  if (text === null) return null
  const { data } = descriptor.safeParse(parseJson(text))
  const isOurs =
    data?.contributors.some(isYosan) && [...data.resources, ...data.views].every(({ path }) => isInside(path))
  if (!data || !isOurs)
    throw new YosanError('bad_value', `${file} is of no package that yosan has made: choose another folder with --to.`)
  const { name, title, licenses, contributors, homepage, version, resources, views } = data
  const [licence] = licenses
  if (!licence) return null
  return {
    folder,
    metadata: {
      name,
      title,
      licence,
      homepage,
      contributors: contributors.filter(({ roles }) => !roles.includes(software)),
    },
    version,
    tables: resources.map(({ schema, ...table }) => ({ ...table, columns: schema.fields.map((field) => field.name) })),
    files: [...[...resources, ...views].map(({ path }) => path), ...pages],
  }
}

const isYosan = ({ title, roles }: Contributor): boolean => roles.includes(software) && /^yosan \d/u.test(title)
