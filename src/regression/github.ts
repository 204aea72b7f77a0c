import type { BaselineFile } from './baseline.js'
import { differencesOf } from './differences.js'
import type { Report } from './report.js'

/** A report as annotations of GitHub Actions, each at the line of the baseline that it is about. */
export const githubOf = (report: Report, file: string, lines: BaselineFile['lines']): string =>
  differencesOf(report)
    .map(({ document, title, message, before }) => {
      const line = before === null ? undefined : lines.get(before)
      const place = [`file=${escapeProperty(file)}`, ...(line === undefined ? [] : [`line=${line}`])]
      return `::error ${[...place, `title=${escapeProperty(title)}`].join(',')}::${escapeData(`${document}: ${message}`)}\n`
    })
    .join('')

/** Workflow commands end at the line; documentation of GitHub Actions, "Workflow commands". */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
