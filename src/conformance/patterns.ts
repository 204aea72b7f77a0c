import { createContext, Script } from 'node:vm'
import type { Place } from './problems.js'

/** A regular expression of a stranger, which may take for ever on some texts.
 *
 * Texts are tested some at a time, in a script that is ended after a second; the expression is not used any more then. So a
 * hostile one costs a second a field, and no length of a text has to be refused. */
export interface PatternTest {
  readonly add: (text: string, place: Place) => void
  /** Tests what is left. */
  readonly flush: () => void
}

interface Told {
  readonly misses: (text: string, place: Place) => void
  /** Called once, when the expression takes too long. */
  readonly givesUp: () => void
}

/** Null when the expression is none that JavaScript knows: the syntax of XML Schema is a little richer. */
export const patternTest = (source: string, { misses, givesUp }: Told): PatternTest | null => {
  const whole = compile(source)
  if (!whole) return null
  let waiting: { readonly text: string; readonly place: Place }[] = []
  let characters = 0
  let isUsed = true
  const flush = () => {
    const batch = waiting
    waiting = []
    characters = 0
    const missing = within(() => batch.filter(({ text }) => !whole.test(text)))
    for (const { text, place } of missing ?? []) misses(text, place)
    if (missing) return
    isUsed = false
    givesUp()
  }
  return {
    add: (text, place) => {
      if (!isUsed) return
      waiting.push({ text, place })
      characters += text.length
      if (waiting.length === batchLength || characters > batchCharacters) flush()
    },
    flush: () => {
      if (waiting.length > 0) flush()
    },
  }
}

const batchLength = 1000
const batchCharacters = 1_000_000
const longestSource = 10_000
const milliseconds = 1000

/** An expression that matches whole texts, as those of XML Schema do. */
const compile = (source: string): RegExp | null => {
  if (source.length > longestSource) return null
  // Escapes of XML Schema that mean something else here, where it is not strict.
  const flags = /\\[cipCIP]/u.test(source) ? ['u'] : ['u', '']
  for (const flag of flags)
    try {
      new RegExp(source, flag)
      return new RegExp(`^(?:${source})$`, flag)
    } catch {}
  return null
}

let work: () => unknown = () => null
const context = createContext({ run: () => work() })
const script = new Script('run()')

/** What a function returns; null when it takes too long, or more of an expression than the engine can take. */
const within = <Result>(run: () => Result): Result | null => {
  work = run
  try {
    return script.runInContext(context, { timeout: milliseconds })
  } catch {
    return null
  }
}
