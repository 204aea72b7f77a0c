import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const built = join(import.meta.dirname, '..', '..', 'dist', 'commands', 'main.js')
if (!existsSync(built))
  throw new Error('These tests need dist/, whose workers are processes of their own: npm run build')
const { main }: typeof import('../../src/commands/main.js') = await import(pathToFileURL(built).href)

/** Runs the command line in this process and keeps what it prints. */
export const yosan = async (...args: string[]) => {
  const printed = { out: '', err: '' }
  const code = await main(args, {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    colour: false,
    screen: null,
  })
  return { code, ...printed }
}
