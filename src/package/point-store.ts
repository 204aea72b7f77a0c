import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../files.js'
import { headsOf } from '../model/heads.js'
import { nameKey } from '../model/name-key.js'
import type { Alias } from '../series/aliases.js'
import type { Point } from '../series/points.js'

/** So many points stay in memory. With more, all go to files: programmes of one name, and names that the alias table ties
 * together, to one file. */
const most = 100_000
const files = 64

/** Keeps what ties programmes together, in memory or on disk, and gives it back in groups that have no programme in common. */
export class PointStore {
  private kept: Point[] = []
  private isOnDisk = false
  private readonly headOf: (name: string) => string

  constructor(
    /** A folder for files, which is made when it is needed. */
    private readonly folder: string,
    aliases: readonly Alias[],
  ) {
    this.headOf = headsOf(aliases.map(({ from, to }) => ({ from: bare(from), to: bare(to) })))
  }

  async add(points: readonly Point[]): Promise<void> {
    for (const point of points) this.kept.push(point)
    if (this.kept.length > most) await this.spill()
  }

  /** The groups, in the same order each time; points of a group in the order in which they came. */
  async *groups(): AsyncGenerator<readonly Point[]> {
    if (!this.isOnDisk) {
      yield this.kept
      return
    }
    await this.spill()
    for (let file = 0; file < files; file++)
      yield (await readFile(this.pathOf(file), 'utf8')).split('\n').flatMap(parse)
  }

  private async spill(): Promise<void> {
    if (!this.isOnDisk) await makeFolder(this.folder)
    this.isOnDisk = true
    const lines = Array.from({ length: files }, (): string[] => [])
    for (const point of this.kept)
      lines[hashOf(this.headOf(nameKey(point.programme))) % files]?.push(`${JSON.stringify(point)}\n`)
    this.kept = []
    for (const [file, own] of lines.entries()) await append(this.pathOf(file), own.join(''))
  }

  private pathOf(file: number): string {
    return join(this.folder, String(file))
  }
}

const append = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'a')
  try {
    await file.appendFile(text)
  } finally {
    await file.close()
  }
}

const parse = (line: string): Point[] => (line === '' ? [] : [JSON.parse(line)])

/** The name alone, be it written below its parents or not. */
const bare = (name: string): string => nameKey(name.split('>').at(-1) ?? name)

/** FNV-1a over UTF-16. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}
