const farthest = 2

/** ` Did you mean --out?` for the nearest of the known words, or nothing when none is near. */
export const suggest = (word: string, known: readonly string[], show = (name: string) => name): string => {
  const near = known
    .map((name) => ({ name, distance: name.startsWith(word) ? 0 : distance(word, name) }))
    .filter(({ name, distance }) => distance <= Math.min(farthest, name.length - 1))
    .sort((a, b) => a.distance - b.distance)[0]
  return near && word !== '' ? ` Did you mean ${show(near.name)}?` : ''
}

/** Levenshtein: letters to put in, take out or change. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
