import type { Head } from './heads.js'
import { nameKey } from './names.js'
import type { Scope } from './scope.js'

/** Names that may enclose a head, nearest first: by its number (2-1 in 2), by its box, the page's title, the section. */
export const enclosing = (
  head: Pick<Head, 'name' | 'numbering' | 'strength'> & { readonly owner?: number | null },
  { visible, title, section }: Scope,
): string[] => {
  const numbered = visible.findLast((other) => isInside(head.numbering, other.numbering))
  const isLine = head.strength === 'item' || head.strength === 'weak'
  const boxes = visible
    .filter(
      (other) =>
        other.strength === 'strong' &&
        other.bullet === null &&
        (isLine || (other.owner !== null && other.owner !== head.owner)),
    )
    .reverse()
  const chain = [numbered, ...boxes, title, section].flatMap((other) => (other ? [other.name] : []))
  return [...new Set(chain)].filter((name) => nameKey(name) !== nameKey(head.name))
}

/** 2-1 and 2.1 stand inside 2. */
const isInside = (inner: string | null, outer: string | null): boolean => {
  const [a, b] = [digitsOf(inner), digitsOf(outer)]
  return a !== '' && b !== '' && a.startsWith(`${b}-`)
}

const digitsOf = (numbering: string | null): string =>
  (numbering ?? '')
    .replace(/[.．]$/u, '')
    .replace(/[.．]/gu, '-')
    .replace(/[^0-9-]/gu, '')
