interface Ending {
  readonly signal: AbortSignal
  readonly forget: () => void
}

/** The first Ctrl-C, or the first request of the system to end, lets the work end cleanly; the second ends it at once. */
export const endingOnSignal = (): Ending => {
  const controller = new AbortController()
  const end = () => controller.abort()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const name of signals) process.once(name, end)
  return {
    signal: controller.signal,
    forget: () => {
      for (const name of signals) process.removeListener(name, end)
    },
  }
}
