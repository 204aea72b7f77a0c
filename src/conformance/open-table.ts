import { describe } from './described.js'
import type { ResourceDescriptor } from './descriptor.js'
import { checkFingerprint } from './fingerprints.js'
import { findFiles } from './local-files.js'
import type { OpenPackage, OpenResource } from './open.js'
import { fileParts, inlinePart } from './parts.js'
import type { Report } from './problems.js'
import type { Table } from './table.js'

/** What was met on the way to the rows of a resource. */
export interface Opened {
  /** Null where they cannot be read, which is told. */
  readonly table: Table | null
  readonly isMissing: boolean
  readonly files: number
  readonly hashes: number
}

/** Looks for the data of a resource, holds its files against their sizes and hashes, and makes ready to read its rows. */
export const openTable = async (from: OpenPackage, resource: OpenResource, report: Report): Promise<Opened> => {
  const { descriptor } = resource
  if (!descriptor) return nothing
  if (descriptor.data !== undefined) {
    const described = await describe(from, resource, descriptor, report)
    const part = described && inlinePart(from, resource, descriptor, described.dialect, report)
    return { ...nothing, table: part ? { ...described, parts: [part] } : null }
  }
  const files = await findFiles(from, resource, descriptor, report)
  if (files === null) return { ...nothing, isMissing: true }
  if (files.length === 0) return nothing
  const place = { file: files.map(({ name }) => name).join(', '), row: null, field: null }
  const at = { file: from.descriptor, pointer: resource.pointer }
  const isHashed = await checkFingerprint({ ...fingerprintOf(descriptor), files, place, at }, report)
  const counts = { isMissing: false, files: files.length, hashes: isHashed ? 1 : 0 }
  const described = await describe(from, resource, descriptor, report)
  const parts = described && fileParts(files, descriptor, described.dialect, report)
  return { ...counts, table: parts && described ? { ...described, parts } : null }
}

const nothing: Opened = { table: null, isMissing: false, files: 0, hashes: 0 }

const fingerprintOf = ({ bytes, hash }: ResourceDescriptor) => ({
  ...(bytes === undefined ? {} : { bytes }),
  ...(hash === undefined ? {} : { hash }),
})
