import { hashFiles } from '../file-hash.js'
import type { DescribedAt } from './described-at.js'
import type { Fingerprint } from './descriptor.js'
import { type Place, pointer, type Report } from './problems.js'

interface Subject extends Fingerprint {
  /** The files that are hashed one after the other as if they were one. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  /** Where their problems go. */
  readonly place: Place
  /** Where the fingerprint is described. */
  readonly at: DescribedAt
}

/** Algorithms by their names without dashes, in any case. */
const algorithms: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])

/** Holds files against the size and hash that are said of them. Returns whether a hash was reckoned. */
export const checkFingerprint = async (subject: Subject, report: Report): Promise<boolean> => {
  const { bytes, hash, files, place, at } = subject
  const size = files.reduce((sum, file) => sum + file.bytes, 0)
  if (typeof bytes === 'number' && bytes !== size)
    report('bytes_differ', place, { found: String(size), expected: String(bytes) })
  if (typeof hash !== 'string') return false
  const { algorithm, digits } = readHash(hash)
  if (!algorithms.has(algorithm)) {
    report('hash_not_checked', { file: at.file, row: null, field: at.pointer + pointer('hash') }, { found: hash })
    return false
  }
  const paths = files.map(({ path }) => path)
  const { digits: found } = await hashFiles(paths, algorithm)
  if (found !== digits) report('hash_differs', place, { found: `${algorithm}:${found}`, expected: hash })
  return true
}

/** Without a name, a hash is of MD5. */
const readHash = (hash: string): { readonly algorithm: string; readonly digits: string } => {
  const [name = '', digits = ''] = hash.includes(':') ? hash.split(':') : ['md5', hash]
  return { algorithm: name.toLowerCase().replace('-', ''), digits: digits.toLowerCase() }
}
