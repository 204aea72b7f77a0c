import { type Check, type Checked, isMain, type Verdict, yenText } from '../context.js'
import { firstOfEach, partsOf, weigh } from '../whole.js'

/** Parts against their whole, with the tolerance of the printed precision. A slide may show some parts only, so a sum
 * below the whole says nothing; a part or a sum above it does. */
export const parts: Check = (figures, programmes) =>
  programmes.flatMap((_, parent): Verdict[] => {
    const whole = figures.find((checked) => isMain(checked) && checked.draft.programme === parent)
    if (!whole) return []
    const children = firstOfEach(partsOf(parent, figures).filter((part) => sameTerm(part, whole)))
    if (children.length === 0) return []
    const { sum, over, slack } = weigh(whole, children)
    if (children.length > 1 && Math.abs(over) <= slack)
      return [
        {
          figures: [whole, ...children],
          status: over === 0 ? 'ok' : 'rounding',
          rule: null,
          review: false,
          message: '',
          found: null,
          expected: null,
        },
      ]
    const larger = children.find(({ figure }) => (figure.yen ?? 0) > (whole.figure.yen ?? 0) + slack)
    if (larger)
      return [
        {
          figures: [larger],
          status: 'warning',
          rule: 'parts_exceed_total',
          review: true,
          message: `${larger.figure.raw} is a part of ${whole.figure.programme ?? 'its whole'}, which has ${whole.figure.raw}.`,
          found: yenText(larger.figure.yen),
          expected: `at most ${yenText(whole.figure.yen)}`,
        },
      ]
    return over > slack
      ? [
          {
            figures: [whole],
            status: 'warning',
            rule: 'parts_total_mismatch',
            review: false,
            message: `The ${children.length} parts of ${whole.figure.programme ?? 'the programme'} add up to more than its amount.`,
            found: yenText(sum),
            expected: yenText(whole.figure.yen),
          },
        ]
      : []
  })

const sameTerm = (a: Checked, b: Checked): boolean =>
  a.figure.fiscal_year === b.figure.fiscal_year && a.figure.stage === b.figure.stage
