import { main } from '../../src/commands/main.js'

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
  })
  return { code, ...printed }
}
