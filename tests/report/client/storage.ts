import { vi } from 'vitest'

declare global {
  /** What the browser keeps; Node.js has none. */
  var localStorage: {
    readonly getItem: (key: string) => string | null
    readonly setItem: (key: string, value: string) => void
    readonly removeItem: (key: string) => void
  }
}

/** Gives pages a storage that outlives them, until it is taken away again. */
export const withStorage = (): Map<string, string> => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  return kept
}
