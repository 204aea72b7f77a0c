import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')

/** Runs `yosan serve` on a data set in a process of its own. */
export const serving = async (folder: string) => {
  const child = spawn(process.execPath, [cli, 'serve', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let printed = ''
  for await (const piece of child.stdout.setEncoding('utf8')) {
    printed += piece
    if (printed.includes('Ctrl-C')) break
  }
  return {
    address: /^Open (\S+)$/mu.exec(printed)?.[1] ?? '',
    /** Ends it as Ctrl-C does, and gives its exit code. */
    end: async (): Promise<number | null> => {
      child.kill('SIGINT')
      const [code] = await ended
      return code
    },
  }
}
