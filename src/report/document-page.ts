import type { TrendRow } from '../series/trend.js'
import type { Assets } from './assets.js'
import { failingsOf } from './failings.js'
import { fragmentOf, type Html, html, jsonForScript } from './html.js'
import { kindOf } from './issue-kinds.js'
import { japaneseIssues } from './japanese-rules.js'
import { seriesMarkup } from './overview/series-markup.js'
import { totalsMarkup } from './overview/totals.js'
import { treeOf } from './overview/tree.js'
import { treeMarkup } from './overview/tree-markup.js'
import { pageEnd, pageHead, scriptOf } from './page-shell.js'
import type { ReviewData, Sheet } from './review-data.js'
import { reviewMarkup } from './review-markup.js'
import type { DocumentRows } from './to-review-data.js'

interface Made {
  readonly rows: DocumentRows
  readonly data: ReviewData
  readonly trend: readonly TrendRow[]
  readonly assets: Assets
  /** Address of the overview of all documents; null for a document alone. */
  readonly home: string | null
}

/** The review page of a document in pieces: what is looked at first comes first, and the sheets, which are large, behind the
 * script. */
export async function* documentPage(made: Made, sheets: AsyncIterable<Sheet>): AsyncGenerator<string> {
  const { data, assets } = made
  yield pageHead({ title: `${data.document.title} – yosan`, assets, saving: data.saving, isPart: made.home !== null })
    .text
  yield bodyOf(made).text
  yield html`<script type="application/json" id="data">${jsonForScript(data)}</script>
${scriptOf(assets)}`.text
  let index = 0
  for await (const sheet of sheets)
    yield html`<script type="application/json" data-sheet="${index++}">${jsonForScript(sheet)}</script>
`.text
  yield pageEnd
}

const bodyOf = (made: Made): Html => html`<body>
<header>
<h1>${made.data.document.title}</h1>
<p>${factsOf(made)}</p>
${troublesOf(made)}
<nav aria-label="表示">
<a class="skip" href="#rows">金額の表へ</a> ${made.home === null ? null : html`<a href="${made.home}">資料の一覧</a> `}<a href="#review">ページと金額</a> <a href="#overview">事業の一覧</a>
</nav>
</header>
<noscript><p class="notice">このページは、金額と枠を結びつけるためにJavaScriptを使います。</p></noscript>
${reviewMarkup(made.data)}
${overviewOf(made)}
`

const factsOf = ({ rows, data }: Made): string => {
  const { document } = rows
  const { checksFailed, leftovers } = failingsOf(rows)
  return [
    data.document.file_name,
    document.page_count === null ? null : `${document.page_count}ページ`,
    `金額 ${document.figures_total}件`,
    `要確認 ${document.needs_review_total}件`,
    `検算の不一致 ${checksFailed}件`,
    `読まなかったもの ${leftovers}件`,
    document.status === 'complete' ? null : `読めなかったページ ${document.pages_unreadable ?? 'すべて'}`,
  ]
    .filter((fact) => fact !== null)
    .join('　')
}

/** Trouble that no place of the document shows. */
const troublesOf = ({ rows: { issues } }: Made): Html | null => {
  const troubles = issues.filter(({ page, line, rule }) => page === null && line === null && kindOf(rule) !== 'note')
  if (troubles.length === 0) return null
  return html`<ul class="troubles">${troubles.map(({ rule, message }) => html`<li>${titleOf(rule)} <span lang="en" class="message">${message}</span></li>`)}</ul>`
}

const titles: ReadonlyMap<string, string> = new Map(
  Object.entries(japaneseIssues).map(([id, { title }]) => [id, title]),
)

const titleOf = (rule: string): string => titles.get(rule) ?? rule

const overviewOf = ({ rows, trend }: Made): Html => html`<main id="overview" hidden>
<section><h2>事業と金額</h2>
${rows.programmes.length === 0 ? html`<p class="notice">事業は見つかりませんでした。</p>` : treeMarkup(treeOf(rows.programmes), fragmentOf)}
</section>
${seriesMarkup(trend, (_, figureId) => fragmentOf(figureId))}
${totalsMarkup(rows.checks, rows.figures, fragmentOf)}
</main>
`
