import type { ResourceDescriptor } from './descriptor.js'
import type { OpenPackage, OpenResource } from './open.js'
import { type Found, find } from './package-files.js'
import { isRemote } from './paths.js'
import { type Place, pointer, type Report } from './problems.js'

/** A file of a resource that is there. */
export interface LocalFile {
  /** As the descriptor has it. */
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/** The files of a resource; none when they are on the web, null when one is not there. */
export const findFiles = async (
  { folder, descriptor: file }: OpenPackage,
  resource: OpenResource,
  { path, url = '' }: ResourceDescriptor,
  report: Report,
): Promise<readonly LocalFile[] | null> => {
  const paths = typeof path === 'string' ? [path] : (path ?? [url])
  const place: Place = { file, row: null, field: resource.pointer + pointer(path === undefined ? 'url' : 'path') }
  const remote = paths.filter(isRemote)
  if (remote.length > 0 && remote.length < paths.length)
    report('descriptor_invalid', place, { expected: 'paths or addresses, not both' })
  if (remote.length > 0) {
    report('remote_not_checked', place, { found: remote.join(', ') })
    return []
  }
  const found = await Promise.all(paths.map(async (name) => ({ name, found: await find(folder, name) })))
  for (const one of found) tellAbsence(one.name, one.found, place, report)
  const files = found.flatMap(({ name, found }) =>
    found.kind === 'file' ? [{ name, path: found.path, bytes: found.bytes }] : [],
  )
  return files.length === paths.length ? files : null
}

/** Reports a file that is not there or not in the package. */
export const tellAbsence = (name: string, { kind }: Found, place: Place, report: Report): void => {
  if (kind === 'unsafe') report('unsafe_path', place, { found: name })
  if (kind === 'missing') report('missing_file', { ...place, file: name, field: null })
}
