/** Two names of one thing. */
interface Tie {
  readonly from: string
  readonly to: string
}

/** One name for all names that ties hold together, if only over others; a name without a tie stands for itself. */
export const headsOf = (ties: readonly Tie[]): ((name: string) => string) => {
  const heads = new Map<string, string>()
  const headOf = (name: string): string => {
    const head = heads.get(name)
    return head === undefined ? name : headOf(head)
  }
  for (const { from, to } of ties) {
    const [a, b] = [headOf(from), headOf(to)]
    if (a !== b) heads.set(a, b)
  }
  return headOf
}
