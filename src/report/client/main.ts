import { CorrectionForm } from './correction-form.js'
import { actionOf, CorrectionList } from './correction-list.js'
import { Corrections } from './corrections.js'
import { readData } from './data.js'
import { Details } from './details.js'
import { byId } from './element.js'
import { filtered } from './filter.js'
import { FilterForm } from './filter-form.js'
import { type Item, itemsOf } from './items.js'
import { listenForKeys } from './keys.js'
import { List } from './list.js'
import { litOf, Viewer } from './viewer.js'

// The script of a review page. What is selected stands in the address (#figure-id, #page-3, #overview), so that links lead to
// figures and the browser's way back works; everything else follows from it.

const data = readData()
const items = itemsOf(data)
const byItsId = new Map(items.map((item) => [item.id, item]))

let selected: Item | null = null
let sheet = 0

const corrections = new Corrections(data, () => render())
const filters = new FilterForm(data, items, () => list.show(listed(), null))
const list = new List(data, { decided: (item) => actionOf(corrections.of(item)) })
const viewer = new Viewer(data, items, (to) => go(`page-${to + 1}`))
const details = new Details(data)
const form = new CorrectionForm(data, corrections)
const decided = new CorrectionList(data, corrections, () => form.isTyping())

let shown: readonly Item[] = []
let filter = ''

/** The same list as before when the filters are the same. */
const listed = (): readonly Item[] => {
  const now = filters.read()
  if (JSON.stringify(now) === filter) return shown
  filter = JSON.stringify(now)
  shown = filtered(items, now)
  return shown
}

/** Goes at once: the browser tells of a new address only later, and keys may come faster. */
const go = (id: string): void => {
  location.hash = encodeURIComponent(id)
  follow()
}

/** What the address names; a torn one names itself. */
const named = (): string => {
  const text = location.hash.slice(1)
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const follow = (): void => {
  const id = named()
  // The way past the page to the table.
  if (id === 'rows') {
    byId('rows', HTMLElement).querySelector('a')?.focus()
    return
  }
  const page = /^page-(\d+)$/u.exec(id)?.[1]
  byId('overview', HTMLElement).hidden = id !== 'overview'
  byId('review', HTMLElement).hidden = id === 'overview'
  selected = byItsId.get(id) ?? null
  if (selected) sheet = selected.sheet
  else if (page) sheet = Math.min(Math.max(0, Number(page) - 1), data.sheets - 1)
  if (selected && !listed().includes(selected)) filters.clear()
  render()
  // Where the page stands above the table, a row leads to it.
  if (selected) byId('stage', HTMLElement).scrollIntoView({ block: 'nearest' })
  tell(selected || page || views.has(id) ? '' : `この資料に ${id} はありません。`)
}

const views: ReadonlySet<string> = new Set(['', 'review', 'overview'])

/** Says in a line what the reader should know, on the screen only where it is not seen anyway. */
const tell = (text: string): void => {
  const told = byId('told', HTMLElement)
  told.classList.toggle('unseen', text === '')
  told.textContent = text || (selected ? byId('selected', HTMLElement).textContent : '')
}

const render = (): void => {
  list.show(listed(), selected)
  viewer.show(sheet, selected && litOf(selected, data))
  details.show(selected)
  form.show(selected)
  decided.show()
}

/** The items behind the selected one in the list, or before it from there. */
const rest = (by: 1 | -1): readonly Item[] => {
  const all = listed()
  const from = selected ? all.indexOf(selected) : -1
  return by === 1 ? all.slice(from + 1) : all.slice(0, Math.max(0, from)).reverse()
}

const step = (by: 1 | -1): void => {
  const [next] = rest(by)
  if (next) go(next.id)
  else tell(by === 1 ? 'これが最後です。' : 'これが最初です。')
}

/** The next one that nobody has decided about, from the end on from the beginning. */
const stepToReview = (): void => {
  const isOpen = (item: Item): boolean => item.rank < 3 && corrections.of(item) === null
  const next = rest(1).find(isOpen) ?? listed().find((item) => item !== selected && isOpen(item))
  if (next) go(next.id)
  else tell('ほかに、この一覧に確認の要るものはありません。')
}

const steps = { next: () => step(1), previous: () => step(-1), review: stepToReview }

byId('next', HTMLButtonElement).addEventListener('click', steps.next)
byId('previous', HTMLButtonElement).addEventListener('click', steps.previous)
byId('next-review', HTMLButtonElement).addEventListener('click', steps.review)
listenForKeys({ n: steps.next, p: steps.previous, r: steps.review, Escape: () => go(`page-${sheet + 1}`) })
window.addEventListener('hashchange', follow)
sheet = items.find(({ rank }) => rank < 3)?.sheet ?? items[0]?.sheet ?? 0
follow()
