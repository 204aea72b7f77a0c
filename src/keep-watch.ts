/** Milliseconds between two looks. */
const interval = 100

/**
 * Ends this process, whatever it is at, when the process that it works for is gone or when `isOver` says so. To be called on
 * a thread beside the one that works, which a loop of the work cannot hold up.
 */
export const keepWatch = (parent: number, isOver: () => boolean): void => {
  setInterval(() => {
    try {
      if (process.ppid === parent && !isOver()) return
    } catch {
      // What can no longer be watched must not go on.
    }
    process.kill(process.pid, 'SIGKILL')
  }, interval)
}

/** Whether the process holds more than so many MiB of memory. */
export const holdsMoreThan = (mebibytes: number): boolean => process.memoryUsage.rss() > mebibytes * 1024 * 1024
