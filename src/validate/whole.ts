import { type Checked, isMain, tolerance } from './context.js'

/** Main figures of the programmes right below a node, without what is counted elsewhere (再掲). */
export const partsOf = (parent: number, figures: readonly Checked[]): Checked[] =>
  figures.filter(
    (checked) => isMain(checked) && checked.programme?.parent === parent && checked.figure.reposted === 'none',
  )

/** One figure a programme: the first printing. */
export const firstOfEach = (figures: readonly Checked[]): Checked[] =>
  figures.filter((checked, i) => figures.findIndex((other) => other.draft.programme === checked.draft.programme) === i)

/** Parts against their whole, in yen: their sum, how far it is above the whole, and how far rounding may carry it. */
export const weigh = (whole: Checked, parts: readonly Checked[]): { sum: number; over: number; slack: number } => {
  const sum = parts.reduce((total, { figure }) => total + (figure.yen ?? 0), 0)
  const slack = parts.reduce((total, part) => total + tolerance(part), tolerance(whole))
  return { sum, over: sum - (whole.figure.yen ?? 0), slack }
}
