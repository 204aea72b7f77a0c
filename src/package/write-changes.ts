import { join } from 'node:path'
import { byDocument } from '../by-document.js'
import { csv } from '../emit/csv.js'
import { YosanError } from '../errors.js'
import { readText, writeText } from '../files.js'
import type { DocumentRow } from '../model/document.js'
import { streamPackageRows, streamRows } from '../row-stream.js'
import { columnsLog, type DocumentNote, emptyLog, firstLog, logOf, noteOf, sameLog } from './change-log.js'
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

/** Writes the log of changes, and the list of all of them since the edition before. An edition with the same data keeps the
 * list. */
export const writeChanges = async (folder: string, now: Now): Promise<Changes | null> => {
  const { previous, edition } = now
  if (previous === null) {
    const figures = [...now.digests.values()].reduce((sum, digest) => sum + digest.figures, 0)
    const first = firstLog({ version: edition.version, figures, documents: now.documents.length })
    return write(folder, first, await csv.end(true, changeColumns))
  }
  const kept = (await readText(join(previous.folder, log)))?.replaceAll('\r\n', '\n') ?? emptyLog
  if (edition.step === 'same') {
    const rows = (await readText(join(previous.folder, list))) ?? (await csv.end(true, changeColumns))
    return write(folder, previous.version === edition.version ? kept : sameLog(kept, edition.version), rows)
  }
  const before = edition.step === 'columns' ? null : await stateOf(previous.folder)
  if (before === null) return write(folder, columnsLog(kept, edition.version), await csv.end(true, changeColumns))
  const figures = () => byDocument(streamRows(now.output, 'figures'))
  const notes = await writeList(join(folder, list), before, { ...now, figures })
  await writeText(join(folder, log), logOf(kept, edition.version, notes))
  const sum = (field: keyof Changes): number => notes.reduce((total, { counts }) => total + counts[field], 0)
  return { added: sum('added'), removed: sum('removed'), changed: sum('changed'), same: sum('same') }
}

const write = async (folder: string, text: string, rows: string): Promise<null> => {
  await writeText(join(folder, log), text)
  await writeText(join(folder, list), rows)
  return null
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

/** The figures of a package that was made before; null where its rows are of another version of yosan. */
const stateOf = async (folder: string): Promise<State | null> => {
  const documents: DocumentRow[] = []
  const digests = new Map<string, Digest>()
  const figures = () => byDocument(streamPackageRows(folder, 'figures'))
  try {
    for await (const rows of streamPackageRows(folder, 'documents')) for (const row of rows) documents.push(row)
    for await (const rows of figures()) addDigest(digests, rows)
  } catch (error) {
    if (error instanceof YosanError) return null
    throw error
  }
  return { documents, digests, figures }
}
