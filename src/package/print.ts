import { plural } from '../plural.js'
import { escapeText, type Paint } from '../terminal.js'
import type { Package } from './index.js'

/** What was made, for a person. */
export const printPackage = (made: Package, paint: Paint): string => {
  const { folder, metadata, version, tables, views, left } = made
  const files = tables.map(({ rows, file }) => [file.path, plural(rows, 'row'), sizeText(file.bytes)] as const)
  const width = Math.max(...files.map(([path]) => path.length))
  const gap = Math.max(...files.map(([, rows]) => rows.length))
  return [
    paint('bold', escapeText(`${metadata.name} ${version}`)),
    escapeText(metadata.title),
    '',
    ...files.map(([path, rows, size]) => `  ${path.padEnd(width)}  ${rows.padStart(gap)}  ${size}`),
    `  and ${plural(views.length, 'file')} in other forms`,
    '',
    ...left.map((name) => `Left out, since its optional library is not installed: ${name}`),
    changesText(made),
    `Written to ${escapeText(folder)}; yosan validate ${escapeText(folder)} checks it.`,
    '',
  ].join('\n')
}

const changesText = ({ step, changes }: Package): string => {
  if (step === 'first') return 'First edition.'
  if (step === 'same') return 'The data are those of the edition before.'
  if (changes === null) return 'The columns are others than in the edition before.'
  return `Since the edition before: ${plural(changes.added, 'figure')} added, ${changes.removed} removed, ${changes.changed} changed, ${changes.same} as before.`
}

const sizeText = (bytes: number): string =>
  bytes < 10_000
    ? `${bytes} bytes`
    : bytes < 10_000_000
      ? `${Math.round(bytes / 1000)} kB`
      : `${Math.round(bytes / 1_000_000)} MB`
