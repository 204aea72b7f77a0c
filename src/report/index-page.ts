import type { DocumentRow } from '../model/document.js'
import { stageLabels } from '../model/labels.js'
import type { TrendRow } from '../series/trend.js'
import type { Assets } from './assets.js'
import type { Failings } from './failings.js'
import { fragmentOf, type Html, html } from './html.js'
import { seriesMarkup } from './overview/series-markup.js'
import type { Branch } from './overview/tree.js'
import { treeMarkup } from './overview/tree-markup.js'
import { pageEnd, pageHead } from './page-shell.js'
import type { Saving } from './review-data.js'
import { tableMarkup } from './table-markup.js'

/** What the overview tells of a document. */
export interface DocumentFacts extends Failings {
  readonly document: DocumentRow
  readonly file: string
  /** The programmes at the top of its tree, without what they enclose. */
  readonly top: readonly Branch[]
}

interface Overview {
  readonly documents: readonly DocumentFacts[]
  readonly trend: readonly TrendRow[]
  readonly assets: Assets
  readonly saving: Saving
}

/** The page that leads to those of the documents: first what asks for a person, then what the documents say together. */
export const indexPage = ({ documents, trend, assets, saving }: Overview): string => {
  const files = new Map(documents.map(({ document, file }) => [document.document_id, file]))
  const address = (documentId: string, figureId: string): string =>
    `${files.get(documentId) ?? ''}${fragmentOf(figureId)}`
  return (
    html`${pageHead({ title: '予算資料の一覧 – yosan', assets: { ...assets, script: '' }, saving, isPart: true })}<body>
<header>
<h1>予算資料の一覧</h1>
<p>資料 ${documents.length}件　金額 ${sum(documents, ({ document }) => document.figures_total)}件　要確認 ${sum(documents, ({ document }) => document.needs_review_total)}件　検算の不一致 ${sum(documents, ({ checksFailed }) => checksFailed)}件　読まなかったもの ${sum(documents, ({ leftovers }) => leftovers)}件</p>
</header>
<main id="overview">
<section><h2>資料</h2>
${tableMarkup({ label: '資料の表', caption: '確認が要るものの多い資料から', heads, rows: [...documents].sort(byUrgency).map(rowOf) })}</section>
${seriesMarkup(trend, address)}
<section><h2>事業と金額</h2>
${documents.map((facts) => topOf(facts, (figureId) => address(facts.document.document_id, figureId)))}
</section>
</main>
`.text + pageEnd
  )
}

const sum = (documents: readonly DocumentFacts[], countOf: (facts: DocumentFacts) => number): number =>
  documents.reduce((total, facts) => total + countOf(facts), 0)

const urgencyOf = ({ document, checksFailed, leftovers }: DocumentFacts): number =>
  (document.status === 'complete' ? 0 : 1_000_000) + checksFailed + document.needs_review_total + leftovers

/** Sorting is stable, so equals stay in the order of their ids. */
const byUrgency = (a: DocumentFacts, b: DocumentFacts): number => urgencyOf(b) - urgencyOf(a)

const statuses: Readonly<Record<DocumentRow['status'], string>> = {
  complete: '',
  partial: '読めなかったページがある',
  failed: '読めなかった',
}

const heads = ['資料', '年度・段階', '金額', '要確認', '検算の不一致', '読まなかったもの', '状態']

const rowOf = ({
  document,
  file,
  checksFailed,
  leftovers,
}: DocumentFacts): Html => html`<tr><th scope="row"><a href="${file}">${document.title}</a><br><small>${document.file_name}</small></th>
<td>${document.fiscal_year === null ? '—' : `${document.fiscal_year}年度`} ${document.stage === null ? '' : stageLabels[document.stage]}</td>
<td class="amount">${document.figures_total}</td><td class="amount">${document.needs_review_total}</td><td class="amount">${checksFailed}</td><td class="amount">${leftovers}</td><td>${statuses[document.status]}</td></tr>
`

const topOf = ({ document, file, top }: DocumentFacts, address: (figureId: string) => string): Html | null =>
  top.length === 0
    ? null
    : html`<details><summary>${document.title}（${top.length}件）</summary>
<p><a href="${file}#overview">内訳まで見る</a></p>
${treeMarkup(top, address)}</details>
`
