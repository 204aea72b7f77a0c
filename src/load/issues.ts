import type { Issue, Severity } from '../model/issue.js'
import type { IssueRuleId } from '../model/issue-rules.js'
import type { Page } from '../model/page.js'
import { limits } from './limits.js'
import type { Painter } from './painter.js'

type Painted = Pick<Painter, 'runs' | 'images' | 'paths' | 'glyphs' | 'unmapped' | 'cut'>

/** What is wrong with a page as painted, in the order of the rules below. */
export const pageIssues = (page: number, painted: Painted): Issue[] =>
  rules.flatMap(({ rule, severity, applies, message, found }) =>
    applies(painted) ? [issue(rule, severity, page, message(page, painted), found(painted))] : [],
  )

/** A page that the engine could not read: empty, but accounted for. */
export const failedPage = (number: number, reason: string): Page => ({
  number,
  source: 'pdf',
  width: 0,
  height: 0,
  rotation: 0,
  runs: [],
  shapes: [],
  images: [],
  drawings: [],
  glyphs: 0,
  unmapped: 0,
  issues: [issue('page_failed', 'error', number, `Page ${number} could not be read: ${sentence(reason)}`, null)],
})

const issue = (rule: IssueRuleId, severity: Severity, page: number, message: string, found: string | null): Issue => ({
  rule,
  severity,
  page,
  line: null,
  boxes: [],
  message,
  found,
  expected: null,
})

const sentence = (reason: string): string => `${reason.trim().replace(/[.\s]+$/, '')}.`

interface PageRule {
  readonly rule: IssueRuleId
  readonly severity: Severity
  readonly applies: (painted: Painted) => boolean
  readonly message: (page: number, painted: Painted) => string
  readonly found: (painted: Painted) => string | null
}

const isTextless = ({ runs }: Painted): boolean => runs.every((run) => run.hidden)
const share = ({ unmapped, glyphs }: Painted): number => (glyphs === 0 ? 0 : unmapped / glyphs)
const unmappedFound = ({ unmapped, glyphs }: Painted): string => `${unmapped} of ${glyphs} glyphs`

/** Paths from which a page without text counts as text turned into outlines; fewer are frames and rules. */
const OUTLINE_PATHS = 200

const rules: readonly PageRule[] = [
  {
    rule: 'page_empty',
    severity: 'info',
    applies: (painted) => isTextless(painted) && !painted.images.length && !painted.paths && !painted.glyphs,
    message: (page) => `Page ${page} is empty.`,
    found: () => null,
  },
  {
    rule: 'page_without_text_layer',
    severity: 'error',
    applies: (painted) => isTextless(painted) && (painted.images.length + painted.paths > 0 || painted.glyphs > 0),
    message: (page, { images, paths, glyphs }) => {
      if (glyphs > 0) return `Page ${page} has only an invisible text layer, as under a scanned image.`
      if (images.length > 0 && paths < OUTLINE_PATHS) return `Page ${page} has no text layer: it is only an image.`
      return `Page ${page} has no text layer: it is only drawn paths${images.length ? ' and images' : ''}.`
    },
    found: () => null,
  },
  {
    rule: 'page_unreadable_font',
    severity: 'error',
    applies: (painted) => share(painted) >= limits.unreadableShare,
    message: (page) => `Page ${page} cannot be read: its fonts do not say which characters most glyphs are.`,
    found: unmappedFound,
  },
  {
    rule: 'unmapped_glyphs',
    severity: 'warning',
    applies: (painted) => painted.unmapped > 0 && share(painted) < limits.unreadableShare,
    message: (page, { unmapped }) => `Page ${page} has ${unmapped} glyphs whose font does not say what they are.`,
    found: unmappedFound,
  },
  {
    rule: 'page_too_dense',
    severity: 'warning',
    applies: ({ runs, cut }) => cut || runs.length >= limits.denseRuns,
    message: (page, { runs, cut }) =>
      cut
        ? `Page ${page} holds more than can be kept: it was read up to ${limits.pageGlyphs} glyphs.`
        : `Page ${page} is very dense: ${runs.length} runs of text.`,
    found: ({ runs, glyphs }) => `${runs.length} runs, ${glyphs} glyphs`,
  },
]
