/** Gives each document an id of its own from the parts of its path: the file's name, with as many of its folders as it takes
 * to tell it from the others. What still looks alike, such as `a-b.pdf` and `a_b.pdf`, is numbered in the order of the
 * paths. The ids do not depend on the order of the documents. */
export const identify = <T extends { readonly parts: readonly string[] }>(
  documents: readonly T[],
): (T & { readonly documentId: string })[] => {
  const ids = numbered(
    toldApart(documents.map(({ parts }) => ({ path: parts.join('/'), slugs: parts.map(slug), depth: 1 }))),
  )
  return documents.map((document, i) => ({ ...document, documentId: ids[i] ?? '' }))
}

interface Candidate {
  readonly path: string
  readonly slugs: readonly string[]
  /** How many of the last parts make the id. */
  readonly depth: number
}

const idOf = ({ slugs, depth }: Candidate): string => slugs.slice(-depth).join('-')

const toldApart = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const counts = countOf(candidates.map(idOf))
  const isDeeper = (one: Candidate) => one.depth < one.slugs.length && (counts.get(idOf(one)) ?? 0) > 1
  return candidates.some(isDeeper)
    ? toldApart(candidates.map((one) => (isDeeper(one) ? { ...one, depth: one.depth + 1 } : one)))
    : candidates
}

const numbered = (candidates: readonly Candidate[]): string[] => {
  const ids = candidates.map((candidate) => cut(idOf(candidate)))
  const taken = new Set(ids)
  const seen = new Set<string>()
  const byPath = candidates
    .map((_, i) => i)
    .sort((a, b) => compare(pathOf(candidates[a]), pathOf(candidates[b])) || a - b)
  for (const i of byPath) {
    const id = ids[i] ?? ''
    if (seen.has(id)) ids[i] = nextFree(id, taken)
    seen.add(id)
  }
  return ids
}

/** Names of files may have 255 bytes, and those of printed tables hold more than the id. */
const longest = 150

const cut = (id: string): string => {
  let end = id.length
  while (Buffer.byteLength(id.slice(0, end)) > longest) end--
  return id.slice(0, end).replace(/[\ud800-\udbff]$/u, '')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const pathOf = (candidate: Candidate | undefined): string => candidate?.path ?? ''

const nextFree = (id: string, taken: Set<string>): string => {
  let n = 2
  while (taken.has(`${id}-${n}`)) n++
  taken.add(`${id}-${n}`)
  return `${id}-${n}`
}

const countOf = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

const slug = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\.(?:pdf|markdown)$/iu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase() || 'document'

/** The folders and the name of a file. */
export const partsOf = (path: string): string[] => path.split(/[\\/]/u).filter((part) => part !== '' && part !== '.')
