import { openClaim } from '../../model/claim.js'
import { reckon } from '../../model/reckon.js'
import { confirms, records } from '../claims.js'
import { type Check, type Checked, placeOfAll, type Verdict } from '../context.js'
import { differences } from '../tables/differences.js'
import { percents } from '../tables/percents.js'
import { type Doubt, type Findings, merge, type Relation } from '../tables/relation.js'
import { rowParts } from '../tables/row-parts.js'
import { type Sheet, sheetsOf } from '../tables/sheet.js'
import { sums } from '../tables/sums.js'

/** The arithmetic of each table: changes, percents, totals and parts. What agrees confirms its figures. What disagrees is
 * reported, and of its figures those ask for review that nothing else confirms, since one of them is wrong. Where the
 * arithmetic contradicts how the table was read, all figures of the columns ask for review. */
export const tables: Check = (subject) => sheetsOf(subject).flatMap(check)

const check = (sheet: Sheet): Verdict[] => {
  const { relations: all, doubts, open } = findingsOf(sheet)
  const relations = all.filter(isOfOneKind)
  const strange = all.filter((relation) => !isOfOneKind(relation))
  const agreed = relations.filter(({ fit }) => fit !== 'mismatch')
  const confirmed = new Set(agreed.filter(({ claim }) => claim.rule !== 'percent').flatMap(({ figures }) => figures))
  return [
    ...relations.map((relation) => verdictOf(relation, confirmed)),
    ...doubts.map((doubt) => doubtOf(doubt, confirmed)),
    ...strange.map(strangeOf),
    ...open.map(records),
  ]
}

/** Amounts that agree although their programmes, years, stages or roles do not go together: they agree by chance, or one of
 * them was read to be something else. */
const isOfOneKind = ({ claim, fit, figures }: Relation): boolean => {
  const byId = new Map(figures.map(({ figure }) => [figure.figure_id, figure]))
  return fit === 'mismatch' || reckon(claim, (id) => byId.get(id) ?? null).verdict !== 'mismatch'
}

const strangeOf = ({ claim, closer, figures }: Relation): Verdict => ({
  figures: [closer],
  status: 'warning',
  check: null,
  rule: 'table_doubtful',
  review: true,
  message: `The amounts beside ${closer.figure.raw} agree, but they were read to be of different programmes, years or stages.`,
  found: figures.map(({ figure }) => figure.raw).join(' '),
  expected: 'one programme, and the years and stages of its row',
  claim,
})

const findingsOf = (sheet: Sheet): Findings => {
  const changes = differences(sheet)
  return merge([changes, percents(sheet, changes.taken), sums(sheet), rowParts(sheet)])
}

/** More suspects than a person would compare; then the figure that the others should make stands for all. */
const MANY = 3

const verdictOf = (relation: Relation, confirmed: ReadonlySet<Checked>): Verdict => {
  const { claim, rule, fit, figures, closer, blames, message, found, expected } = relation
  if (fit !== 'mismatch') return confirms(figures, fit, claim)
  const suspects = figures.filter((figure) => !confirmed.has(figure))
  const blamed = !blames ? [] : suspects.length > MANY ? [closer] : suspects
  const status = 'warning'
  return { figures: blamed, status, check: null, rule, review: true, message, found, expected, at: closer, claim }
}

const doubtOf = (doubt: Doubt, confirmed: ReadonlySet<Checked>): Verdict => {
  const { figures, check: id, evenConfirmed, otherwise, message, found, expected } = doubt
  const blamed = evenConfirmed ? figures : figures.filter((figure) => !confirmed.has(figure))
  return {
    figures: blamed,
    status: 'warning',
    check: null,
    rule: blamed.length === 0 && otherwise !== null ? otherwise : 'table_doubtful',
    review: true,
    message,
    found,
    expected,
    at: placeOfAll(figures),
    claim: openClaim(id, 'mismatch', message),
  }
}
