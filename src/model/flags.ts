import type { Figure } from './figure.js'

/** What may hold for a figure beside its amount, in the order of the columns. */
export const flagFields = [
  'inherited',
  'is_new',
  'part_of',
  'reposted',
  'estimate',
  'digital_agency',
  'fund',
  'special_account_included',
  'reclassified',
] as const satisfies readonly (keyof Figure)[]

/** Those that hold for a figure, as `is_new` or `estimate=includes`. */
export const flagsOf = (figure: Pick<Figure, (typeof flagFields)[number]>): string[] =>
  flagFields
    .filter((field) => figure[field] !== false && figure[field] !== 'none')
    .map((field) => (figure[field] === true ? field : `${field}=${figure[field]}`))
