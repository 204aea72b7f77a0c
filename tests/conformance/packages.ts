import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Validation, validatePackage } from '../../src/conformance/index.js'

export type Json = Readonly<Record<string, unknown>>
export type Files = Readonly<Record<string, string | Uint8Array>>

let root = ''

/** Gives the tests of a file a temporary folder for packages. */
export const usePackages = (): void => {
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'yosan-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))
}

/** Writes a package into a folder of its own. */
export const packageOf = async (descriptor: unknown, files: Files = {}): Promise<string> => {
  const folder = await mkdtemp(join(root, 'package-'))
  const text = typeof descriptor === 'string' ? descriptor : JSON.stringify(descriptor)
  for (const [path, content] of Object.entries({ 'datapackage.json': text, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

export const validate = async (descriptor: unknown, files: Files = {}): Promise<Validation> =>
  validatePackage(await packageOf(descriptor, files))

/** Problems in short: `file row field rule`, without what is null. */
export const brief = ({ problems }: Pick<Validation, 'problems'>): readonly string[] =>
  problems.map(({ file, row, field, rule }) => [file, row, field, rule].filter((part) => part !== null).join(' '))

/** The problems of a package. */
export const problemsOf = async (descriptor: unknown, files: Files = {}): Promise<readonly string[]> =>
  brief(await validate(descriptor, files))

/** A package of one table `t` in `t.csv`. */
export const tableOf = (schema: unknown, resource: Json = {}): Json => ({
  resources: [{ name: 't', path: 't.csv', ...(schema === undefined ? {} : { schema }), ...resource }],
})

/** The problems of one table with a text. */
export const problemsIn = (
  text: string | Uint8Array,
  schema: unknown,
  resource: Json = {},
): Promise<readonly string[]> => problemsOf(tableOf(schema, resource), { 't.csv': text })
