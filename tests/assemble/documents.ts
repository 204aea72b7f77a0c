import { assemble } from '../../src/assemble/index.js'
import { layout } from '../../src/layout/index.js'
import type { Assembly, Draft } from '../../src/model/draft.js'
import type { ParsedPage } from '../../src/model/finding.js'
import type { Page, Shape } from '../../src/model/page.js'
import { normalise } from '../../src/normalise/index.js'
import { parse } from '../../src/parse/index.js'
import { tokenize } from '../../src/tokenize/index.js'
import { type Print, page } from '../layout/pages.js'
import { pagesOf } from '../load/pages.js'

const parsePage = async (read: Page): Promise<ParsedPage> => {
  const clean = normalise(layout(read))
  return { ...clean, texts: parse(await tokenize(clean)) }
}

const assemblePages = async (pages: readonly Page[]): Promise<Assembly> =>
  assemble(await Promise.all(pages.map(parsePage)))

/** What assemble makes of a text file. */
export const ofText = async (...lines: readonly string[]): Promise<Assembly> =>
  assemblePages(await pagesOf('print.md', new TextEncoder().encode(lines.join('\n'))))

export type Slide = readonly [prints: readonly Print[], shapes?: readonly Shape[]]

/** What assemble makes of slides with these texts and shapes. */
export const ofSlides = async (...slides: readonly Slide[]): Promise<Assembly> =>
  assemblePages(slides.map(([prints, shapes], i) => ({ ...page(prints, shapes), number: i + 1 })))

/** Name of a figure's programme; a lost one is `?`. */
export const programmeOf = ({ programmes }: Assembly, { programme }: Draft): string => {
  const node = programme === null ? null : programmes[programme]
  return node ? (node.nameMissing ? '?' : node.name) : '-'
}

/** `raw > name` of each figure. */
export const namesIn = (made: Assembly): string[] =>
  made.drafts.map((draft) => `${draft.raw} > ${programmeOf(made, draft)}`)

/** `raw role year stage` of each figure. */
export const termsIn = ({ drafts }: Assembly): string[] =>
  drafts.map(({ raw, role, fiscalYear, stage }) => `${raw} ${role} ${fiscalYear ?? '-'} ${stage ?? '-'}`)

/** The rule that decided a field of a figure. */
export const ruleOf = (draft: Draft | undefined, field: string): string | undefined =>
  draft?.decisions.find((decision) => decision.field === field)?.rule

export const isSure = (draft: Draft | undefined): boolean => draft?.decisions.every(({ sure }) => sure) ?? false

/** `name < parent` of each programme. */
export const treeOf = ({ programmes }: Assembly): string[] =>
  programmes.map(({ name, parent }) => (parent === null ? name : `${name} < ${programmes[parent]?.name}`))
