import { resolve } from 'node:path'
import { YosanError } from '../errors.js'
import { type ExitCode, viewNames } from '../options.js'
import { licences, makePackage, type PackageOptions, packageName } from '../package/index.js'
import { printPackage } from '../package/print.js'
import { escapeText, painter, type Terminal } from '../terminal.js'
import { aliasesOf } from './aliases.js'
import type { Arguments } from './arguments.js'
import { endingOnSignal } from './ending.js'
import { suggest } from './suggest.js'

/** Makes a data package of a data set. */
export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [output, ...rest] = args.positionals
  const to = args.text('to')
  if (output === undefined || to === null || rest.length > 0)
    throw new YosanError(
      'bad_value',
      'Name the folder of one data set and that of the package: yosan package OUTPUT --to DIR',
    )
  if (resolve(output) === resolve(to))
    throw new YosanError('bad_value', 'The package needs a folder of its own: choose another with --to.')
  const options = await readOptions(args)
  const ending = endingOnSignal()
  try {
    const onTable = (name: string, rows: number) => terminal.screen?.write(`${name}  ${rows} rows\n`)
    const quiet = args.flag('quiet') || args.flag('json')
    const made = await makePackage(output, to, options, { signal: ending.signal, onTable: quiet ? () => {} : onTable })
    if (args.flag('json')) terminal.out(`${escapeText(JSON.stringify(made))}\n`)
    else if (!args.flag('quiet')) terminal.out(printPackage(made, painter(terminal.colour)))
    return 0
  } catch (error) {
    if (!ending.signal.aborted) throw error
    throw new YosanError('interrupted', `Interrupted: ${to} is as it was.`)
  } finally {
    ending.forget()
  }
}

const readOptions = async (args: Arguments): Promise<PackageOptions> => ({
  name: readName(args),
  title: args.text('title'),
  release: readRelease(args),
  licence: readLicence(args),
  contributors: readContributors(args),
  homepage: readHomepage(args),
  created: readCreated(),
  aliases: args.text('aliases') === null ? null : await aliasesOf(args),
  views: readViews(args),
})

const readName = (args: Arguments): string | null => {
  const name = args.text('name')
  if (name === null || packageName.test(name)) return name
  throw new YosanError(
    'bad_value',
    `--name takes small letters, digits, '-', '_' and '.', at most 100 of them, not '${name}'.`,
  )
}

const readRelease = (args: Arguments): string | null => {
  const version = args.text('release')
  if (
    version === null ||
    /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/u.test(version)
  )
    return version
  throw new YosanError('bad_value', `--release takes a version such as 1.2.0, not '${version}'.`)
}

const readLicence = (args: Arguments): PackageOptions['licence'] => {
  const wanted = args.text('licence')
  if (wanted === null) return null
  const found = licences.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (found) return found
  const names = licences.map(({ name }) => name)
  throw new YosanError(
    'bad_value',
    `--licence takes one of ${names.join(', ')}, not '${wanted}'.${suggest(wanted, names)}`,
  )
}

const readContributors = (args: Arguments): PackageOptions['contributors'] => {
  const names = args.text('contributor')?.split(/[;；]/u)
  return names === undefined
    ? null
    : names.flatMap((name) => (name.trim() === '' ? [] : [{ title: name.trim(), roles: ['creator'] }]))
}

const readHomepage = (args: Arguments): string | null => {
  const address = args.text('homepage')
  if (address === null || (/^https?:\/\//u.test(address) && URL.canParse(address))) return address
  throw new YosanError('bad_value', `--homepage takes an address that begins with https://, not '${address}'.`)
}

/** The time that reproducible builds agree on (reproducible-builds.org), when it is given. */
const readCreated = (): string | null => {
  const seconds = process.env.SOURCE_DATE_EPOCH ?? ''
  return /^\d{1,11}$/u.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : null
}

const readViews = (args: Arguments): PackageOptions['views'] => {
  const text = args.text('views')
  if (text === null) return viewNames
  const wanted = text === 'none' ? [] : text.split(',').map((name) => name.trim())
  return wanted.map((name) => {
    const known = viewNames.find((view) => view === name)
    if (known) return known
    const hint = suggest(name, viewNames)
    throw new YosanError('bad_value', `--views takes some of ${viewNames.join(', ')}, or none, not '${name}'.${hint}`)
  })
}
