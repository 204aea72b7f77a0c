import { unnamed } from '../model/document-name.js'
import type { Figure } from '../model/figure.js'
import { groupBy } from '../model/groups.js'
import type { LineColumn } from '../model/line.js'
import { nameKey } from '../model/name-key.js'
import type { Programme } from '../model/programme.js'
import type { OwnProgramme } from '../model/revision.js'
import { type Entry, levelsTo, type Path, placeKey, type Value } from './entry.js'
import type { Label, Labelled } from './labels.js'
import { roleOf } from './terms.js'

/** A row of `programmes` in the making. */
export interface Node {
  readonly id: string
  readonly named: Labelled
  readonly levelType: Programme['level_type']
  readonly parent: Node | null
  /** Depth from 1. */
  readonly depth: number
}

const types = { kan: '款', kou: '項', moku: '目', setsu: '節' } as const

/** The programmes of a book: its 款, 項, 目 and 節, each once for all the tables that print it, and below them parts of 節 and lines of
 * 説明. */
export class Programmes {
  readonly nodes: Node[] = []
  private readonly known = new Map<string, Node>()
  /** Lines of 説明 that enclose the next one, by their depth. */
  private enclosing: { readonly depth: number; readonly node: Node }[] = []

  private byName: Map<string, Node[]> | null = null

  /** @param before how many programmes the document has already */
  constructor(private readonly before: number) {}

  /** The programme with a name: one that stands on the page, or else the first, or else a new one. */
  named(name: string, page: number | null): Node {
    const known = this.nodesNamed(name)
    return known.find(({ named }) => page !== null && named.label?.page === page) ?? known[0] ?? this.invent(name)
  }

  private nodesNamed(name: string): readonly Node[] {
    this.byName ??= groupBy(this.nodes, ({ named }) => nameKey(named.name))
    return this.byName.get(nameKey(name)) ?? []
  }

  private invent(name: string): Node {
    this.byName = null
    return this.make({ code: null, name, label: null }, 'programme', null)
  }

  /** The programme of an entry; entries come in the order of the book. */
  add(entry: Entry): Node {
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
    for (const level of levelsTo(to)) {
      const named = entry.path[level]
      if (!named) continue
      const key = placeKey(entry, level)
      const node: Node = this.known.get(key) ?? this.make(named, types[level], parent)
      this.known.set(key, node)
      parent = node
    }
    return parent
  }

  private make(named: Labelled, levelType: Programme['level_type'], parent: Node | null): Node {
    const number = this.before + this.nodes.length + 1
    const id = `${unnamed}-${String(number).padStart(4, '0')}`
    const node: Node = { id, named, levelType, parent, depth: (parent?.depth ?? 0) + 1 }
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

/** What figures say of their programme. */
export const ownProgramme = ({ id, named, parent }: Node): OwnProgramme => ({
  programme_row_id: id,
  programme: named.name,
  parent: parent?.named.name ?? null,
})

interface Shown {
  readonly value: Value
  readonly figure: Figure
}

/** The rows of `programmes`, with the money of their figures. */
export const toProgrammes = (nodes: readonly Node[], items: readonly Shown[]): Programme[] => {
  const own = groupBy(items, ({ figure }) => figure.programme_row_id)
  return nodes.map((node) => toProgramme(node, own.get(node.id) ?? []))
}

const toProgramme = (node: Node, own: readonly Shown[]): Programme => {
  const { named, parent, levelType } = node
  const at = (column: LineColumn): Figure | null => own.find((one) => columnNow(one) === column)?.figure ?? null
  const headline = at('current') ?? at('after') ?? at('supplement')
  const [amount, previous] = [headline?.yen ?? null, at('previous')?.yen ?? null]
  return {
    programme_row_id: node.id,
    document_id: unnamed,
    name: named.name,
    name_normalized: nameKey(named.name),
    name_missing: false,
    english_name: null,
    number_printed: named.code,
    level: node.depth,
    level_type: levelType,
    parent_row_id: parent?.id ?? null,
    pages: pagesOf(named.label, own),
    heading_page: named.label?.page ?? null,
    heading_boxes: named.label?.boxes ?? null,
    executing_body: null,
    fiscal_year: headline?.fiscal_year ?? null,
    stage: headline?.stage ?? null,
    amount_status: headline?.amount_status ?? null,
    amount_yen: amount,
    precision_yen: headline?.precision_yen ?? null,
    previous_amount_yen: previous,
    change_yen: amount === null || previous === null ? null : amount - previous,
    change_printed_yen: at('change')?.yen ?? null,
    supplementary_yen: at('supplement')?.yen ?? null,
    children_sum_yen: null,
    sum_check: 'not_checked',
    headline_figure_id: headline?.figure_id ?? null,
    note: null,
  }
}

/** The column of a value, or the one that a person has made it of; null for none that programmes speak of. */
const columnNow = ({ value, figure }: Shown): LineColumn | null =>
  figure.role === roleOf(value.column) ? value.column : (columnsOfRoles[figure.role] ?? null)

const columnsOfRoles: Readonly<Partial<Record<Figure['role'], LineColumn>>> = {
  budget: 'current',
  comparison: 'previous',
  change: 'change',
}

const pagesOf = (label: Label | null, own: readonly Shown[]): string | null => {
  const pages = new Set([...(label ? [label.page] : []), ...own.map(({ value }) => value.page)])
  return pages.size === 0 ? null : [...pages].sort((a, b) => a - b).join(';')
}
