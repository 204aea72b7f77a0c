import type { Status } from './batch/status.js'
import { escapeText, type Paint } from './terminal.js'

/** The status of a batch for a person. */
export const printStatus = (status: Status, paint: Paint): string =>
  `${[stateOf(status, paint), ...countsOf(status), ...underWayOf(status), ...failuresOf(status, paint)].join('\n')}\n`

const colours = { running: 'green', interrupted: 'yellow', finished: 'green' } as const

const stateOf = ({ state, exit, begun_at, last_at, stopped }: Status, paint: Paint): string => {
  const code = exit === null ? '' : ` with exit code ${exit}`
  const how = state === 'interrupted' ? '; the same command goes on' : ''
  const lines = [
    `${paint('bold', paint(colours[state], state))}${code}${how}`,
    `  begun     ${begun_at}`,
    `  last word ${last_at}`,
    ...(stopped === null ? [] : [`  ${escapeText(stopped)}`]),
  ]
  return lines.join('\n')
}

const countsOf = ({
  documents,
  done,
  cached,
  partial,
  pages,
  page_ms,
  figures,
  needs_review,
  failures,
}: Status): string[] => [
  `  documents ${documents ?? 'being looked for'}: ${done} done (${cached} of them before, ${partial} partial), ${failures.length} failed`,
  `  pages     ${pages}${page_ms === null ? '' : `, ${page_ms} ms each`}`,
  `  figures   ${figures}, of which ${needs_review} ask for review`,
]

const underWayOf = ({ under_way, state }: Status): string[] =>
  under_way.length === 0
    ? []
    : [`  ${state === 'running' ? 'at work on' : 'cut short'} ${under_way.map(escapeText).join(', ')}`]

const failuresOf = ({ failures }: Status, paint: Paint): string[] =>
  failures.map(({ message }) => `${paint('red', 'failed')}  ${escapeText(message)}`)
