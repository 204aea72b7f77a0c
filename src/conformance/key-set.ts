export interface KeySet {
  readonly has: (key: string) => boolean
  /** Returns whether it is new. */
  readonly add: (key: string) => boolean
}

/** A set of any size: those of the language end at 16,777,216. */
export const keySet = (): KeySet => {
  const sets = [new Set<string>()]
  const has = (key: string) => sets.some((set) => set.has(key))
  return {
    has,
    add: (key) => {
      if (has(key)) return false
      const last = sets.at(-1)
      if (last && last.size < 8_388_608) last.add(key)
      else sets.push(new Set([key]))
      return true
    },
  }
}
