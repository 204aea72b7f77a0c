import type { Entry } from './entries.js'
import type { Label, Mention } from './mentions.js'

/** A label given to an amount that is printed apart from it. */
export interface Tie {
  readonly label: Label
  /** As many labels as amounts stand in the group. */
  readonly sure: boolean
}

/** Labels torn from their amounts (`令和4年度要求・要望額 ⏎ (前年度予算額) ⏎ 831億円 ⏎ 627億円`): in a group of texts that hold only
 * labels or only amounts, the first label goes to the first amount, and so on. */
export const tieTornLabels = (entries: readonly Entry[]): ReadonlyMap<Mention, Tie> => {
  const ties = new Map<Mention, Tie>()
  for (const group of groupsOf(entries)) {
    const labels = group.flatMap((entry) => (entry.isLabelOnly || entry.endsInLabel ? entry.labels : []))
    const targets = targetsFor(labels.length, group)
    labels.forEach((label, i) => {
      const target = targets[i]
      if (target) ties.set(target, { label, sure: targets.length === labels.length })
    })
  }
  return ties
}

/** The first reading of the group in which each label has its place: amounts below the first label, with （新規） in the
 * place of an amount or not, then all amounts of the group; else the amounts below as they come. */
const targetsFor = (count: number, group: readonly Entry[]): (Mention | null)[] => {
  const below = group.slice(group.findIndex((entry) => entry.isLabelOnly || entry.endsInLabel))
  const readings = [below.flatMap(bareAmounts), below.flatMap(slotsOf), group.flatMap(bareAmounts)]
  return readings.find((slots) => slots.length === count) ?? below.flatMap(bareAmounts)
}

const groupsOf = (entries: readonly Entry[]): Entry[][] => {
  const groups: Entry[][] = []
  let open: Entry[] | null = null
  for (const entry of entries) {
    if (entry.text.clean.cell !== null) continue
    if (entry.isLabelOnly || entry.endsInLabel || slotsOf(entry).length > 0) {
      if (open && open[0]?.page === entry.page && !entry.endsInLabel) open.push(entry)
      else {
        open = [entry]
        groups.push(open)
      }
    } else if (!isAside(entry)) open = null
  }
  return groups.filter((group) => group.some((entry) => entry.isLabelOnly || entry.endsInLabel))
}

/** Flags, bodies and glosses may stand in such a group. */
const isAside = (entry: Entry): boolean =>
  entry.mentions.length === 0 && ['gloss', 'body', 'empty'].includes(entry.heading?.kind ?? 'prose')

/** Places where a label's value can stand: bare amounts, and （新規） in the place of a previous year's amount. */
const slotsOf = (entry: Entry): (Mention | null)[] => {
  const isNew =
    entry.mentions.length === 0 && !entry.isLabelOnly && /^[(〔【[]?新規[)〕】\]]?$/u.test(entry.text.clean.text.trim())
  return isNew ? [null] : bareAmounts(entry)
}

/** Amounts of a text that holds nothing else: no label and no name of their own. */
const bareAmounts = (entry: Entry): Mention[] => {
  const bare = entry.mentions.every(
    (mention) =>
      mention.label === null &&
      mention.year === null &&
      (mention.name === null || mention.name.kind === 'empty' || mention.name.kind === 'body'),
  )
  return bare ? entry.mentions.filter((mention) => mention.bracketed !== 'pair') : []
}
