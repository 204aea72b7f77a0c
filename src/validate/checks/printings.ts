import { type Check, type Checked, tolerance, type Verdict, yenText } from '../context.js'

/** The same programme, year, stage and role on a summary page and on a detail page: equal after rounding to the coarser
 * print they confirm each other, else one of them is wrong or a part. */
export const printings: Check = (figures) => {
  const verdicts: Verdict[] = []
  for (const group of groupsOf(figures).values()) {
    const pages = new Set(group.map(({ figure }) => figure.page ?? figure.line))
    if (pages.size < 2) continue
    const [first, ...rest] = group as [Checked, ...Checked[]]
    for (const other of rest)
      if (other.figure.page !== first.figure.page || other.figure.page === null)
        verdicts.push(compare(group.slice(0, group.indexOf(other)), other))
  }
  return verdicts
}

const groupsOf = (figures: readonly Checked[]): Map<string, Checked[]> => {
  const groups = new Map<string, Checked[]>()
  for (const checked of figures) {
    const { figure } = checked
    if (
      figure.yen === null ||
      figure.programme_row_id === null ||
      (figure.role !== 'budget' && figure.role !== 'comparison')
    )
      continue
    const key = [
      figure.programme_row_id,
      figure.role,
      figure.fiscal_year,
      figure.stage,
      figure.supplementary_no,
      figure.part_of,
    ].join('|')
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(checked)
  }
  return groups
}

const compare = (earlier: readonly Checked[], other: Checked): Verdict => {
  const near = (checked: Checked): boolean =>
    Math.abs((checked.figure.yen ?? 0) - (other.figure.yen ?? 0)) <= Math.max(tolerance(checked), tolerance(other)) &&
    checked.figure.precision_yen !== other.figure.precision_yen
  const same = earlier.find(({ figure }) => figure.yen === other.figure.yen)
  if (same)
    return {
      figures: [same, other],
      status: 'ok',
      rule: 'duplicate_figure',
      review: false,
      message: `${other.figure.raw} is printed before, for the same programme.`,
      found: other.figure.raw,
      expected: null,
      repeats: same,
    }
  const rounded = earlier.find(near)
  if (rounded)
    return {
      figures: [rounded, other],
      status: 'rounding',
      rule: null,
      review: false,
      message: '',
      found: null,
      expected: null,
      repeats: rounded,
    }
  const first = earlier[0] as Checked
  return {
    figures: [other],
    status: 'warning',
    rule: 'summary_detail_mismatch',
    review: false,
    message: `${other.figure.programme ?? ''} has ${first.figure.raw} elsewhere in the document.`,
    found: yenText(other.figure.yen),
    expected: yenText(first.figure.yen),
  }
}
