import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { YosanError } from '../errors.js'
import { nullWhenGone } from '../files.js'

const holderSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** When the process began, in a unit of its system; null where that cannot be known. Process numbers are used again. */
  began: z.string().nullable(),
})

/** A process that works on a folder. */
export type Holder = Readonly<z.infer<typeof holderSchema>>

export interface Lock {
  /** Whether this run still holds it. */
  readonly isHeld: () => Promise<boolean>
  readonly release: () => Promise<void>
}

interface Places {
  readonly folder: string
  readonly lock: string
}

/** How often a holder shows that it is alive, and after what silence one on another machine counts as dead. */
const beat = 5000
const silence = 60_000

/** Takes the lock of a folder; that of a process that is no more is taken over.
 * @throws YosanError when another run holds it */
export const takeLock = async ({ folder, lock }: Places): Promise<Lock> => {
  const own = `${JSON.stringify({ pid: process.pid, host: hostname(), began: beganOf(process.pid) } satisfies Holder)}\n`
  for (;;) {
    if (await create(lock, own)) return held(lock, own)
    const found = await readFile(lock, 'utf8').catch(nullWhenGone)
    const holder = await holderOf(lock)
    if (holder) throw inUse(folder, lock, holder)
    if (found !== null && !(await isJustMade(lock, found))) await moveAway(lock, found)
  }
}

/** A lock without a word in it is one that its run is about to write. */
const isJustMade = async (lock: string, text: string): Promise<boolean> => {
  const facts = await stat(lock).catch(() => null)
  if (text !== '' || !facts || Date.now() - facts.mtimeMs > 1000) return false
  await setTimeout(20)
  return true
}

/** Removes the lock of a dead run: moved first, so that of several runs only one does, and put back when it was another one. */
const moveAway = async (lock: string, dead: string): Promise<void> => {
  const aside = `${lock}.${process.pid}`
  if ((await rename(lock, aside).catch(nullWhenGone)) === null) return
  if ((await readFile(aside, 'utf8')) !== dead) await link(aside, lock).catch(() => undefined)
  await rm(aside, { force: true })
}

/** The run that works on a folder now, or null. */
export const holderOf = async (lock: string): Promise<Holder | null> => {
  const [text, facts] = await Promise.all([readFile(lock, 'utf8').catch(() => null), stat(lock).catch(() => null)])
  const holder = parse(text)
  if (!holder || !facts) return null
  const isAlive = holder.host === hostname() ? isRunning(holder) : Date.now() - facts.mtimeMs < silence
  return isAlive ? holder : null
}

const create = (lock: string, text: string): Promise<boolean> =>
  writeFile(lock, text, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

const held = (lock: string, own: string): Lock => {
  const isHeld = () =>
    readFile(lock, 'utf8').then(
      (text) => text === own,
      () => false,
    )
  const timer = setInterval(() => {
    const now = new Date()
    utimes(lock, now, now).catch(() => undefined)
  }, beat)
  timer.unref()
  return {
    isHeld,
    release: async () => {
      clearInterval(timer)
      if (await isHeld()) await rm(lock, { force: true })
    },
  }
}

const parse = (text: string | null): Holder | null => {
  try {
    return holderSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}

const isRunning = ({ pid, began }: Holder): boolean => {
  if (began !== null && beganOf(pid) !== began) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Field 22 of /proc/PID/stat (proc(5)), behind the name in brackets, which may hold blanks; null for a process that has
 * ended and that nobody has asked after (field 3). */
const beganOf = (pid: number): string | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return /^[ZX]/u.test(fields[0] ?? '') ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

const inUse = (folder: string, lock: string, { pid, host }: Holder): YosanError => {
  const where = host === hostname() ? '' : ` on ${host}`
  return new YosanError(
    'folder_in_use',
    `Another run (process ${pid}${where}) works on the folder ${folder}: wait for it, name another folder with --out, or ` +
      `delete ${lock} when that process is not yosan.`,
  )
}
