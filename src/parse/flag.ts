import type { Flag, FlagName } from '../model/finding.js'
import type { TokenisedText } from '../model/token.js'

const names: readonly FlagName[] = [
  'new',
  'reposted',
  'partly_reposted',
  'part_of',
  'pool',
  'includes_estimate',
  'is_estimate',
  'fund',
  'includes_digital_agency',
  'is_digital_agency',
  'excludes_digital_agency',
  'special_account_included',
  'reclassified',
  'ended',
  'commitment',
  'outyear',
  'contract',
]

/** A remark of the scanner's vocabulary; words of increase and decrease are the flag `change`. */
export const readFlag = ({ tokens }: TokenisedText, index: number): Flag | null => {
  const token = tokens[index]
  if (!token) return null
  const { kind, from, to } = token
  const name = kind === 'change' ? 'change' : kind === 'flag' ? names.find((flag) => flag === token.name) : undefined
  return name ? { kind: 'flag', name, from, to } : null
}
