import { YosanError } from '../errors.js'
import { type BatchOptions, type ExitCode, type Room, rooms } from '../options.js'
import { escapeText, type Terminal } from '../terminal.js'
import type { Arguments } from './arguments.js'
import { printRoom } from './room.js'
import { suggest } from './suggest.js'

/** Prints what a room makes of documents, which have to be on this machine, and writes nothing. */
export const printRooms = async (
  args: Arguments,
  { pages, as, corrections }: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const stopAfter = readRoom(args.text('stop-after'))
  const { extract, findInputs } = await import('../index.js')
  const found = await findInputs(args.positionals)
  const paths = found.inputs.flatMap((input) => (input.kind === 'file' ? [input.path] : []))
  if (paths.length < found.inputs.length)
    throw new YosanError('bad_value', '--stop-after takes documents on this machine: download the PDF first.')
  const { rooms: outputs = [], failures } = await extract(paths, { pages, as, corrections, stopAfter })
  const all = [...found.failures, ...failures]
  for (const { message } of all) terminal.err(`${escapeText(message)}\n`)
  for (const text of printRoom(outputs)) terminal.out(text)
  if (outputs.length === 0) return 1
  return all.length > 0 ? 2 : 0
}

const readRoom = (name: string | null): Room => {
  const room = rooms.find((known) => known === name)
  if (room) return room
  throw new YosanError('bad_value', `--stop-after knows no room '${name}'.${suggest(name ?? '', rooms)}`)
}
