import { checkRules } from './model/check-rules.js'
import { decisionRules } from './model/decision-rules.js'
import type { Figure } from './model/figure.js'
import { flagsOf } from './model/flags.js'
import { issueRules } from './model/issue-rules.js'
import type { Programme } from './model/programme.js'
import { grouped } from './model/yen-text.js'
import { escapeText, type Paint } from './terminal.js'

/** Why a figure is what it is: its print, its value and the sentence of each rule that decided a field or confirmed it. */
export const explain = (figure: Figure, programmes: readonly Programme[], paint: Paint): string => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['printed', figure.raw],
    ['label', figure.raw_label],
    ['value', amountOf(figure)],
    ['unit', unitOf(figure)],
    ['place', placeOf(figure)],
    ['programme', pathOf(figure, programmes)],
    ['role', figure.role],
    ['fiscal year', figure.fiscal_year === null ? null : String(figure.fiscal_year)],
    ['stage', figure.stage],
    ['flags', flagsOf(figure).join(', ') || null],
    ['note', figure.note],
  ]
  const decisions = pairsOf(figure.decided_by).map(([field, rule]) => ruleLine(field, rule, paint))
  const checks = idsOf(figure.checked_by).map((check) => `  ${sentenceWithId(check, paint)}`)
  const reasons = idsOf(figure.review_reasons).map((rule) => ruleLine('review', rule, paint))
  return [
    paint('bold', escapeText(figure.figure_id)),
    ...rows.map(([name, value]) => line(name, escapeText(value ?? '-'))),
    '',
    paint('bold', 'Decided by'),
    ...decisions,
    '',
    ...(checks.length > 0 ? [paint('bold', 'Confirmed by'), ...checks, ''] : []),
    paint(figure.needs_review ? 'yellow' : 'green', figure.needs_review ? 'Asks for review' : 'Asks for no review'),
    ...reasons,
    '',
  ].join('\n')
}

const line = (name: string, text: string): string => `  ${name.padEnd(13)}${text}`

const ruleLine = (name: string, rule: string, paint: Paint): string =>
  line(escapeText(name), sentenceWithId(rule, paint))

const sentenceWithId = (rule: string, paint: Paint): string =>
  `${sentenceOf(rule)} ${paint('dim', `(${escapeText(rule)})`)}`

const sentences: Readonly<Record<string, string>> = {
  ...decisionRules,
  ...checkRules,
  ...Object.fromEntries(Object.entries(issueRules).map(([id, { title, help }]) => [id, `${title} ${help}`])),
}

const sentenceOf = (rule: string): string => sentences[rule] ?? 'This version of yosan does not know the rule.'

const idsOf = (list: string | null): string[] => list?.split(';') ?? []

const pairsOf = (list: string | null): [string, string][] =>
  idsOf(list).map((pair) => {
    const [field = '', rule = ''] = pair.split('=')
    return [field, rule]
  })

const amountOf = ({ amount_status, yen, yen_max, precision_yen }: Figure): string => {
  if (yen === null) return amount_status
  const range = yen_max === null ? grouped(yen) : `${grouped(yen)} to ${grouped(yen_max)}`
  const grain = precision_yen === null ? '' : `, printed to the nearest ${grouped(precision_yen)}`
  return `${range} yen${grain}${amount_status === 'numeric' ? '' : ` (${amount_status})`}`
}

const unitSources = {
  inline: 'printed with the amount',
  column_header: 'from the head of its column',
  table_caption: 'from the table’s caption',
  page_caption: 'from a caption of its page',
  document_default: 'as in all captions of the document',
} as const satisfies Record<NonNullable<Figure['unit_source']>, string>

const unitOf = ({ unit_printed, unit_source }: Figure): string | null =>
  unit_printed === null || unit_source === null ? null : `${unit_printed}, ${unitSources[unit_source]}`

const placeOf = ({ document_id, page, line, bbox }: Figure): string =>
  [document_id, ...(page === null ? [] : [`page ${page}`]), `line ${line}`, ...(bbox === null ? [] : [bbox])].join(', ')

/** The programme and all that enclose it, outermost first. */
const pathOf = (figure: Figure, programmes: readonly Programme[]): string | null => {
  const byId = new Map(programmes.map((programme) => [programme.programme_row_id, programme]))
  const path: Programme[] = []
  let at = byId.get(figure.programme_row_id ?? '')
  while (at && !path.includes(at)) {
    path.unshift(at)
    at = byId.get(at.parent_row_id ?? '')
  }
  return path.length > 0 ? path.map(({ name }) => name).join(' > ') : figure.programme
}
