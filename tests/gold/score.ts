import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Figure } from '../../src/model/figure.js'

/** A line of a gold file: one printed figure as a person read it. */
const goldSchema = z.object({
  page: z.int().optional(),
  line: z.int().optional(),
  raw: z.string(),
  yen: z.int().nullable(),
  yen_max: z.int().optional(),
  /** Of a number that has no unit in print, and so no value. */
  amount_status: z.enum(['unreadable']).optional(),
  role: z.enum(['budget', 'comparison', 'change', 'rate', 'commitment', 'context']),
  fiscal_year: z.int().nullable(),
  stage: z.string().nullable(),
  supplementary_no: z.int().nullish(),
  programme: z.string().nullable(),
  programme_missing: z.boolean().optional(),
  aliases: z.array(z.string()).optional(),
  is_new: z.boolean(),
  flags: z.array(z.string()),
  unit: z.string().nullish(),
  /** Of a cell of a table: the labels of its row, outermost first, and the heads of its column. */
  path: z.array(z.string()).optional(),
  column: z.string().nullish(),
})

export type Gold = Readonly<z.infer<typeof goldSchema>>

export const readGold = (path: string): Gold[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => goldSchema.parse(JSON.parse(line)))

export interface Pair {
  readonly gold: Gold
  readonly figure: Figure
}

type Test = (pair: Pair) => boolean

/** What makes a record: a budget or comparison figure with all of these right. */
const recordFields = {
  value: ({ gold, figure }) => figure.yen === gold.yen && figure.yen_max === (gold.yen_max ?? null),
  role: ({ gold, figure }) => (gold.path ? figure.role : roleOf(figure)) === gold.role,
  fiscal_year: ({ gold, figure }) => figure.fiscal_year === gold.fiscal_year,
  stage: ({ gold, figure }) => figure.stage === gold.stage,
  programme: ({ gold, figure }) => isNamed(gold, figure),
} as const satisfies Record<string, Test>

const fields = {
  ...recordFields,
  flags: ({ gold, figure }) => flagsOf(figure).join() === [...gold.flags].sort().join(),
  is_new: ({ gold, figure }) => figure.is_new === gold.is_new,
  // gold of tables does not number supplementary budgets
  supplementary_no: ({ gold, figure }) =>
    (gold.path !== undefined && gold.supplementary_no === undefined) ||
    figure.supplementary_no === (gold.supplementary_no ?? null),
} as const satisfies Record<string, Test>

export type FieldName = keyof typeof fields

export const fieldNames: readonly FieldName[] = [
  'value',
  'role',
  'fiscal_year',
  'stage',
  'programme',
  'flags',
  'is_new',
  'supplementary_no',
]

/** Fields that money which is no budget has. */
const ofAll: ReadonlySet<FieldName> = new Set(['value', 'role'])

/** Counts of records by whether they are right and whether they ask for review; what gold lacks is wrong. */
export interface Calibration {
  readonly right: number
  readonly rightInReview: number
  readonly wrong: number
  readonly wrongInReview: number
  /** Records of gold that were not found, which nothing can flag. */
  readonly missing: number
}

export interface Score {
  /** F1 of the records, and for each field the share of gold figures that have it right, in percent. */
  readonly percent: Readonly<Record<'records' | FieldName, number>>
  /** Wrong records, and records that gold lacks, which do not ask for review. */
  readonly silent: readonly string[]
  /** How well `needs_review` tells right records from wrong ones. */
  readonly calibration: Calibration
  /** Every figure that is wrong in anything, missing or too much, in words. */
  readonly faults: readonly string[]
}

/** 事項要求 alone is no figure in gold. */
export const score = (golds: readonly Gold[], all: readonly Figure[]): Score => {
  const figures = all.filter(({ amount_status }) => amount_status !== 'unpriced')
  const pairs = pairUp(golds, figures)
  const paired = new Set(pairs.map(({ figure }) => figure))
  const found = new Set(pairs.map(({ gold }) => gold))
  const extra = figures.filter((figure) => !paired.has(figure))
  const missing = golds.filter((gold) => !found.has(gold))
  const wrong = pairs.filter(({ gold, figure }) => (isRecord(gold) || isRecord(figure)) && !isRight({ gold, figure }))
  const rights = pairs.filter((pair) => isRecord(pair.gold) && isRight(pair))
  const right = rights.length
  const wrongs = [...wrong.map(({ figure }) => figure), ...extra.filter(isRecord)]
  const records = golds.filter(isRecord).length + figures.filter(isRecord).length
  return {
    percent: {
      records: records === 0 ? 100 : (200 * right) / records,
      ...fromNames((name) => shareOf(name, golds, pairs)),
    },
    calibration: {
      right,
      rightInReview: rights.filter(({ figure }) => figure.needs_review).length,
      wrong: wrongs.length,
      wrongInReview: wrongs.filter(({ needs_review }) => needs_review).length,
      missing: missing.filter(isRecord).length,
    },
    silent: [
      ...wrong.filter(({ figure }) => !figure.needs_review).map(describePair),
      ...extra.filter((figure) => isRecord(figure) && !figure.needs_review).map((figure) => `extra ${where(figure)}`),
    ],
    faults: [
      ...pairs.filter((pair) => faultsOf(pair).length > 0).map(describePair),
      ...missing.map((gold) => `missing ${where(gold)}`),
      ...extra.map((figure) => `extra ${where(figure)}`),
    ],
  }
}

const fromNames = (share: (name: FieldName) => number): Record<FieldName, number> => ({
  value: share('value'),
  role: share('role'),
  fiscal_year: share('fiscal_year'),
  stage: share('stage'),
  programme: share('programme'),
  flags: share('flags'),
  is_new: share('is_new'),
  supplementary_no: share('supplementary_no'),
})

const shareOf = (name: FieldName, golds: readonly Gold[], pairs: readonly Pair[]): number => {
  const asked = golds.filter((gold) => ofAll.has(name) || isRecord(gold))
  const right = pairs.filter((pair) => asked.includes(pair.gold) && fields[name](pair))
  return asked.length === 0 ? 100 : (100 * right.length) / asked.length
}

const isRecord = ({ role }: Pick<Gold | Figure, 'role'>): boolean => role === 'budget' || role === 'comparison'
const isRight = (pair: Pair): boolean => Object.values<Test>(recordFields).every((test) => test(pair))

const faultsOf = (pair: Pair): FieldName[] =>
  fieldNames.filter((name) => (ofAll.has(name) || isRecord(pair.gold)) && !fields[name](pair))

/** Gold and figures of one place, those that agree most first; to be paired, the print or the value must be the same. */
export const pairUp = (golds: readonly Gold[], figures: readonly Figure[]): Pair[] => {
  const candidates = golds
    .flatMap((gold) =>
      figures
        .filter((figure) => samePlace(gold, figure))
        .map((figure) => ({ gold, figure, agreement: agreementOf({ gold, figure }) })),
    )
    .filter(({ agreement }) => agreement >= SAME)
    .sort((a, b) => b.agreement - a.agreement)
  const taken = new Set<Gold | Figure>()
  return candidates.filter(({ gold, figure }) => {
    if (taken.has(gold) || taken.has(figure)) return false
    taken.add(gold).add(figure)
    return true
  })
}

const SAME = 100

const agreementOf = (pair: Pair): number =>
  (pair.gold.yen === pair.figure.yen ? SAME : 0) +
  (keyOf(pair.figure.raw).includes(keyOf(pair.gold.raw)) ? SAME : 0) +
  10 * Object.values<Test>(recordFields).filter((test) => test(pair)).length +
  Object.values<Test>(fields).filter((test) => test(pair)).length

const samePlace = (gold: Gold, figure: Figure): boolean =>
  gold.page !== undefined ? gold.page === figure.page : gold.line === figure.line

/** Gold of slides knows no changes and commitments: they are other money. */
const roleOf = ({ role }: Figure): string => (role === 'change' || role === 'commitment' ? 'context' : role)

const flagsOf = (figure: Figure): string[] =>
  [
    figure.estimate === 'includes' ? 'includes_estimate' : '',
    figure.estimate === 'is' ? 'is_estimate' : '',
    figure.reposted === 'none' ? '' : 'reposted',
    figure.part_of ? 'part_of' : '',
    figure.fund ? 'fund' : '',
  ]
    .filter((flag) => flag !== '')
    .sort()

/** Any of the names that gold gives; where the print lost the name, a stand-in that asks for review is right too. */
export const isNamed = (gold: Gold, figure: Figure): boolean => {
  if (gold.programme_missing && figure.needs_review) return true
  const names = [gold.programme, ...(gold.aliases ?? [])].flatMap((name) => (name === null ? [] : [name]))
  const ours = figure.programme ?? ''
  return names.some(
    (name) => keyOf(name) === keyOf(ours) || keyOf(withoutBrackets(name)) === keyOf(withoutBrackets(ours)),
  )
}

const withoutBrackets = (name: string): string =>
  name.normalize('NFKC').replace(/\([^()]*\)|【[^】]*】|〔[^〕]*〕/gu, '')

/** Letters and digits only. */
const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

export const where = ({ page, line, raw, role }: Pick<Gold | Figure, 'page' | 'line' | 'raw' | 'role'>): string =>
  `${page == null ? `line ${line}` : `page ${page}`} ${raw} (${role})`

const describePair = ({ gold, figure }: Pair): string =>
  `${where(gold)}: ${faultsOf({ gold, figure })
    .map((name) => `${name} ${shown(figure, name)} for ${shown(gold, name)}`)
    .join(', ')}${figure.needs_review ? ', asks for review' : ''}`

const shown = (row: Gold | Figure, name: FieldName): string => {
  if (name === 'flags') return `[${'flags' in row ? row.flags.join() : flagsOf(row).join()}]`
  return String(name === 'value' ? row.yen : row[name])
}
