import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { allowedIn, Html, html } from '../html.js'
import { exactYen, readableYen } from '../readable-yen.js'
import { tableMarkup } from '../table-markup.js'
import type { Bar, BarGroup } from './bars.js'

/** Widths in CSS pixels that charts are drawn for: telephones and screens. The style sheet shows one of them. */
const widths = [
  { name: 'narrow', width: 320, labels: 96 },
  { name: 'wide', width: 800, labels: 150 },
] as const

/** Bars of programmes, each programme below its name, with the yen in tooltips. Beside the drawing stands the same as a table,
 * for readers of the screen and of print. */
export const chartMarkup = (title: string, groups: readonly BarGroup[], address: Address): Html =>
  html`<figure class="chart"><figcaption>${title}</figcaption>
${widths.map((setting) => new Html(drawing(title, groups, setting)))}
<details><summary>表で見る</summary>${barTable(title, groups, address)}</details></figure>`

/** Where the address of a figure in a document is made. */
export type Address = (documentId: string, figureId: string) => string

const rowHeight = 20
const nameHeight = 26

type Row = Readonly<{ y: number; label: string; yen: number; title: string }>

const drawing = (
  title: string,
  groups: readonly BarGroup[],
  { name, width, labels }: (typeof widths)[number],
): string => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const placed = placedOf(groups)
  const drawn = Plot.plot({
    document,
    width,
    height: placed.height,
    marginLeft: labels,
    marginRight: 110,
    marginTop: 0,
    marginBottom: 4,
    ariaLabel: allowedIn(title),
    x: { axis: null, domain: domainOf(placed.rows) },
    y: { axis: null, domain: [0, placed.height], range: [0, placed.height] },
    marks: [
      Plot.rect(placed.rows, {
        ...{ x1: 0, x2: 'yen', y1: (row: Row) => row.y + 2, y2: (row: Row) => row.y + rowHeight - 2 },
        ...{ title: 'title', className: 'bars' },
      }),
      Plot.text(placed.rows, {
        ...middle,
        x: (row: Row) => Math.max(0, row.yen),
        text: (row: Row) => readableYen(row.yen),
        textAnchor: 'start',
        dx: 4,
        fontSize: 12,
      }),
      Plot.text(placed.rows, {
        ...middle,
        frameAnchor: 'left',
        text: 'label',
        textAnchor: 'end',
        dx: -6,
        fontSize: 12,
      }),
      Plot.text(placed.names, {
        y: 'y',
        frameAnchor: 'left',
        text: 'name',
        textAnchor: 'start',
        dx: -labels,
        fontSize: 13,
        fontWeight: 'bold',
      }),
    ],
  })
  // Its style would need a hole in the page's policy; ours holds for it.
  for (const style of drawn.querySelectorAll('style')) style.remove()
  drawn.setAttribute('class', name)
  drawn.setAttribute('role', 'img')
  return drawn.outerHTML
}

const middle = { y: (row: Row) => row.y + rowHeight / 2 } as const

const placedOf = (groups: readonly BarGroup[]) => {
  let height = 0
  const names: { readonly name: string; readonly y: number }[] = []
  const rows: Row[] = []
  for (const { name: printed, bars } of groups) {
    const name = allowedIn(printed)
    names.push({ name, y: height + nameHeight / 2 })
    height += nameHeight
    for (const { label: words, yen } of bars) {
      const label = allowedIn(words)
      rows.push({ y: height, label, yen, title: `${name} ${label} ${exactYen(yen)}` })
      height += rowHeight
    }
  }
  return { names, rows, height }
}

const domainOf = (rows: readonly Row[]): [number, number] => [
  Math.min(0, ...rows.map(({ yen }) => yen)),
  Math.max(1, ...rows.map(({ yen }) => yen)),
]

const heads = ['事業', '年度・段階', '金額', '円']

const barTable = (title: string, groups: readonly BarGroup[], address: Address): Html =>
  tableMarkup({
    label: `${title}の表`,
    caption: title,
    heads,
    rows: groups.flatMap(({ name, bars }) => bars.map((bar) => barRow(name, bar, address))),
  })

const barRow = (
  name: string,
  { label, yen, needsReview, figureId, documentId }: Bar,
  address: Address,
): Html => html`<tr><th scope="row">${name}</th><td>${label}${needsReview ? '（要確認）' : ''}</td><td class="amount"><a href="${address(documentId, figureId)}">${readableYen(yen)}</a></td><td class="amount">${exactYen(yen)}</td></tr>
`
