import { streamCsv } from '../csv-table.js'
import type { DialectDescriptor, ResourceDescriptor } from './descriptor.js'
import { readingOf } from './dialect.js'
import { inlineRows } from './inline.js'
import type { LocalFile } from './local-files.js'
import type { OpenPackage, OpenResource } from './open.js'
import { isEncoding, textOf } from './package-files.js'
import { type Place, pointer, type Report } from './problems.js'
import type { Part } from './table.js'

/** The rows of files; null when they are in a format or dialect that is not read here. */
export const fileParts = (
  files: readonly LocalFile[],
  descriptor: ResourceDescriptor,
  dialect: DialectDescriptor,
  report: Report,
): readonly Part[] | null => {
  const { encoding = 'utf-8' } = descriptor
  const refuse = (name: string, because: string): [] => {
    report('format_not_checked', { file: name, row: null, field: null }, { found: because })
    return []
  }
  const parts = files.flatMap(({ name, path }): Part[] => {
    const reading = readingOf(descriptor, name, dialect)
    if (reading.kind === 'other') return refuse(name, reading.because)
    if (!isEncoding(encoding)) return refuse(name, `encoding ${encoding}`)
    const rows: Part['rows'] = (onMark) => streamCsv(textOf(path, encoding, onMark), name, reading.dialect)
    return [{ file: name, isKeyed: false, rows }]
  })
  return parts.length === files.length ? parts : null
}

/** The rows of inline data; null when it is no table. */
export const inlinePart = (
  { descriptor: file }: OpenPackage,
  { pointer: at }: OpenResource,
  descriptor: ResourceDescriptor,
  dialect: DialectDescriptor,
  report: Report,
): Part | null => {
  const { data } = descriptor
  const place: Place = { file, row: null, field: at + pointer('data') }
  if (typeof data === 'string') {
    const reading = readingOf(descriptor, '', dialect)
    if (reading.kind === 'csv')
      return { file, isKeyed: false, rows: () => streamCsv(oneText(data), file, reading.dialect) }
    report('format_not_checked', place, { found: reading.because })
    return null
  }
  const rows = inlineRows(data)
  if (rows) return { file, ...rows }
  report('format_not_checked', place, { found: 'inline data that is no list of lists or objects' })
  return null
}

async function* oneText(text: string): AsyncGenerator<string> {
  yield text
}
