import { type Html, html } from './html.js'
import type { ReviewData } from './review-data.js'

/** Where the script of a review page shows its items, its sheets and what is known of them. */
export const reviewMarkup = ({ isPaged, sheets, words }: ReviewData): Html => html`<main id="review">
<section class="page" aria-labelledby="page-title">
<h2 id="page-title">${isPaged ? 'ページ' : '本文'}</h2>
<p class="steps"><button type="button" id="sheet-before">前のページ</button> <label><input id="sheet-number" type="number" min="1" max="${sheets}" value="1" aria-label="ページの番号"> / ${sheets}</label> <button type="button" id="sheet-after">次のページ</button> <label>大きさ <select id="zoom"><option value="1">幅に合わせる</option><option value="1.5">150%</option><option value="2">200%</option><option value="3">300%</option></select></label></p>
<div id="stage" class="scrolls" tabindex="0" role="region" aria-label="ページの画像"></div>
<ul class="legend">${Object.entries(words.roles).map(([role, name]) => html`<li class="mark role-${role}">${name}</li>`)}<li class="mark leftover">読まなかったもの</li><li class="key label">名目</li><li class="key heading">事業の見出し</li></ul>
</section>
<section class="list" aria-labelledby="list-title">
<h2 id="list-title">金額 <span id="count" role="status"></span></h2>
<form id="filters">
<label>表示 <select id="show"></select></label>
<label>役割 <select id="role"></select></label>
<label>事業名 <input id="programme" type="search" autocomplete="off"></label>
</form>
<p class="steps"><button type="button" id="previous">前へ</button> <button type="button" id="next">次へ</button> <button type="button" id="next-review">次の要確認へ</button></p>
<div class="scrolls" tabindex="0" role="region" aria-label="金額の表">
<table>
<thead><tr><th scope="col">${isPaged ? 'ページ' : '行'}と印刷</th><th scope="col">金額</th><th scope="col">事業</th><th scope="col">役割・年度</th><th scope="col">状態</th></tr></thead>
<tbody id="rows"></tbody>
</table>
</div>
<p id="portions" class="steps"></p>
</section>
<section class="details" aria-label="選んだ金額">
<p id="told" class="unseen" role="status"></p>
<div id="facts"></div>
${formMarkup}
<section aria-labelledby="corrections-title">
<h3 id="corrections-title">この資料の訂正 <span id="correction-count">0</span>件</h3>
<ul id="corrections"></ul>
<p><button type="button" id="save">保存</button> <span id="save-said" role="status"></span></p>
</section>
<details><summary>キー操作</summary>
<p><kbd>n</kbd> 次の金額、<kbd>p</kbd> 前の金額、<kbd>r</kbd> 次の要確認、<kbd>Esc</kbd> 選択を解く</p>
<p><label><input type="checkbox" id="keys-on" checked> キー操作を使う</label></p>
</details>
</section>
</main>
`

const formMarkup = html`<form id="correction" hidden aria-labelledby="correction-title">
<h3 id="correction-title">確認と訂正</h3>
<p class="steps"><button type="button" id="accept">正しい</button> <button type="button" id="reject">予算の金額ではない</button></p>
<label>金額（円） <input name="new_yen" inputmode="numeric" autocomplete="off"></label>
<label>役割 <select name="new_role"></select></label>
<label>年度（西暦） <input name="new_fiscal_year" inputmode="numeric" autocomplete="off"></label>
<label>段階 <select name="new_stage"></select></label>
<label>事業名 <input name="new_programme" list="programme-names" autocomplete="off"></label>
<label>メモ <input name="note" autocomplete="off"></label>
<label>確認した人 <input name="by" autocomplete="name"></label>
<p><button id="correct">訂正を記録</button> <span id="correction-said" role="status"></span></p>
<datalist id="programme-names"></datalist>
</form>
`
