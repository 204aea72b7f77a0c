import type { Dataset } from '../../src/model/dataset.js'
import type { Figure } from '../../src/model/figure.js'

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Figures = Pick<Dataset, 'figures' | 'programmes'>

/** One way to get one figure of a document wrong. */
export interface Mutation {
  readonly name: string
  /** Whether it can befall this figure. */
  readonly fits: (figure: Figure, document: Figures) => boolean
  /** The figures of the document with that one wrong. */
  readonly apply: (figure: Figure, document: Figures, random: () => number) => Figure[]
}

const replaced = (figure: Figure, { figures }: Figures, change: Partial<Figure>): Figure[] =>
  figures.map((other) => (other === figure ? { ...other, ...change } : other))

/** The print with its digits read as others, as a wrong reader would give it. */
const misread = (raw: string, digits: (text: string) => string): string =>
  raw.replace(/\d[\d,]*(?:\.\d+)?/u, (number) => digits(number))

const isPriced = ({ yen }: Figure): boolean => yen !== null && yen !== 0

const isPlain = (figure: Figure): boolean =>
  isPriced(figure) && figure.yen_max === null && /^\D*\d[\d,]*(?:\.\d+)?\D*$/u.test(figure.raw)

const other = <Value>(values: readonly Value[], than: Value, random: () => number): Value => {
  const rest = values.filter((value) => value !== than)
  return rest[Math.floor(random() * rest.length)] as Value
}

const partnerOf = (figure: Figure, { figures }: Figures): Figure | undefined =>
  figures.find(({ figure_id, yen }) => figure_id === figure.compares_figure_id && yen !== figure.yen)

const named = ({ programmes }: Figures, figure: Figure) =>
  programmes.filter(({ name, name_missing }) => !name_missing && name !== figure.programme)

/** Twelve ways, each as a reading of the page would go wrong: the print changes with the value, the row of a programme with its
 * name. */
export const mutations: readonly Mutation[] = [
  {
    name: 'digit',
    fits: isPlain,
    apply: (figure, document, random) => {
      const grain = figure.precision_yen ?? 1
      const digits = String(Math.abs(figure.yen ?? 0) / grain)
      const at = Math.floor(random() * digits.length)
      const lot = at === 0 ? ['1', '2', '3', '4', '5', '6', '7', '8', '9'] : [...'0123456789']
      const wrong = `${digits.slice(0, at)}${other(lot, digits[at] ?? '', random)}${digits.slice(at + 1)}`
      const yen = Math.sign(figure.yen ?? 0) * Number(wrong) * grain
      return replaced(figure, document, { yen, raw: misread(figure.raw, () => wrong) })
    },
  },
  {
    name: 'lost digit',
    fits: (figure) => isPlain(figure) && Math.abs(figure.yen ?? 0) >= 10 * (figure.precision_yen ?? 1),
    apply: (figure, document) => {
      const grain = figure.precision_yen ?? 1
      const yen = Math.trunc((figure.yen ?? 0) / grain / 10) * grain
      return replaced(figure, document, { yen, raw: misread(figure.raw, (number) => number.slice(0, -1)) })
    },
  },
  {
    name: 'unit',
    fits: ({ yen, unit_printed }) =>
      yen !== null && yen !== 0 && (unit_printed === '百万円' || unit_printed === '千円'),
    apply: (figure, document) => {
      const isMillion = figure.unit_printed === '百万円'
      const scale = (yen: number | null) => (yen === null ? null : isMillion ? yen / 1000 : yen * 1000)
      return replaced(figure, document, {
        yen: scale(figure.yen),
        yen_max: scale(figure.yen_max),
        precision_yen: scale(figure.precision_yen),
        unit_printed: isMillion ? '千円' : '百万円',
      })
    },
  },
  {
    name: 'sign',
    fits: isPriced,
    apply: (figure, document) => replaced(figure, document, { yen: -(figure.yen ?? 0) }),
  },
  {
    name: 'year',
    fits: ({ fiscal_year }) => fiscal_year !== null,
    apply: (figure, document, random) =>
      replaced(figure, document, { fiscal_year: (figure.fiscal_year ?? 0) + (random() < 0.5 ? 1 : -1) }),
  },
  {
    name: 'stage',
    fits: ({ stage }) => stage !== null,
    apply: (figure, document, random) =>
      replaced(figure, document, {
        stage: other(['request', 'draft', 'enacted', 'supplementary'] as const, figure.stage, random),
      }),
  },
  {
    name: 'role',
    fits: () => true,
    apply: (figure, document, random) =>
      replaced(figure, document, {
        role: other(['budget', 'comparison', 'rate', 'context'] as const, figure.role, random),
      }),
  },
  {
    name: 'programme',
    fits: (figure, document) => figure.programme !== null && named(document, figure).length > 0,
    apply: (figure, document, random) => {
      const all = named(document, figure)
      const row = all[Math.floor(random() * all.length)]
      return replaced(figure, document, {
        programme: row?.name ?? null,
        programme_row_id: row?.programme_row_id ?? null,
      })
    },
  },
  {
    name: 'flag',
    fits: () => true,
    apply: (figure, document, random) =>
      replaced(figure, document, random() < 0.5 ? { part_of: !figure.part_of } : { is_new: !figure.is_new }),
  },
  {
    name: 'dropped',
    fits: () => true,
    apply: (figure, { figures }) => figures.filter((one) => one !== figure),
  },
  {
    name: 'doubled',
    fits: () => true,
    apply: (figure, { figures }) =>
      figures.flatMap((one) => (one === figure ? [one, { ...one, figure_id: `${one.figure_id}-2` }] : [one])),
  },
  {
    name: 'swapped pair',
    fits: (figure, document) => isPriced(figure) && partnerOf(figure, document) !== undefined,
    apply: (figure, document) => {
      const partner = partnerOf(figure, document)
      const amount = ({ yen, yen_max, raw, precision_yen, unit_printed }: Figure) => ({
        ...{ yen, yen_max, raw, precision_yen, unit_printed },
      })
      return document.figures.map((one) => {
        if (one === figure && partner) return { ...one, ...amount(partner) }
        return one === partner ? { ...one, ...amount(figure) } : one
      })
    },
  },
]
