import type { Value } from './value.js'

export interface AnswerColumn {
  readonly name: string
  /** As DuckDB calls it. */
  readonly type: string
}

/** What a question brings. */
export interface Answer {
  readonly columns: readonly AnswerColumn[]
  /** The first rows, as many as are wanted, by the names of the columns. */
  readonly rows: readonly Readonly<Record<string, Value>>[]
  /** How many rows there are. */
  readonly count: number
}

/** Columns may share a name: the later ones are numbered. */
export const uniqueNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set(names)
  const seen = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let n = 2; seen.has(own) || (own !== name && taken.has(own)); n++) own = `${name}#${n}`
    seen.add(own)
    return own
  })
}
