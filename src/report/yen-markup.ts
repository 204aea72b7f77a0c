import { type Html, html } from './html.js'
import { exactYen, readableYen } from './readable-yen.js'

/** An amount as people read it, with the yen in its tooltip. */
export const yenMarkup = (yen: number): Html => html`<span title="${exactYen(yen)}">${readableYen(yen)}</span>`
