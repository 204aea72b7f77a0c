import { join } from 'node:path'
import { csv } from '../emit/csv.js'
import { readText, writeText } from '../files.js'
import type { DocumentRow } from '../model/document.js'
import { streamRows } from '../row-stream.js'
import { byDocument } from './by-document.js'
import { columnsLog, type DocumentNote, emptyLog, firstLog, logOf, noteOf } from './change-log.js'
import { changeColumns, changeRowsOf } from './change-rows.js'
import { changesBetween, type State } from './changes.js'
import { addDigest, type Digest } from './digests.js'
import type { Edition } from './edition.js'
import type { Previous } from './previous.js'
import { TextFile } from './text-file.js'

const [log, list] = ['CHANGES.md', 'changes.csv']

/** How many figures differ from the edition before. */
export type Changes = Readonly<Record<'added' | 'removed' | 'changed' | 'same', number>>

interface Now {
  readonly previous: Previous | null
  readonly edition: Edition
  /** The folder of the data set, with its documents and the digest of the figures of each. */
  readonly output: string
  readonly documents: readonly DocumentRow[]
  readonly digests: ReadonlyMap<string, Digest>
}

/** Writes the log of changes, and the list of all of them since the edition before. An edition with the same data keeps both. */
export const writeChanges = async (folder: string, now: Now): Promise<Changes | null> => {
  const { previous, edition, documents, digests } = now
  const kept = previous === null ? null : await readText(join(previous.folder, log))
  if (previous === null || edition.step === 'same') {
    const figures = [...digests.values()].reduce((sum, digest) => sum + digest.figures, 0)
    const first = firstLog({ version: edition.version, figures, documents: documents.length })
    const rows = previous === null ? null : await readText(join(previous.folder, list))
    await writeText(join(folder, log), kept ?? first)
    await writeText(join(folder, list), rows ?? (await csv.end(true, changeColumns)))
    return null
  }
  if (edition.step === 'columns') {
    // The rows of another version of yosan cannot be read as those of this one.
    await writeText(join(folder, log), columnsLog(kept ?? emptyLog, edition.version))
    await writeText(join(folder, list), await csv.end(true, changeColumns))
    return null
  }
  const notes = await writeList(join(folder, list), await stateOf(previous.folder), {
    documents,
    digests,
    figures: () => byDocument(streamRows(now.output, 'figures')),
  })
  await writeText(join(folder, log), logOf(kept ?? emptyLog, edition.version, notes))
  const sum = (field: keyof Changes): number => notes.reduce((total, { counts }) => total + counts[field], 0)
  return { added: sum('added'), removed: sum('removed'), changed: sum('changed'), same: sum('same') }
}

const writeList = async (path: string, before: State, after: State): Promise<DocumentNote[]> => {
  const notes: DocumentNote[] = []
  const file = await TextFile.open(path)
  try {
    await file.append(await csv.end(true, changeColumns))
    for await (const report of changesBetween(before, after)) {
      await file.append(await csv.piece(changeColumns, changeRowsOf(report), false))
      notes.push(noteOf(report))
    }
  } finally {
    await file.close()
  }
  return notes
}

/** The figures of a package that was made before. */
const stateOf = async (folder: string): Promise<State> => {
  const documents: DocumentRow[] = []
  for await (const rows of streamRows(folder, 'documents')) for (const row of rows) documents.push(row)
  const figures = () => byDocument(streamRows(folder, 'figures'))
  const digests = new Map<string, Digest>()
  for await (const rows of figures()) addDigest(digests, rows)
  return { documents, digests, figures }
}
