import { type Check, type Checked, isMain, tolerance, type Verdict, yenText } from '../context.js'

/** Parts against their whole, with the tolerance of the printed precision. A slide may show some parts only, so a sum
 * below the whole says nothing; a part or a sum above it does. */
export const parts: Check = (figures, programmes) =>
  programmes.flatMap((_, parent): Verdict[] => {
    const whole = figures.find((checked) => isMain(checked) && checked.draft.programme === parent)
    if (!whole) return []
    const children = firstOfEach(
      figures.filter(
        (checked) =>
          isMain(checked) &&
          checked.programme?.parent === parent &&
          sameTerm(checked, whole) &&
          checked.figure.reposted === 'none',
      ),
    )
    if (children.length === 0) return []
    const sum = children.reduce((total, { figure }) => total + (figure.yen ?? 0), 0)
    const slack = children.reduce((total, child) => total + tolerance(child), tolerance(whole))
    const over = sum - (whole.figure.yen ?? 0)
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

/** One figure a programme: the first printing. */
const firstOfEach = (figures: readonly Checked[]): Checked[] =>
  figures.filter((checked, i) => figures.findIndex((other) => other.draft.programme === checked.draft.programme) === i)
