import type { DocumentRow } from '../model/document.js'
import { stageLabels } from '../model/labels.js'

type Dated = Pick<DocumentRow, 'fiscal_year' | 'stage'>

/** A name and a title for the data of some documents, from the years and the stage that they are about. */
export const nameFor = (documents: readonly Dated[]): { readonly name: string; readonly title: string } => {
  const years = documents.flatMap(({ fiscal_year }) => fiscal_year ?? [])
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const stages = new Set(documents.map(({ stage }) => stage))
  const [stage] = stages.size === 1 ? stages : []
  const span = years.length === 0 ? [] : first === last ? [first] : [first, last]
  return {
    name: ['jp-budget', ...span, ...(stage ? [stage.replaceAll('_', '-')] : [])].join('-'),
    title: `${[spanText(span), stage ? stageLabels[stage] : '予算'].filter((part) => part !== '').join(' ')}（機械可読版）`,
  }
}

const spanText = ([first, last]: readonly number[]): string =>
  first === undefined ? '' : last === undefined ? `${era(first)}年度` : `${era(first)}年度から${era(last)}年度`

/** Fiscal years by the era of most of their months: 2019 is 令和元年度. */
const era = (year: number): string => {
  if (year >= 2019) return `令和${inEra(year - 2018)}`
  return year >= 1989 ? `平成${inEra(year - 1988)}` : `西暦${year}`
}

const inEra = (year: number): string => (year === 1 ? '元' : String(year))
