import { parseArgs } from 'node:util'
import { YosanError } from '../errors.js'
import { type Option, type OptionName, options } from '../options.js'
import { suggest } from './suggest.js'

/** Arguments of one command, with defaults filled in. */
export interface Arguments {
  readonly positionals: readonly string[]
  readonly text: (name: OptionName) => string | null
  readonly flag: (name: OptionName) => boolean
}

/** Reads the arguments of a command that knows the options `allowed`.
 * @throws YosanError for an unknown option and for a value that is missing or not wanted */
export function readArguments(args: readonly string[], allowed: readonly OptionName[]): Arguments {
  const known: Readonly<Record<string, Option>> = Object.fromEntries(allowed.map((name) => [name, options[name]]))
  // Not strict, because the sentences of a strict parser name no nearest option.
  const parsed = parseArgs({ args: [...args], options: known, strict: false, allowPositionals: true, tokens: true })
  for (const token of parsed.tokens) if (token.kind === 'option') checkOption(token, known)
  return {
    positionals: parsed.positionals,
    text: (name) => {
      const value = parsed.values[name]
      return typeof value === 'string' ? value : null
    },
    flag: (name) => parsed.values[name] === true,
  }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

const checkOption = ({ name, rawName, value, inlineValue }: OptionToken, known: Readonly<Record<string, Option>>) => {
  const option = known[name]
  if (!option) {
    const hint = suggest(name, Object.keys(known), (near) => `--${near}`)
    throw new YosanError('unknown_option', `Unknown option ${rawName}.${hint}`)
  }
  if (option.type === 'boolean' && value !== undefined)
    throw new YosanError('bad_value', `Option ${rawName} takes no value.`)
  const isOption = !inlineValue && value?.startsWith('-') === true && value.length > 1
  if (option.type === 'string' && (!value || isOption))
    throw new YosanError('bad_value', `Option ${rawName} needs a value.`)
}
