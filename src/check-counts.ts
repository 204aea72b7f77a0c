import { plural } from './plural.js'

/** How many checks came out in which way, for a person. How many ran is said first: a clean sheet of few checks proves
 * little. */
export const printCheckCounts = (counts: Readonly<Record<string, number>>): string => {
  const list = (names: readonly string[]): string =>
    names.flatMap((name) => (counts[name] ? [`${counts[name]} ${name.replace('_', ' ')}`] : [])).join(', ')
  const ran = proving.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  const head = `${plural(ran, 'check')} ran${ran > 0 ? `: ${list(proving)}` : ''}`
  return [head, list(open)].filter((part) => part !== '').join('; ')
}

const proving = ['ok', 'rounding', 'mismatch']
const open = ['incomplete', 'not_run']
