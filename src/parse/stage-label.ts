import type { RequestFrame, Stage, StageLabel } from '../model/finding.js'
import type { TokenisedText } from '../model/token.js'

interface Meaning {
  readonly stage: Stage
  readonly requestFrame?: RequestFrame
  /** The words alone do not settle the stage. */
  readonly unsure?: true
}

/** What each label of the scanner's vocabulary means. Source: the stage names in use at the ministries. */
const meanings: Readonly<Record<string, Meaning>> = {
  request_and_wish: { stage: 'request', requestFrame: 'request_and_wish' },
  request: { stage: 'request', requestFrame: 'request' },
  request_headline: { stage: 'request', unsure: true },
  wish: { stage: 'request', requestFrame: 'wish' },
  priority_frame: { stage: 'request', requestFrame: 'priority_frame' },
  special_frame: { stage: 'request', requestFrame: 'special_frame' },
  supplementary_request: { stage: 'supplementary_request' },
  supplementary_draft: { stage: 'supplementary_draft' },
  supplementary: { stage: 'supplementary' },
  revised: { stage: 'revised' },
  provisional: { stage: 'provisional' },
  current_appropriation: { stage: 'current_appropriation' },
  executed: { stage: 'executed' },
  draft: { stage: 'draft' },
  draft_headline: { stage: 'draft', unsure: true },
  enacted_initial: { stage: 'enacted' },
  enacted: { stage: 'enacted', unsure: true },
  previous: { stage: 'enacted' },
  current: { stage: 'enacted', unsure: true },
}

export const readLabel = ({ clean, tokens }: TokenisedText, index: number): StageLabel | null => {
  const token = tokens[index]
  const meaning = token?.kind === 'label' ? meanings[token.name] : undefined
  if (!token || !meaning) return null
  const { from, to } = token
  const printed = clean.text.slice(from, to)
  const previous = /^対?前/u.test(printed)
  return {
    kind: 'stage',
    stage: meaning.stage,
    previous,
    supplementaryNo: Number(/(\d+) ?[次号]/u.exec(printed)?.[1] ?? Number.NaN) || null,
    requestFrame: meaning.requestFrame ?? null,
    sure: previous || meaning.unsure !== true,
    from,
    to,
  }
}
