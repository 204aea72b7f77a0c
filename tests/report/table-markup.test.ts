import { describe, expect, it } from 'vitest'
import { html } from '../../src/report/html.js'
import { tableMarkup } from '../../src/report/table-markup.js'
import { hostile, tagsOf } from './markup.js'

const rows = [html`<tr><td>1</td></tr>`, html`<tr><td>2</td></tr>`]

describe('tableMarkup', () => {
  it('can be reached with the keyboard and is called what it is', () => {
    expect(
      tableMarkup({ label: '合計の表', caption: '合計', heads: ['金額', '円'], rows }).text,
    ).toBe(`<div class="scrolls" tabindex="0" role="region" aria-label="合計の表"><table>
<caption>合計</caption>
<thead><tr><th scope="col">金額</th><th scope="col">円</th></tr></thead>
<tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table></div>`)
  })

  it.each(hostile)('shows %j as text', (text) => {
    const names = (words: string) =>
      tagsOf(tableMarkup({ label: words, caption: words, heads: [words], rows }).text).map(({ name }) => name)
    expect(names(text)).toEqual(names('plain'))
  })
})
