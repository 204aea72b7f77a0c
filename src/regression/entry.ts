import type { Figure } from '../model/figure.js'

/** What of a figure a baseline holds, as text: its content, and no id, box or order that may change while the data stay the
 * same. */
export const fields = ['document', 'page', 'programme', 'role', 'year', 'stage', 'yen', 'raw', 'flags'] as const

export type Field = (typeof fields)[number]

export type Entry = Readonly<Record<Field, string>>

/** The entries of figures, sorted by document, page and content. */
export const entriesOf = (figures: readonly Figure[]): Entry[] => figures.map(entryOf).sort(byContent)

const entryOf = (figure: Figure): Entry => ({
  document: figure.document_id,
  page: figure.page === null ? '' : String(figure.page),
  programme: [figure.parent, figure.programme].filter((name) => name !== null).join(' > '),
  role: figure.role,
  year: figure.fiscal_year === null ? '' : String(figure.fiscal_year),
  stage: [figure.stage, figure.supplementary_no].filter((part) => part !== null).join(' '),
  yen: [figure.yen, figure.yen_max].filter((yen) => yen !== null).join('..'),
  raw: figure.raw,
  flags: flags.flatMap((flag) => flag(figure) || []).join(';'),
})

/** Everything else that a data set says of a figure's money; each gives its text, or nothing. */
const flags: readonly ((figure: Figure) => string | false | null)[] = [
  ({ amount_status }) => amount_status !== 'numeric' && amount_status,
  ({ approx }) => approx,
  ({ request_frame }) => request_frame !== null && `frame=${request_frame}`,
  ({ basis }) => basis !== null && `basis=${basis}`,
  ({ is_new }) => is_new && 'new',
  ({ part_of }) => part_of && 'part_of',
  ({ reposted }) => reposted !== 'none' && `reposted=${reposted}`,
  ({ estimate }) => estimate !== 'none' && `estimate=${estimate}`,
  ({ digital_agency }) => digital_agency !== 'none' && `digital_agency=${digital_agency}`,
  ({ fund }) => fund && 'fund',
  ({ special_account_included }) => special_account_included && 'special_account',
  ({ reclassified }) => reclassified && 'reclassified',
  ({ needs_review }) => needs_review && 'needs_review',
]

export const byContent = (a: Entry, b: Entry): number => {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1
  if (a.page !== b.page) return Number(a.page) - Number(b.page)
  const differing = fields.find((field) => a[field] !== b[field])
  return differing === undefined ? 0 : a[differing] < b[differing] ? -1 : 1
}
