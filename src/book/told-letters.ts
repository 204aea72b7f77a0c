import { drawnLetters } from './drawn-shapes.js'
import type { Entry, Path } from './entry.js'
import type { Labelled } from './labels.js'
import type { Reading } from './reading.js'
import { setsuNamesOf } from './setsu-names.js'

/** The mark of a missing type, for a drawn letter that nothing tells. */
const MISSING = '〓'

/** What was read of a book with its drawn letters as the letters that they are, as far as its 節 tell them. */
export const withLettersTold = (reading: Reading): Reading => {
  const letters = lettersToldBy(reading.entries)
  const told = (text: string): string => text.replace(drawnLetters, (drawn) => letters.get(drawn) ?? MISSING)
  return {
    ...reading,
    entries: reading.entries.map((entry) => (hasDrawn(entry) ? entryTold(entry, told) : entry)),
    unread: reading.unread.map((one) => ({ ...one, raw: told(one.raw) })),
  }
}

/** The letter that each drawn one is: numbered names of 節 that are those of the regulation but for drawn letters. A drawn letter
 * that would be two is none. */
export const lettersToldBy = (entries: readonly Entry[]): ReadonlyMap<string, string> => {
  const told = new Map<string, string | null>()
  for (const { direction, path } of entries) {
    if (direction !== 'expenditure' || !path.setsu) continue
    for (const [drawn, letter] of lettersIn(path.setsu)) {
      const before = told.get(drawn)
      told.set(drawn, before === undefined || before === letter ? letter : null)
    }
  }
  return new Map([...told].flatMap(([drawn, letter]) => (letter === null ? [] : [[drawn, letter] as const])))
}

/** The drawn letters of a name of 節 with what the regulation has in their places. */
const lettersIn = ({ code, name }: Labelled): (readonly [string, string])[] => {
  if (code === null || !hasDrawnLetter(name)) return []
  const printed = bare(name)
  const lawful = setsuNamesOf(code)
    .map(bare)
    .find((one) => fits(printed, one))
  return lawful
    ? [...printed].flatMap((own, i) => (hasDrawnLetter(own) ? [[own, lawful[i] as string] as const] : []))
    : []
}

/** Books part the words of a name with other marks than the regulation, or with none. */
const bare = (name: string): string => name.replace(/[、，,・･]/gu, '')

/** Whether each letter that is written is the same, and one at least is. */
const fits = (printed: string, lawful: string): boolean =>
  printed.length === lawful.length &&
  [...printed].every((letter, i) => hasDrawnLetter(letter) || letter === lawful[i]) &&
  ![...printed].every(hasDrawnLetter)

const hasDrawnLetter = (text: string): boolean => text.search(drawnLetters) !== -1

const hasDrawn = ({ account, named, path, values }: Entry): boolean =>
  [account ?? '', ...[named, ...Object.values(path)].flatMap(textsOf), ...values.map(({ raw }) => raw)].some(
    hasDrawnLetter,
  )

const textsOf = (labelled: Labelled | null): string[] => (labelled ? [labelled.name, labelled.label?.text ?? ''] : [])

type Tell = (text: string) => string

const entryTold = (entry: Entry, told: Tell): Entry => {
  const { account, named, path, values, doubt } = entry
  const isDoubtful = hasDrawnLetter(named.name) && told(named.name).includes(MISSING)
  return {
    ...entry,
    account: account && told(account),
    named: labelledTold(named, told),
    path: pathTold(path, told),
    values: values.map((value) => ({ ...value, raw: told(value.raw) })),
    doubt: doubt ?? (isDoubtful ? 'letter_drawn' : null),
  }
}

const pathTold = ({ kan, kou, moku, setsu }: Path, told: Tell): Path => ({
  kan: kan && labelledTold(kan, told),
  kou: kou && labelledTold(kou, told),
  moku: moku && labelledTold(moku, told),
  setsu: setsu && labelledTold(setsu, told),
})

const labelledTold = (labelled: Labelled, told: Tell): Labelled => ({
  ...labelled,
  name: told(labelled.name),
  label: labelled.label && { ...labelled.label, text: told(labelled.label.text) },
})
