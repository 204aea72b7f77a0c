import type { ReviewData } from '../review-data.js'
import { byId, element } from './element.js'
import { type Filter, type Show, shows } from './filter.js'
import type { Item } from './items.js'

/** Where the reader says which items the table lists. */
export class FilterForm {
  private readonly show = byId('show', HTMLSelectElement)
  private readonly role = byId('role', HTMLSelectElement)
  private readonly programme = byId('programme', HTMLInputElement)

  constructor({ words }: ReviewData, items: readonly Item[], changed: () => void) {
    for (const { show, name, isShown } of shows)
      this.show.append(element('option', { value: show }, `${name}（${items.filter(isShown).length}）`))
    this.role.append(
      element('option', { value: '' }, 'すべての役割'),
      ...Object.entries(words.roles).map(([value, text]) => element('option', { value }, text)),
    )
    this.show.value = items.some(({ rank }) => rank < 3) ? 'attention' : 'all'
    for (const field of [this.show, this.role]) field.addEventListener('change', changed)
    this.programme.addEventListener('input', changed)
    byId('filters', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault())
  }

  read(): Filter {
    return { show: this.show.value as Show, role: this.role.value, programme: this.programme.value }
  }

  /** Lists everything, so that an item that the filters leave out can be shown. */
  clear(): void {
    this.show.value = 'all'
    this.role.value = ''
    this.programme.value = ''
  }
}
