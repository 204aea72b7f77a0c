import { type Html, html } from './html.js'

interface Table {
  /** What readers of the screen call the place that scrolls. */
  readonly label: string
  readonly caption: string
  /** Of the columns. */
  readonly heads: readonly string[]
  readonly rows: readonly Html[]
}

/** A table that scrolls within the page when it is wider, with the keyboard too. */
export const tableMarkup = ({
  label,
  caption,
  heads,
  rows,
}: Table): Html => html`<div class="scrolls" tabindex="0" role="region" aria-label="${label}"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`
