import type { Correction } from '../model/correction.js'
import type { ProgrammeNode } from '../model/draft.js'
import { nameKey } from '../model/name-key.js'

/** The programmes of a document with those that corrections name and the document does not, behind them. */
export const withProgrammes = (
  programmes: readonly ProgrammeNode[],
  corrections: ReadonlyMap<number, Correction>,
): readonly ProgrammeNode[] => {
  const added = new Map<string, ProgrammeNode>()
  for (const { action, new_programme: name } of corrections.values()) {
    if (action === 'reject' || name === null || name === 'none') continue
    if (findProgramme(programmes, name, null) === null && !added.has(nameKey(name)))
      added.set(nameKey(name), named(name))
  }
  return [...programmes, ...added.values()]
}

/** The index of the programme with a name: one that stands on the page of the figure, or else the first. */
export const findProgramme = (
  programmes: readonly ProgrammeNode[],
  name: string,
  page: number | null,
): number | null => {
  const key = nameKey(name)
  const known = programmes.flatMap((node, i) => (!node.nameMissing && nameKey(node.name) === key ? [i] : []))
  return known.find((i) => page !== null && programmes[i]?.place?.page === page) ?? known[0] ?? null
}

/** A programme of which only the name is known. */
const named = (name: string): ProgrammeNode => ({
  name,
  nameMissing: false,
  numbering: null,
  levelType: 'programme',
  parent: null,
  executingBody: null,
  englishName: null,
  place: null,
})
