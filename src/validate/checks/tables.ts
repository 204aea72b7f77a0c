import { type Check, type Checked, confirms, placeOfAll, type Verdict } from '../context.js'
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
  const { relations, doubts } = findingsOf(sheet)
  const agreed = relations.filter(({ fit }) => fit !== 'mismatch')
  const confirmed = new Set(agreed.filter(({ check: id }) => id !== 'percent').flatMap(({ figures }) => figures))
  return [
    ...relations.map((relation) => verdictOf(relation, confirmed)),
    ...doubts.map((doubt) => doubtOf(doubt, confirmed)),
  ]
}

const findingsOf = (sheet: Sheet): Findings => {
  const changes = differences(sheet)
  return merge([changes, percents(sheet, changes.taken), sums(sheet), rowParts(sheet)])
}

/** More suspects than a person would compare; then the figure that the others should make stands for all. */
const MANY = 3

const verdictOf = (relation: Relation, confirmed: ReadonlySet<Checked>): Verdict => {
  const { check: id, rule, fit, figures, closer, blames, message, found, expected } = relation
  if (fit !== 'mismatch') return confirms(figures, fit, id)
  const suspects = figures.filter((figure) => !confirmed.has(figure))
  const blamed = !blames ? [] : suspects.length > MANY ? [closer] : suspects
  return { figures: blamed, status: 'warning', check: null, rule, review: true, message, found, expected, at: closer }
}

const doubtOf = (doubt: Doubt, confirmed: ReadonlySet<Checked>): Verdict => {
  const { figures, evenConfirmed, otherwise, message, found, expected } = doubt
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
  }
}
