import { type Checked, tolerance } from './context.js'

/** One figure a programme: the first printing. */
export const firstOfEach = (figures: readonly Checked[]): Checked[] => {
  const seen = new Set<number | null>()
  return figures.filter(({ draft }) => {
    const isFirst = !seen.has(draft.programme)
    seen.add(draft.programme)
    return isFirst
  })
}

/** Parts against their whole, in yen: their sum, how far it is above the whole, and how far rounding may carry it. */
export const weigh = (whole: Checked, parts: readonly Checked[]): { sum: number; over: number; slack: number } => {
  const sum = parts.reduce((total, { figure }) => total + (figure.yen ?? 0), 0)
  const slack = parts.reduce((total, part) => total + tolerance(part), tolerance(whole))
  return { sum, over: sum - (whole.figure.yen ?? 0), slack }
}
