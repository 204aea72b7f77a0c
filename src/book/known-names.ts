import type { Direction } from '../model/line.js'
import type { TreeLevel } from './column-words.js'
import { levelsTo, type Path } from './entry.js'
import type { Labelled } from './labels.js'

/** The names of 款 and 項 by their numbers, as a budget told them before: some headings print the numbers alone. */
export class KnownNames {
  private readonly names = new Map<string, Labelled>()

  add(direction: Direction | null, level: TreeLevel, path: Path): void {
    const named = path[level]
    const key = keyOf(direction, level, path, named?.code ?? null)
    if (named && key && !this.names.has(key)) this.names.set(key, named)
  }

  /** What has a number below a place; null where nothing told its name. */
  nameOf(direction: Direction | null, level: TreeLevel, path: Path, code: string | null): Labelled | null {
    const key = keyOf(direction, level, path, code)
    return key === null ? null : (this.names.get(key) ?? null)
  }
}

/** Null where a number on the way is not known. */
const keyOf = (direction: Direction | null, level: TreeLevel, path: Path, code: string | null): string | null => {
  const above = levelsTo(level)
    .slice(0, -1)
    .map((one) => path[one]?.code ?? null)
  const codes = [...above, code]
  return codes.includes(null) ? null : [direction, ...codes.map(Number)].join('/')
}
