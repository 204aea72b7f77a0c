import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { z } from 'zod'
import { linesIn } from '../text-lines.js'
import { type BatchEvent, type Entry, eventSchema } from './events.js'

/** A file that is only ever added to, one event a line. */
export class Journal {
  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<Journal> {
    const isTorn = await endsMidLine(path)
    const file = await open(path, 'a')
    if (isTorn) await file.appendFile('\n')
    return new Journal(file)
  }

  /** Adds an event and gives its entry; when this comes back the line is whole. */
  async add(event: BatchEvent): Promise<Entry> {
    const entry = { at: new Date().toISOString(), ...event }
    // Not `write`, which takes only a part of the line when the disk is nearly full and says nothing.
    await this.file.appendFile(`${JSON.stringify(entry)}\n`)
    return entry
  }

  close(): Promise<void> {
    return this.file.close()
  }
}

/** The events of the last run, with those of the runs that it goes on from; null without a journal. Lines that a killed run
 * left torn are passed over. */
export const lastRun = async (path: string): Promise<Entry[] | null> => {
  if (!(await stat(path).catch(() => null))) return null
  let entries: Entry[] = []
  for await (const line of linesIn(createReadStream(path, { encoding: 'utf8' }))) {
    const entry = parse(line)
    if (entry?.event === 'begun' && !entry.resumed) entries = []
    if (entry) entries.push(entry)
  }
  return entries
}

const parse = (line: string): Entry | null => {
  try {
    const { at, ...event } = JSON.parse(line)
    return { at: z.iso.datetime().parse(at), ...eventSchema.parse(event) }
  } catch {
    return null
  }
}

const endsMidLine = async (path: string): Promise<boolean> => {
  const facts = await stat(path).catch(() => null)
  if (!facts || facts.size === 0) return false
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, facts.size - 1)
    return buffer.toString('latin1') !== '\n'
  } finally {
    await file.close()
  }
}
