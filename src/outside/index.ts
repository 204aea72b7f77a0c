import { YosanError } from '../errors.js'
import type { CheckRow } from '../model/check.js'
import { toCheckRows } from '../model/check-rows.js'
import { type Claim, claimThat, openClaim } from '../model/claim.js'
import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'
import { nameKey } from '../model/name-key.js'
import { roundingBetween } from '../model/rounding.js'
import { yenText } from '../model/yen-text.js'
import { headlinesOf } from '../series/points.js'
import { mofItems } from './mof.js'
import { rsSummary } from './rs.js'
import type { OutsideAmount, Source } from './source.js'

const sources: readonly Source[] = [rsSummary, mofItems]

/** A CSV file of another publisher. */
export interface OutsideFile {
  readonly file: string
  readonly columns: readonly string[]
  /** By the names of the columns. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** Compares figures with files of other publishers: those of programmes that have exactly the name that a file uses, for the
 * year and stage that it has. Everything else is counted as not run, with the reason.
 * @throws YosanError for a file of no known kind */
export const reconcile = (figures: readonly Figure[], files: readonly OutsideFile[]): CheckRow[] => {
  const opened = files.map(openFile)
  const byId = new Map(figures.map((figure) => [figure.figure_id, figure]))
  return [...groupBy(headlinesOf(figures), ({ document_id }) => document_id)].flatMap(([documentId, own]) =>
    toCheckRows(
      opened.flatMap((one) => claimsOf(own, one)),
      (id) => byId.get(id) ?? null,
      { documentId, letter: 'r' },
    ),
  )
}

interface Opened {
  readonly source: Source
  readonly amounts: ReadonlyMap<string, OutsideAmount>
}

const openFile = ({ file, columns, rows }: OutsideFile): Opened => {
  const names = columns.map(nameKey)
  const source = sources.find(({ isOne }) => isOne(names))
  if (!source)
    throw new YosanError('bad_value', `${file} is none of the files that figures are compared with: ${known}.`)
  const plain = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [nameKey(name), cell])))
  const amounts = source.read(plain, names)
  if (amounts === null)
    throw new YosanError(
      'bad_value',
      `${file} names no fiscal year in its columns, so nothing can be compared with it.`,
    )
  return { source, amounts: singleOf(amounts) }
}

const claimsOf = (figures: readonly Figure[], { source, amounts }: Opened): Claim[] => {
  const claims = figures.flatMap((figure) => claimOf(figure, amounts.get(keyOfFigure(figure)), source))
  const left = figures.length - claims.length
  return left > 0 ? [...claims, notRun(left, source)] : claims
}

const known = sources.map(({ name }) => name).join(', ')

const keyOf = (name: string, year: number | null, stage: string | null, supplementaryNo: number | null): string =>
  [nameKey(name), year, stage, supplementaryNo].join('\t')

const keyOfFigure = ({ programme, fiscal_year, stage, supplementary_no }: Figure): string =>
  keyOf(programme ?? '', fiscal_year, stage, supplementary_no)

/** Amounts by name and term. A name that has two amounts of one term stands for several things. */
const singleOf = (amounts: readonly OutsideAmount[]): Map<string, OutsideAmount> => {
  const groups = groupBy(amounts, ({ name, fiscalYear, stage, supplementaryNo }) =>
    keyOf(name, fiscalYear, stage, supplementaryNo),
  )
  return new Map(
    [...groups].flatMap(([key, [first, ...rest]]): [string, OutsideAmount][] =>
      first && rest.every(({ yen }) => yen === first.yen) ? [[key, first]] : [],
    ),
  )
}

/** What a figure includes that the outside source books elsewhere. */
const scopes: readonly { readonly is: (figure: Figure) => boolean; readonly says: string }[] = [
  { is: ({ estimate }) => estimate !== 'none', says: 'The figure holds an estimate inside a block grant (推計額).' },
  {
    is: ({ digital_agency }) => digital_agency === 'includes',
    says: 'The figure includes what the Digital Agency books.',
  },
  {
    is: ({ special_account_included }) => special_account_included,
    says: 'The figure includes money of a special account.',
  },
  { is: ({ reclassified }) => reclassified, says: 'The figure is recast to a later structure (組替え).' },
]

const claimOf = (figure: Figure, amount: OutsideAmount | undefined, source: Source): Claim[] => {
  if (!amount) return []
  const tolerance = roundingBetween(figure, { precision_yen: amount.precisionYen })
  const agrees = Math.abs((figure.yen ?? 0) - amount.yen) <= tolerance
  const scope = agrees ? undefined : scopes.find(({ is }) => is(figure))
  const message = `${source.name} has another amount. ${source.scope}`
  return [
    {
      ...claimThat('outside', figure.figure_id, []),
      given: { expected: amount.yen, tolerance, message },
      stated: scope
        ? {
            verdict: 'incomplete',
            message: `${source.name} has ${yenText(amount.yen)}. ${scope.says}`,
          }
        : null,
    },
  ]
}

const notRun = (count: number, { name, scope }: Source): Claim =>
  openClaim(
    'outside',
    'not_run',
    `Figures for which ${name} has no amount of that name, year and stage: ${count}. ${scope}`,
  )
