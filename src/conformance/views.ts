import { checkFingerprint } from './fingerprints.js'
import { tellAbsence } from './local-files.js'
import type { OpenPackage } from './open.js'
import { find } from './package-files.js'
import { isRemote } from './paths.js'
import { pointer, type Report } from './problems.js'

/** Holds the files that a package says are made of its resources against their sizes and hashes. Returns how many it found and
 * how many hashes it reckoned. Others use the property for other things: entries without a path are theirs. */
export const checkViews = async (
  { folder, descriptor: file, views }: OpenPackage,
  report: Report,
): Promise<{ readonly files: number; readonly hashes: number }> => {
  const counts = { files: 0, hashes: 0 }
  for (const [i, view] of (Array.isArray(views) ? views : []).entries()) {
    const path: unknown = view?.path
    if (typeof path !== 'string' || isRemote(path)) continue
    const at = pointer('views', i)
    const found = await find(folder, path)
    tellAbsence(path, found, { file, row: null, field: at + pointer('path') }, report)
    if (found.kind !== 'file') continue
    const place = { file: path, row: null, field: null }
    const subject = { bytes: view.bytes, hash: view.hash, files: [found], place, at: { file, pointer: at } }
    counts.files += 1
    if (await checkFingerprint(subject, report)) counts.hashes += 1
  }
  return counts
}
