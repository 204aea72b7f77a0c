import type { Figure } from '../model/figure.js'
import { nameKey } from '../model/name-key.js'
import type { Programme } from '../model/programme.js'
import { type Entry, type Path, placeKey, type Value, yenOf } from './entry.js'
import type { Named } from './names.js'

/** A row of `programmes` in the making. */
export interface Node {
  readonly id: string
  readonly named: Named
  readonly levelType: Programme['level_type']
  readonly parent: Node | null
  /** Depth from 1. */
  readonly depth: number
  readonly pages: Set<number>
  /** The first values that it has by column, with the ids of their figures. */
  readonly values: Map<Value['column'], { readonly value: Value; readonly figure: string }>
}

const order = ['kan', 'kou', 'moku', 'setsu'] as const
const types = { kan: '款', kou: '項', moku: '目', setsu: '節' } as const

/** The programmes of a book: its 款, 項, 目 and 節, each once for all the tables that print it, and below them parts of 節 and lines of
 * 説明. */
export class Programmes {
  readonly nodes: Node[] = []
  private readonly known = new Map<string, Node>()
  private readonly own = new Map<Entry, Node>()
  /** Lines of 説明 that enclose the next one, by their depth. */
  private enclosing: { readonly depth: number; readonly node: Node }[] = []

  /** @param idOf the id of the programme with a number, from 1 */
  constructor(private readonly idOf: (number: number) => string) {}

  /** Entries come in the order of the book. */
  add(entry: Entry, figureOf: (value: Value) => string): void {
    const node = this.nodeFor(entry)
    this.own.set(entry, node)
    for (const value of entry.values) {
      node.pages.add(value.page)
      if (!node.values.has(value.column)) node.values.set(value.column, { value, figure: figureOf(value) })
    }
  }

  of(entry: Entry): Node {
    return this.own.get(entry) as Node
  }

  private nodeFor(entry: Entry): Node {
    const { level, named } = entry
    if (level === 'total') return this.make(named, 'section', null)
    if (entry.print === 'sum') return this.make(named, 'section', this.placeOf(entry, level as keyof Path))
    if (level === 'description') return this.told(entry)
    const place = this.placeOf(entry, level === 'part' ? 'setsu' : level)
    return level === 'part' || !place ? this.make(named, 'component', place) : place
  }

  private told(entry: Entry): Node {
    const depth = entry.depth ?? 1
    const place = this.placeOf(entry, 'setsu')
    this.enclosing = this.enclosing.filter((one) => one.depth < depth && one.node.parent !== null)
    const above = this.enclosing.at(-1)
    const isBelow = above !== undefined && rootOf(above.node) === place
    const node = this.make(entry.named, depth === 1 ? 'programme' : 'subprogramme', isBelow ? above.node : place)
    this.enclosing.push({ depth, node })
    return node
  }

  /** The node of the place of an entry, down to a level, with all that enclose it. */
  private placeOf(entry: Entry, to: keyof Path): Node | null {
    let parent: Node | null = null
    for (const level of order.slice(0, order.indexOf(to) + 1)) {
      const named = entry.path[level]
      if (!named) continue
      const key = placeKey(entry, level)
      const node: Node = this.known.get(key) ?? this.make(named, types[level], parent)
      this.known.set(key, node)
      parent = node
    }
    return parent
  }

  private make(named: Named, levelType: Programme['level_type'], parent: Node | null): Node {
    const node: Node = {
      id: this.idOf(this.nodes.length + 1),
      named,
      levelType,
      parent,
      depth: (parent?.depth ?? 0) + 1,
      pages: new Set(),
      values: new Map(),
    }
    this.nodes.push(node)
    return node
  }
}

/** The 款, 項, 目 or 節 that a line of 説明 is below. */
const rootOf = (node: Node): Node | null => {
  let at: Node | null = node
  while (at && (at.levelType === 'programme' || at.levelType === 'subprogramme')) at = at.parent
  return at
}

/** The row of `programmes` for a node. */
export const toProgramme = (node: Node, documentId: string, figureOf: (id: string) => Figure | null): Programme => {
  const at = (column: Value['column']) => node.values.get(column) ?? null
  const headline = at('current') ?? at('after') ?? at('supplement')
  const figure = headline && figureOf(headline.figure)
  const yen = (one: { readonly value: Value } | null): number | null => (one ? yenOf(one.value) : null)
  const [amount, previous, supplement] = [yen(headline), yen(at('previous')), at('supplement')]
  return {
    programme_row_id: node.id,
    document_id: documentId,
    name: node.named.name,
    name_normalized: nameKey(node.named.name),
    name_missing: false,
    english_name: null,
    number_printed: node.named.code,
    level: node.depth,
    level_type: node.levelType,
    parent_row_id: node.parent?.id ?? null,
    pages: node.pages.size === 0 ? null : [...node.pages].sort((a, b) => a - b).join(';'),
    heading_page: null,
    heading_boxes: null,
    executing_body: null,
    fiscal_year: figure?.fiscal_year ?? null,
    stage: figure?.stage ?? null,
    amount_status: figure?.amount_status ?? null,
    amount_yen: amount,
    precision_yen: figure?.precision_yen ?? null,
    previous_amount_yen: previous,
    change_yen: amount === null || previous === null ? null : amount - previous,
    change_printed_yen: yen(at('change')),
    supplementary_yen: yen(supplement),
    children_sum_yen: null,
    sum_check: 'not_checked',
    headline_figure_id: figure?.figure_id ?? null,
    note: null,
  }
}
