import { join, resolve } from 'node:path'
import type { Entry } from '../batch/events.js'
import { placesIn } from '../batch/folder.js'
import { lastRun } from '../batch/journal.js'
import { YosanError } from '../errors.js'
import { findInputs } from '../inputs/index.js'
import { examine, hashInput } from '../load/file.js'
import type { DocumentRow } from '../model/document.js'

/** Finds the file that a document was read from, by its bytes: where the run that made the data set had it, among its downloads,
 * or where a person says that the documents are now. */
export class OriginalFinder {
  /** SHA-256 of files, each hashed once. */
  private readonly hashes = new Map<string, Promise<string | null>>()

  private constructor(
    private readonly originals: string,
    /** Paths by SHA-256 as the journal has them; the file may have gone or changed since. */
    private readonly noted: ReadonlyMap<string, readonly string[]>,
    private readonly named: readonly string[],
  ) {}

  /** @param places files and folders that may hold documents
   * @throws YosanError for a name that nothing stands for */
  static async open(folder: string, places: readonly string[]): Promise<OriginalFinder> {
    const { journal, originals } = placesIn(folder)
    const noted = notedIn((await lastRun(journal)) ?? [])
    const { inputs, failures } = await findInputs(places)
    for (const { code, message } of failures) throw new YosanError(code, message)
    const named = inputs.flatMap((input) => (input.kind === 'file' ? [input.path] : []))
    for (const path of named) if (places.includes(path)) await examine(path)
    return new OriginalFinder(originals, noted, named)
  }

  /** The path of a file with the bytes of the document; null when it is nowhere. */
  async find({ sha256, file_name }: Pick<DocumentRow, 'sha256' | 'file_name'>): Promise<string | null> {
    if (sha256 === null) return null
    const likely = [
      ...this.named.filter((path) => path.endsWith(file_name)),
      ...(this.noted.get(sha256) ?? []),
      join(this.originals, `${sha256}.pdf`),
    ]
    for (const path of [...likely, ...this.named]) if ((await this.hashOf(path)) === sha256) return path
    return null
  }

  private hashOf(path: string): Promise<string | null> {
    const key = resolve(path)
    const known = this.hashes.get(key) ?? hashInput(path).then(sha256Of, () => null)
    this.hashes.set(key, known)
    return known
  }
}

const sha256Of = ({ sha256 }: { readonly sha256: string }): string => sha256

/** Paths of the documents of a run by their SHA-256; they count from the folder where it ran. */
const notedIn = (entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> => {
  const noted = new Map<string, string[]>()
  let folder = '.'
  for (const entry of entries) {
    if (entry.event === 'begun') folder = entry.folder ?? '.'
    if (entry.event !== 'done') continue
    const paths = noted.get(entry.sha256) ?? []
    noted.set(entry.sha256, paths)
    paths.push(resolve(folder, entry.input))
  }
  return noted
}
