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
  return titles.flatMap(({ entry, stage, year = onlyYear }) => {
    const printed = entry.text.clean.text
    const number = /第 ?(\d+) ?[号次]/u.exec(printed)?.[1]
    return year === undefined
      ? []
      : [{ entry, stage, year, supplementaryNo: number === undefined ? null : Number(number), printed }]
  })
}

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
const noTitle = /[はがをで、。「\t]|・・・|…|編成|方針|説明書|整理表|執行|決算/u

const stageOfTitle = ({ text, mentions }: Entry): Stage | null => {
  const { clean, findings } = text
  const words = clean.text.replace(/\s/gu, '')
  const isOneBudget = new Set(findings.flatMap((finding) => (finding.kind === 'year' ? [finding.year] : []))).size <= 1
  if (clean.cell !== null || mentions.length > 0 || words.length > LONGEST || noTitle.test(clean.text)) return null
  return isOneBudget ? (stages.find(([, pattern]) => pattern.test(words))?.[0] ?? null) : null
}

/** The year in the title, on a line of its own next to it (`令和8年度`), or at the head of the first sentence below. */
const yearOfTitle = (title: Entry, entries: readonly Entry[]): number | undefined => {
  const near = entries.slice(Math.max(0, title.index - 2), title.index + 4).filter(({ page }) => page === title.page)
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
