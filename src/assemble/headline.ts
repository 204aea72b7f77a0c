import type { RequestFrame, Stage } from '../model/finding.js'

/** The year and stage that a page or document is about. */
export interface Headline {
  readonly year: number
  readonly stage: Stage
  readonly supplementaryNo: number | null
  readonly requestFrame: RequestFrame | null
  readonly printed: string
}
