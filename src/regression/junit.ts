import { groupBy } from '../model/groups.js'
import { plural } from '../plural.js'
import { type Difference, differencesOf } from './differences.js'
import type { Report } from './report.js'

/** A report as JUnit XML: a suite for each document, in it a case for each difference and one for all figures that are as
 * they were. */
export const junitOf = (report: Report): string => {
  const differences = groupBy(differencesOf(report), ({ document }) => document)
  const same = new Map(report.documents.map((document) => [document.document, document.same]))
  const names = [...new Set([...same.keys(), ...differences.keys()])]
  const suites = names.map((name) => suiteOf(name, same.get(name) ?? 0, differences.get(name) ?? []))
  const failures = [...differences.values()].reduce((sum, group) => sum + group.length, 0)
  const tests = failures + names.length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="yosan check" tests="${tests}" failures="${failures}">`,
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n')
}

const suiteOf = (document: string, same: number, differences: readonly Difference[]): string[] => {
  const name = escapeXml(document)
  return [
    `  <testsuite name="${name}" tests="${differences.length + 1}" failures="${differences.length}">`,
    `    <testcase classname="${name}" name="${plural(same, 'figure')} as in the baseline"/>`,
    ...differences.flatMap(({ kind, title, message }, i) => [
      `    <testcase classname="${name}" name="${escapeXml(`${i + 1} ${title}: ${firstLine(message)}`)}">`,
      `      <failure type="${kind}" message="${escapeXml(title)}">${escapeXml(message)}</failure>`,
      '    </testcase>',
    ]),
    '  </testsuite>',
  ]
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/gu, (character) => entities[character] ?? character).replace(foreign, '\ufffd')

/** Characters that have no place in XML 1.0 (section 2.2). */
const foreign = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
