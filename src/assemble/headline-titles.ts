import type { FiscalYear, Stage } from '../model/finding.js'
import type { Entry } from './entries.js'

/** What the title of a document, page or table says of the budget below it. */
export interface TitleHeadline {
  readonly entry: Entry
  readonly year: number
  readonly stage: Stage
  readonly supplementaryNo: number | null
  readonly printed: string
}

/** Titles that name a budget (`○○市一般会計当初予算(案)の概要`, `R3年度3月補正予算に計上した主な事業`), in reading order. Those
 * whose year nothing says are left out. */
export const titleHeadlines = (entries: readonly Entry[]): TitleHeadline[] => {
  const titles = entries.flatMap((entry) => {
    const stage = stageOfTitle(entry)
    return stage ? [{ entry, stage, year: yearOfTitle(entry, entries) }] : []
  })
  const years = new Set(titles.flatMap(({ year }) => year ?? []))
  const onlyYear = years.size === 1 ? [...years][0] : undefined
  const headlines = titles.flatMap(({ entry, stage, year = onlyYear }) => {
    const printed = entry.text.clean.text
    const number = /第 ?(\d+) ?[号次]/u.exec(printed)?.[1]
    return year === undefined
      ? []
      : [{ entry, stage, year, supplementaryNo: number === undefined ? null : Number(number), printed }]
  })
  return headlines.map((headline) => ({ ...headline, stage: draftOf(headline, headlines) ?? headline.stage }))
}

/** What a stage is called before the assembly votes on it. */
const drafts: Partial<Record<Stage, Stage>> = { supplementary: 'supplementary_draft', enacted: 'draft' }

/** A title with 案 holds for the headings of its document that name the same budget without 案. */
const draftOf = (heading: TitleHeadline, headlines: readonly TitleHeadline[]): Stage | undefined =>
  /専決/u.test(heading.printed)
    ? undefined
    : headlines.find(
        ({ entry, year, stage, printed }) =>
          stage === drafts[heading.stage] &&
          entry.index < heading.entry.index &&
          year === heading.year &&
          [null, sessionOf(printed)].includes(sessionOf(heading.printed)),
      )?.stage

/** The month or number of a supplementary budget (`6月`, `第2号`), or null. */
const sessionOf = (printed: string): string | null =>
  /\d+ ?(?=月)|第 ?\d+ ?[号次]/u.exec(printed)?.[0].replace(/ /gu, '') ?? null

/** In order: what the words of a title, without blanks, say of the stage. */
const stages: readonly (readonly [Stage, RegExp])[] = [
  ['supplementary', /専決(?:処分)?(?:補正)?予算/u],
  ['supplementary_draft', /補正予算(?:書|額)?(?:\(案\)|案)/u],
  ['supplementary', /補正予算|[月号次]補正/u],
  ['provisional', /暫定予算/u],
  ['request', /概算要求|要求・要望/u],
  ['draft', /予算(?:書|額)?(?:\((?:政府)?案\)|案)|政府案/u],
  ['enacted', /(?:当初|骨格|会計(?:歳入歳出)?|年度)予算|予算書/u],
]

const LONGEST = 50
/** What no title has: the particles of a sentence, the dots of a contents page, another year. */
const noTitle = /[はがをで、。「]|・・・|…|編成|方針|説明書|整理表|執行|決算/u

/** `○○予算案を発表します`, as the title of a press release ends. */
const announced = /(?:を|について)(?:発表|公表|お知らせ)(?:します|しました|いたします)?$/u

const stageOfTitle = ({ text, mentions }: Entry): Stage | null => {
  const { clean, findings } = text
  const words = clean.text.replace(/\s/gu, '').replace(announced, '')
  const isOneBudget = new Set(findings.flatMap((finding) => (finding.kind === 'year' ? [finding.year] : []))).size <= 1
  if (
    clean.cell !== null ||
    mentions.length > 0 ||
    words.length > LONGEST ||
    /\t/u.test(clean.text) ||
    noTitle.test(words)
  )
    return null
  return isOneBudget ? (stages.find(([, pattern]) => pattern.test(words))?.[0] ?? null) : null
}

/** The year in the title, on a line of its own next to it (`令和8年度`), or at the head of the first sentence below. */
const yearOfTitle = (title: Entry, entries: readonly Entry[]): number | undefined => {
  const near = entries
    .slice(Math.max(0, title.index - 2), title.index + 4)
    .filter(({ page, text }) => page === title.page && text.clean.cell === null)
  const alone = near.find(({ text }) => {
    const year = firstYear(text.findings)
    return year && text.clean.text.replace(/\s/gu, '').length <= year.to - year.from + 2
  })
  const opening = near.find(({ index, text }) => {
    const year = firstYear(text.findings)
    return index > title.index && year?.from === 0 && /^.{0,20}予算/u.test(text.clean.text)
  })
  return [title, alone, opening].flatMap((entry) => firstYear(entry?.text.findings ?? [])?.year ?? [])[0]
}

const firstYear = (findings: Entry['text']['findings']): FiscalYear | undefined =>
  findings.find((finding): finding is FiscalYear => finding.kind === 'year' && finding.fiscal)
