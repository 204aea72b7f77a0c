import type { Entry } from './entries.js'
import type { Headline } from './headline.js'
import type { Label, Mention } from './mentions.js'
import type { SentenceReading } from './sentences/index.js'
import type { OtherBudget } from './sentences/other-budget.js'

const arrow = /[⇒→➡]/u

/** Lines that print the year before's amount, an arrow and the budget: `3,015億円 ⇒ 2,870億円(-4.8%)〔110億円〕`. The name
 * stands on the line above or before the first amount; a note on the page says what each side is. */
export const beforeAndAfter = (
  entries: readonly Entry[],
  headlineOf: (entry: Entry) => Headline | null,
): ReadonlyMap<Mention, SentenceReading> => {
  const readings = new Map<Mention, SentenceReading>()
  for (const entry of entries) {
    const headline = headlineOf(entry)
    const sides = headline ? sidesOf(entry) : null
    if (!headline || !sides) continue
    const key = keyOf(entry, entries, headline)
    const name = nameOf(entry, sides, entries)
    const sure = key !== null && name !== null
    const last: OtherBudget = { year: headline.year - 1, stage: 'enacted', printed: '' }
    if (sides.before) readings.set(sides.before, reading('comparison', 'before_arrow', name, sure, last))
    readings.set(sides.after, reading('budget', 'behind_arrow', name, sure, null))
    if (sides.bracket && key?.bracket)
      readings.set(sides.bracket, reading('comparison', 'bracket_of_note', name, sure, key.bracket))
  }
  return readings
}

interface Sides {
  /** Null where the programme is new. */
  readonly before: Mention | null
  readonly after: Mention
  readonly bracket: Mention | null
}

const sidesOf = ({ text, mentions }: Entry): Sides | null => {
  const { text: printed, cell } = text.clean
  const at = printed.search(arrow)
  if (at < 0 || cell !== null || /。/u.test(printed) || arrow.test(printed.slice(at + 1))) return null
  const left = mentions.filter(({ amount }) => amount.to <= at)
  const [after, bracket, more] = mentions.filter(({ amount }) => amount.from > at)
  if (!after || more || left.length > 1 || isPrice(after) || printed.slice(at + 1, after.amount.from).trim() !== '')
    return null
  const isBlank = left[0] ? printed.slice(left[0].amount.to, at).trim() === '' : isNew(printed.slice(0, at))
  const isEnd = /^[\s\d.%+△▲()（）〔〕[\]-]*$/u.test(after.after) && (!bracket || /〔\s*$/u.test(bracket.before))
  return isBlank && isEnd ? { before: left[0] ?? null, after, bracket: bracket ?? null } : null
}

const isNew = (words: string): boolean => /^[\s(（〔【]*(?:新規|皆増|[-－―–])[\s)）〕】]*$/u.test(words)

const isPrice = ({ amount }: Mention): boolean => Math.abs(amount.yen ?? 0) < 1_000_000

interface Key {
  /** What stands in 〔 〕. */
  readonly bracket: OtherBudget | null
}

/** `「⇒」の左は6年度当初予算額、右は7年度予算額(案)。〔 〕内は6年度補正予算額。` on the page or the one before. */
const keyOf = (entry: Entry, entries: readonly Entry[], headline: Headline): Key | null => {
  const note = entries.findLast(
    (other) =>
      other.index < entry.index &&
      entry.page.page - other.page.page <= 1 &&
      /左(?:側)?(?:は|が|:)[^。]*右(?:側)?(?:は|が|:)/u.test(other.text.clean.text) &&
      arrow.test(other.text.clean.text),
  )
  if (!note) return null
  const { text } = note.text.clean
  const right = text.search(/右(?:側)?(?:は|が|:)/u)
  const left = note.labels.find(({ from }) => from < right)
  const isLast = left?.stage.previous === true || left?.year?.year === headline.year - 1
  return isLast ? { bracket: bracketOf(text, note.labels) } : null
}

const bracketOf = (text: string, labels: readonly Label[]): OtherBudget | null => {
  const at = text.search(/〔\s*〕/u)
  const label = at < 0 ? undefined : labels.find(({ from }) => from > at)
  return label?.year
    ? { year: label.year.year, stage: label.stage.stage, printed: text.slice(label.from, label.to) }
    : null
}

/** The name before the first amount, else the heading right above the line. */
const nameOf = ({ index, page, text }: Entry, { before, after }: Sides, entries: readonly Entry[]): string | null => {
  const own = (before ?? after).name
  if (own?.kind === 'name') return own.name
  const above = entries[index - 1]
  const isAbove =
    above?.page === page &&
    above.mentions.length === 0 &&
    text.clean.box.y0 - above.text.clean.box.y1 < 2 * text.clean.size
  return isAbove && above.heading?.kind === 'name' ? above.heading.name : null
}

const reading = (
  role: SentenceReading['role'],
  rule: SentenceReading['rule'],
  name: string | null,
  sure: boolean,
  other: OtherBudget | null,
): SentenceReading => ({ role, rule, sure, name, ofPrevious: false, other, isPart: false, isFund: false })
