import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Entry } from '../../src/batch/events.js'

const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
if (!existsSync(cli)) throw new Error('These tests run dist/cli.js: npm run build')

const misbehave = pathToFileURL(join(import.meta.dirname, 'misbehave.mjs')).href

/** The environment in which documents and disks misbehave by their names. */
export const misbehaving = (fullDisk = '') => ({ NODE_OPTIONS: `--import ${misbehave}`, FULL_DISK: fullDisk })

export interface Run {
  readonly process: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
}

/** Starts the command line as a process of its own. */
export const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}, shell: readonly string[] = []): Run => {
  const [command = '', ...rest] = [...shell, process.execPath, cli, ...args]
  const child = spawn(command, rest, { env: { ...process.env, ...env } })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (data) => {
    printed.out += data
  })
  child.stderr.on('data', (data) => {
    printed.err += data
  })
  const ended = new Promise<Awaited<Run['ended']>>((resolve) => {
    child.on('close', (code) => resolve({ code, ...printed }))
  })
  return { process: child, ended }
}

export const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}, shell: readonly string[] = []) =>
  start(args, env, shell).ended

/** The files of a data set by name, without the originals and what the batch keeps for itself. */
export const tablesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !/\.yosan|originals/.test(path.slice(folder.length)))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )

/** The whole lines of the journal; none before there is one. */
export const journalOf = (folder: string): Entry[] => {
  const path = join(folder, '.yosan', 'journal.ndjson')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(parsed) : []
}

const parsed = (line: string): Entry[] => {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}

export const halvesIn = (folder: string): string[] => readdirSync(join(folder, '.yosan', 'temporary'))
