import type { Flag, Numbering, ParsedPage, ParsedText } from '../model/finding.js'
import { behindMarks, type Label, looseLabels, type Mention, mentionsOf } from './mentions.js'
import { classify, hasProgrammeEnding, type NameClass, splitBody, tidyName } from './names.js'

/** What a text without amounts can be the head of. strong: set apart as a heading; weak: a noun phrase among others. */
export interface Heading {
  readonly name: string
  readonly kind: NameClass
  readonly strength: 'title' | 'strong' | 'weak'
  readonly body: string | null
  readonly numbering: string | null
  readonly bullet: string | null
  readonly flags: readonly Flag[]
}

/** A text of the document in reading order with what assemble needs of it. */
export interface Entry {
  readonly index: number
  readonly page: ParsedPage
  readonly text: ParsedText
  readonly mentions: readonly Mention[]
  /** Labels that no amount of this text follows. */
  readonly labels: readonly Label[]
  /** Only labels, brackets, flags and bodies: a label torn from its amount. */
  readonly isLabelOnly: boolean
  /** A name that ends in a label torn from its amount: `○○事業 令和3年度要求・要望額`. */
  readonly endsInLabel: boolean
  readonly heading: Heading | null
}

const LONGEST_HEADING = 70
/** Marks of running lists: their items are parts of a text more often than heads. */
const weakBullets = new Set(['-', '・', '*', '✓', '✔', '–', '‐', '→', '⇒', '➡', '▷'])

/** Every text of the document but page numbers, readings and running heads after their first print, in reading order. */
export const entriesOf = (pages: readonly ParsedPage[]): Entry[] => {
  const running = runningHeads(pages)
  const isRepeated = (text: ParsedText): boolean => running.has(placeKey(text)) && running.get(placeKey(text)) !== text
  return pages
    .flatMap((page) => page.texts.map((text) => ({ page, text, alone: isAlone(text, page) })))
    .filter(({ text }) => text.clean.kind !== 'furniture' && text.clean.kind !== 'ruby' && !isRepeated(text))
    .map(({ page, text, alone }, index) => entryOf(page, text, alone, index))
}

const entryOf = (page: ParsedPage, text: ParsedText, alone: boolean, index: number): Entry => {
  const mentions = mentionsOf(text)
  const labels = looseLabels(text).filter((label) => !mentions.some((mention) => mention.label?.from === label.from))
  const isLabelOnly = mentions.length === 0 && labels.length > 0 && isBare(text)
  const name = mentions.length === 0 && !isLabelOnly ? nameBeforeLabel(text, labels) : null
  const heading = mentions.length === 0 && !isLabelOnly ? headingOf(text, alone, name) : null
  return { index, page, text, mentions, labels, isLabelOnly, endsInLabel: name !== null, heading }
}

/** The name in front of a label with its year that ends the text, or null. */
const nameBeforeLabel = ({ clean }: ParsedText, labels: readonly Label[]): string | null => {
  const [first] = labels
  if (!first?.year || first.from === 0 || /\p{L}/u.test(clean.text.slice(labels.at(-1)?.to))) return null
  const name = clean.text.slice(0, first.from).trim()
  return classify(tidyName(name)) === 'name' && /[\s\p{L})）」』]$/u.test(name) && !/[のはでにをが]$/u.test(name)
    ? name
    : null
}

/** Nothing but labels, years, flags, marks and bodies. */
const isBare = (text: ParsedText): boolean => {
  const chars = [...text.clean.text]
  const units = text.clean.text.split('')
  for (const finding of text.findings) if (finding.kind !== 'amount') units.fill(' ', finding.from, finding.to)
  const rest = units.join('').replace(/[\s()（）【】〔〕[\]:：・,、※*]/gu, '')
  return chars.length < 80 && (rest === '' || classify(rest) === 'body')
}

const headingOf = (text: ParsedText, alone: boolean, named: string | null): Heading | null => {
  const heads = text.findings.filter((finding): finding is Numbering => finding.kind === 'numbering')
  const flags = text.findings.filter((finding): finding is Flag => finding.kind === 'flag')
  const printed = (named ?? text.clean.text).slice(behindMarks(heads, text.clean.text)).trim()
  if (printed === '' || printed.length > LONGEST_HEADING + 30 || isTableRow(text)) return null
  const { name, body } = splitBody(tidyName(printed))
  const kind = classify(name === '' ? printed : name)
  const bullet = heads.find((head) => head.style === 'bullet')?.printed ?? null
  const numbering = heads.findLast((head) => head.style !== 'bullet')?.printed ?? null
  return { name, kind, strength: strengthOf(text, name, bullet, alone), body, numbering, bullet, flags }
}

/** A row of a table in a text file: no heading. */
const isTableRow = ({ clean }: ParsedText): boolean => clean.source === 'text' && clean.text.includes('\t')

const strengthOf = (text: ParsedText, name: string, bullet: string | null, alone: boolean): Heading['strength'] => {
  const { clean } = text
  if (clean.kind === 'title') return 'title'
  if (name.length > LONGEST_HEADING && clean.kind !== 'heading') return 'weak'
  if (bullet !== null && weakBullets.has(bullet)) return 'weak'
  if (clean.kind === 'heading' || bullet !== null) return 'strong'
  return clean.source === 'text' && clean.lines.length === 1 && (alone || hasProgrammeEnding(name)) ? 'strong' : 'weak'
}

/** The only text of its block. */
const isAlone = (text: ParsedText, page: ParsedPage): boolean =>
  page.texts.every((other) => other === text || other.clean.block !== text.clean.block)

/** Running heads and feet: the same words at the same place on most pages. */
const runningHeads = (pages: readonly ParsedPage[]): Map<string, ParsedText> => {
  const counts = new Map<string, number>()
  const first = new Map<string, ParsedText>()
  for (const page of pages)
    for (const [key, text] of new Map(page.texts.map((text) => [placeKey(text), text]))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (!first.has(key)) first.set(key, text)
    }
  const least = Math.max(3, pages.length / 2)
  return new Map(
    [...first].filter(([key]) => key !== '' && (counts.get(key) ?? 0) >= least && pages[0]?.source === 'pdf'),
  )
}

/** Words and place to the nearest 6 points; '' where it holds an amount, a label or a unit or stands in a table, whose heads may be
 * printed again on each page. */
const placeKey = (text: ParsedText): string =>
  text.clean.cell !== null || text.findings.some(({ kind }) => kind === 'amount' || kind === 'stage' || kind === 'unit')
    ? ''
    : `${text.clean.text}@${Math.round(text.clean.box.x0 / 6)},${Math.round(text.clean.box.y0 / 6)}`
