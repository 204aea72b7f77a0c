import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { extract } from '../../src/extract.js'
import { type CellScore, scoreCells } from './cell-score.js'
import { readGold, type Score, score } from './score.js'

export interface Scores extends Score {
  /** Null where the gold has no cells of tables. */
  readonly cells: CellScore | null
}

/** Documents of a folder that have gold beside them. */
export const documentsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => name.slice(0, -'.jsonl'.length))
    .sort()

/** Each document of the folder against its gold, all in one extraction. */
export const scoresOf = async (folder: string): Promise<ReadonlyMap<string, Scores>> => {
  const names = documentsIn(folder)
  const { dataset } = await extract(
    names.map((name) => join(folder, name)),
    { pages: null },
  )
  const idOf = new Map(dataset.documents.map(({ file_name, document_id }) => [file_name, document_id]))
  return new Map(
    names.map((name) => {
      const figures = dataset.figures.filter(({ document_id }) => document_id === idOf.get(basename(name)))
      const golds = readGold(join(folder, `${name}.jsonl`))
      return [name, { ...score(golds, figures), cells: scoreCells(golds, figures) }]
    }),
  )
}
