import { exitCodes, type Option, type OptionName, options } from '../options.js'
import { type Command, commands } from './list.js'

export const help = (): string =>
  sections(
    ['yosan turns Japanese ministry budget documents into checked data sets.'],
    ['Usage:', ...columns(commands.map((command) => [usageOf(command), command.help]))],
    ['Options:', ...columns(optionRows(['help', 'version']))],
    ['Exit codes:', ...columns(Object.entries(exitCodes))],
    ['yosan COMMAND --help prints the options of a command.'],
  )

export const commandHelp = (command: Command): string =>
  sections([`Usage: ${usageOf(command)}`], [command.help], ['Options:', ...columns(optionRows(command.options))])

const usageOf = ({ name, operands }: Command): string => `yosan ${name} ${operands}`

const optionRows = (names: readonly OptionName[]): [string, string][] =>
  names.map((name) => {
    const option: Option = options[name]
    const short = option.short === undefined ? '' : `, -${option.short}`
    const value = option.value === undefined ? '' : ` ${option.value}`
    const fallback = option.default === undefined ? '' : ` Default: ${option.default}.`
    return [`--${name}${short}${value}`, `${option.help}${fallback}`]
  })

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

const sections = (...blocks: readonly (readonly string[])[]): string =>
  `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
