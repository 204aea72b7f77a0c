import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, unwritable } from '../files.js'
import { type Lock, takeLock } from './lock.js'

/** Where things stand in the folder of a data set beside its tables. */
export const placesIn = (folder: string) => {
  const state = join(folder, '.yosan')
  return {
    folder,
    state,
    /** Downloaded documents, named by their SHA-256. */
    originals: join(folder, 'originals'),
    downloads: join(state, 'downloads'),
    /** One result a document. */
    results: join(state, 'results'),
    journal: join(state, 'journal.ndjson'),
    lock: join(state, 'lock'),
    /** Files that are not whole yet; emptied when a run begins. */
    temporary: join(state, 'temporary'),
  } as const
}

export type Places = ReturnType<typeof placesIn>

/** Takes a folder for one run and clears away what a run that was killed left half-written.
 * @throws YosanError when another run is at work there, or when it cannot be written to */
export const occupy = async (places: Places): Promise<Lock> => {
  try {
    for (const folder of [places.folder, places.state]) await makeFolder(folder)
    const lock = await takeLock(places)
    try {
      await rm(places.temporary, { recursive: true, force: true })
      for (const folder of [places.temporary, places.results]) await makeFolder(folder)
      return lock
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw unwritable(places.folder, error)
  }
}
