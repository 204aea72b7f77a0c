import { yenText } from '../../model/yen-text.js'
import { claimOfSum, confirms, records, stated } from '../claims.js'
import { type Check, type Checked, isMain, type Verdict } from '../context.js'
import { firstOfEach, weigh } from '../whole.js'

/** Parts against their whole, with the tolerance of the printed precision. A slide may show some parts only, so a sum
 * below the whole says nothing; a part or a sum above it does. Rows of the whole's own table are left to the checks of
 * tables, which know all its columns; of another table they may confirm it, but a name may mean something else there. */
export const parts: Check = ({ ownOf, partsOf }) =>
  [...partsOf]
    .sort(([a], [b]) => a - b)
    .flatMap(([parent, all]): Verdict[] => {
      const whole = ownOf.get(parent)?.find(isMain)
      if (!whole) return []
      const children = firstOfEach(all.filter((part) => sameTerm(part, whole)))
      if (children.length === 0 || children.some((child) => sameTable(child, whole))) return []
      const { sum, over, slack } = weigh(whole, children)
      const claim = claimOfSum('programme_parts', whole, [
        { sign: 1, figures: [whole] },
        { sign: -1, figures: children },
      ])
      if (children.length > 1 && Math.abs(over) <= slack)
        return [confirms([whole, ...children], over === 0 ? 'ok' : 'rounding', claim)]
      if (whole.cell !== null && children.some(({ cell }) => cell !== null)) return []
      const larger = children.find(({ figure }) => (figure.yen ?? 0) > (whole.figure.yen ?? 0) + slack)
      if (larger)
        return [
          {
            figures: [larger],
            status: 'warning',
            check: null,
            rule: 'parts_exceed_total',
            review: true,
            message: `${larger.figure.raw} is a part of ${whole.figure.programme ?? 'its whole'}, which has ${whole.figure.raw}.`,
            found: yenText(larger.figure.yen),
            expected: `at most ${yenText(whole.figure.yen)}`,
            claim,
          },
        ]
      return over > slack
        ? [
            {
              figures: [whole],
              status: 'warning',
              check: null,
              rule: 'parts_total_mismatch',
              review: false,
              message: `The ${children.length} parts of ${whole.figure.programme ?? 'the programme'} add up to more than its amount.`,
              found: yenText(sum),
              expected: yenText(whole.figure.yen),
              claim,
            },
          ]
        : [records(stated(claim, 'incomplete', children.length === 1 ? 'One part alone is no sum.' : tooLittle))]
    })

const tooLittle = 'The parts that are printed make less than the amount.'

const sameTable = (a: Checked, b: Checked): boolean => a.cell !== null && a.cell.chain === b.cell?.chain

const sameTerm = (a: Checked, b: Checked): boolean =>
  a.figure.fiscal_year === b.figure.fiscal_year && a.figure.stage === b.figure.stage
