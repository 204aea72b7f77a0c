import type { IssueRuleId } from '../model/issue-rules.js'
import type { Direction, LineColumn, LineLevel } from '../model/line.js'
import { columnsOf, type Section } from './column.js'
import type { TreeLevel } from './column-words.js'
import type { Carried, Description, Remark } from './descriptions.js'
import { foldDigits, readCell } from './digits.js'
import { type Entry, levelsTo, nowhere, type Path, placeKey, type Value } from './entry.js'
import { isRight, namesMoku, type Sheet } from './facing.js'
import { directionIn, headingsIn, titleIn, unitIn } from './headings.js'
import { KnownNames } from './known-names.js'
import { carriedOn, type Labelled, labelOf } from './labels.js'
import { describedOf, namedOf } from './names.js'
import type { Piece } from './pieces.js'
import { levelled, type Print, squeeze } from './print.js'
import { printedHeadingsIn } from './printed-headings.js'
import type { Row } from './rows.js'
import { SetsuLevels } from './setsu-levels.js'
import { Spacing } from './spacing.js'
import { isBeside, type Money, type Plain, type Thing, type TreeName, thingsOf } from './things.js'
import { sumOf } from './totals.js'
import { TreeLevels } from './tree-levels.js'
import { type Unread, unreadIn } from './unread.js'

/** What the section at hand says of all its rows. */
interface Scene {
  readonly table: string
  readonly levels: readonly TreeLevel[]
  /** What 節 and 説明 print: the budget of the year, or the supplement. */
  readonly column: LineColumn
  /** Whether 説明 explain 節. */
  readonly isTied: boolean
}

/** A place of the budget as a row names it. */
interface Entered {
  readonly level: TreeLevel
  readonly named: Labelled
}

/** A line of 説明, its indent in points from the left of its column, and whether it prints money. */
interface Enclosing {
  readonly indent: number
  readonly isPriced: boolean
}

type SetsuThing = Extract<Thing, { kind: 'setsu' }>

/** Indents of one column on two pages differ by no more, in points. */
const SAME_INDENT = 3

/** Walks through the sheets of a book in their order and remembers where it is: the account, the side of the budget, 款, 項,
 * 目 and 節. What it meets becomes entries. */
export class Ledger {
  readonly entries: Entry[] = []
  /** Numbers that may be money and became no entry. */
  readonly unread: Unread[] = []
  fiscalYear: number | null = null
  private account: string | null = null
  private direction: Direction | null = null
  private unit: number | null = null
  private path: Path = nowhere
  private known = new KnownNames()
  private readonly levels = new TreeLevels()
  private readonly spacing = new Spacing()
  private readonly setsuLevels = new SetsuLevels()
  /** What headings have said, and amounts of headings of this sheet that say it again. */
  private readonly said = new Set<string>()
  private again: Value[] = []
  /** The lines of 説明 that enclose the next one. */
  private enclosing: readonly Enclosing[] = []
  /** Whether no 目 is named on the sheet, nor may be carried on from the one before. */
  private isAdrift = false
  /** The last line of 説明, while the next page may carry on its name. */
  private open: { readonly entry: number; readonly at: readonly number[] } | null = null

  /** A page without tables of the book: a title, articles. */
  pass(prints: readonly Print[]): void {
    for (const { text } of prints) this.head(text)
  }

  walk(sheet: Sheet): void {
    const { prints } = sheet.leaf
    this.unit = prints.map(({ text }) => unitIn(text)).find((unit) => unit !== null) ?? this.unit
    this.isAdrift = isRight(sheet) && !namesMoku(sheet)
    const before = this.entries.length
    for (const section of sheet.sections) {
      const ends = sheet.sections.flatMap(({ bottom }) => (bottom <= section.top ? [bottom] : []))
      const from = Math.max(-Infinity, ...ends)
      const above = prints.filter(({ box }) => box.y0 >= from && box.y0 < section.top - 1 && isBeside(section, box))
      for (const print of levelled(above)) this.heading(print, tableOf(section))
      this.section(sheet, section)
    }
    const read = this.entries.slice(before).flatMap(({ values }) => values)
    this.unread.push(...unreadIn(sheet, [...read, ...this.again]))
    this.again = []
  }

  private section(sheet: Sheet, section: Section): void {
    const { things, isTied } = thingsOf(sheet, section, this.spacing)
    if (hasFunds(section)) this.turnTo('expenditure')
    const scene: Scene = {
      table: tableOf(section),
      levels: levelsOf(section).flat(),
      column: columnsOf(section, 'money').some(({ meaning }) => meaning.column === 'supplement')
        ? 'supplement'
        : 'current',
      isTied: isTied ?? this.direction === 'revenue',
    }
    for (const thing of things) this.meet(thing, scene)
  }

  private meet(thing: Thing, scene: Scene): void {
    if (thing.kind === 'heading') this.heading(thing.print, scene.table)
    else if (thing.kind === 'tree') this.tree(thing.row, scene)
    else if (thing.kind === 'setsu') this.setsu(thing, scene)
    else if (thing.kind === 'remark') this.indentBy(thing.line, thing.left, false)
    else if (thing.kind === 'told') this.told(thing.line, thing.left, scene)
    else this.carryOn(thing.lines, thing.left)
  }

  /** A line beside the tables: a title, a side of the budget, or names of 款 and 項 with their amounts. */
  private heading(print: Print, table: string): void {
    this.head(print.text)
    for (const { heading, name, amount } of printedHeadingsIn(print)) {
      const { level, code } = heading
      const named = { code, name: heading.name, label: labelOf([name]) }
      if (heading.name === '') {
        this.enterNumber(level, code)
        continue
      }
      this.enter(level, named)
      const values = amount ? this.valueOf(amount, 'current') : []
      if (values.length > 0) this.priced(this.entry('heading', table, level, named, values), level)
    }
  }

  /** Goes to a place that a heading names by its number alone. */
  private enterNumber(level: TreeLevel, code: string | null): void {
    const known = this.known.nameOf(this.direction, level, this.path, code)
    if (known) this.enter(level, known)
    else this.isAdrift = true
  }

  /** A heading with its amount, which each page of its table may print again. */
  private priced(entry: Entry, level: TreeLevel): void {
    const says = [entry.table, placeKey(entry, level), ...entry.values.map(({ value }) => value)].join(' ')
    if (this.said.has(says)) this.again.push(...entry.values)
    else this.entries.push(entry)
    this.said.add(says)
  }

  private head(text: string): void {
    const title = titleIn(text)
    if (title) {
      this.fiscalYear ??= title.fiscalYear
      if (title.account !== this.account) this.known = new KnownNames()
      this.account = title.account
    }
    const direction = directionIn(text)
    if (direction) this.turnTo(direction)
  }

  private turnTo(direction: Direction): void {
    if (direction === this.direction) return
    this.direction = direction
    this.path = nowhere
  }

  /** Goes to a place of the budget. */
  private enter(level: TreeLevel | 'setsu', { code, name, label }: Labelled): void {
    const now = this.path[level]
    if (now && now.code === code && now.name === name) return
    const above = levelsTo(level).slice(0, -1)
    const before = Object.fromEntries(above.map((one) => [one, this.path[one]]))
    this.path = { ...nowhere, ...before, [level]: { code, name, label } }
    if (level !== 'setsu') {
      this.enclosing = []
      this.known.add(this.direction, level, this.path)
    }
    this.open = null
  }

  private tree({ names, amounts }: Row<Money, TreeName>, scene: Scene): void {
    const values = amounts.flatMap(({ piece, column }) => this.valueOf(piece, column))
    const whole = names.map(({ piece }) => piece.text).join('')
    const label = labelOf(names.map(({ piece }) => piece))
    const sum = sumOf(whole, scene.levels)
    if (sum) {
      this.sum(sum, { code: null, name: squeeze(whole), label }, values, scene)
      return
    }
    const entered = this.enterAll(names, values.length > 0)
    if (values.length === 0) return
    const { code, name } = this.path.moku ?? { code: null, name: squeeze(whole) }
    if (entered) this.push('row', scene, entered.level, entered.named, values)
    else this.push('row', scene, 'moku', { code, name, label }, values, 'programme_missing')
  }

  /** Goes to what the names of a row name, column by column; the last of them. Text without a number and without an amount
   * names nothing. */
  private enterAll(names: readonly TreeName[], hasAmounts: boolean): Entered | null {
    let entered: Entered | null = null
    for (const left of new Set(names.map((name) => name.left))) {
      const own = names.filter((name) => name.left === left)
      const texts = own.map(({ piece }) => piece.text)
      const [first] = own as [TreeName]
      const told = headingsIn(texts.join(' ')).find((heading) => heading.name !== '')
      const { code, name } = told ?? namedOf(texts)
      if (name === '' || (code === null && !hasAmounts)) continue
      const { text, box } = first.piece
      if (told) this.levels.say(first.levels, told.level)
      const level = told?.level ?? this.levels.levelOf(first.levels, text, box.x0 - left)
      const named = { code, name, label: labelOf(own.map(({ piece }) => piece)) }
      this.enter(level, named)
      entered = { level, named }
    }
    return entered
  }

  private sum(level: LineLevel, named: Labelled, values: readonly Value[], scene: Scene): void {
    const isPlaced = level === 'total' || this.path[level as keyof Path] !== null
    if (values.length > 0) this.push('sum', scene, level, named, values, isPlaced ? null : 'programme_missing')
  }

  private setsu({ row: { names, amounts }, isPart: isBelow, left }: SetsuThing, scene: Scene): void {
    const pieces = names.map(({ piece }) => piece)
    const named = { ...namedOf(pieces.map(({ text }) => text)), label: labelOf(pieces) }
    const values = amounts.flatMap(({ piece }) => this.valueOf(piece, scene.column))
    if (named.name === '' && values.length === 0) return
    const isPart = isBelow || this.isPart(named, names, left)
    if (!isPart && named.name !== '') this.enter('setsu', named)
    if (values.length > 0) this.push('row', scene, isPart ? 'part' : 'setsu', named, values, this.doubtOf(named))
  }

  /** Rows of 節 and 説明 are of a 目. */
  private doubtOf({ name }: Labelled): IssueRuleId | null {
    return name === '' || this.isAdrift || this.path.moku === null ? 'programme_missing' : null
  }

  private isPart({ code }: Labelled, names: readonly Plain[], left: number): boolean {
    const { setsu } = this.path
    const isNumbered = setsu?.code != null
    const [first, ...others] = names.map(({ piece }) => piece)
    if (!first || (code === null && isNumbered)) return isNumbered
    if (setsu === null || (code !== null && !isNumbered)) this.setsuLevels.restart()
    return this.setsuLevels.isPart([first, ...others], left)
  }

  private told(line: Description, left: number, scene: Scene): void {
    this.indentBy(line, left, true)
    const values = this.valueOf(line.amount, scene.column)
    const named = { ...describedOf(line.names), label: labelOf(line.printed) }
    const path = scene.isTied ? this.path : { ...this.path, setsu: null }
    this.entries.push({
      ...this.entry('row', scene.table, 'description', named, values),
      path,
      depth: this.enclosing.length,
      isPriced: this.enclosing[0]?.isPriced !== false,
      doubt: this.doubtOf(named),
    })
    const at = line.openAt.map((x) => x - left)
    this.open = at.length > 0 ? { entry: this.entries.length - 1, at } : null
  }

  /** Goes as deep into 説明 as a line is set in: lines enclose those below that begin further right. */
  private indentBy({ indent, size }: Remark, left: number, isPriced: boolean): void {
    const own = indent - left
    const outer = this.enclosing.filter((one) => one.indent < own - size / 2)
    this.enclosing = [...outer, { indent: own, isPriced }]
  }

  /** Lines at the head of a page carry on the name of the last line of the page before, if they begin where that does. */
  private carryOn(lines: readonly Carried[], left: number): void {
    const { open } = this
    this.open = null
    const entry = open && this.entries[open.entry]
    const isCarried = lines.every(({ indent }) => open?.at.some((x) => Math.abs(x - (indent - left)) <= SAME_INDENT))
    if (!entry || !isCarried) return
    const { code, name: begun, label } = entry.named
    const texts = lines.map(({ text }) => text)
    const { name } = describedOf([begun, ...texts])
    this.entries[open.entry] = { ...entry, named: { code, name, label: carriedOn(label, texts) } }
  }

  private valueOf(piece: Piece, column: LineColumn): Value[] {
    const { page, line, boxes, text } = piece
    const [, digits = '', unit = ''] = /^(.*?)([百十]?[千万]?円)?$/su.exec(text) ?? []
    const read = readCell(digits)
    if (read.kind === 'nil' || !/\d/u.test(foldDigits(digits))) return []
    const value = read.kind === 'number' ? read.value : null
    return [{ column, value, unit: unitIn(unit) ?? this.unit, raw: text, page, line, boxes }]
  }

  private push(
    print: Entry['print'],
    { table }: Scene,
    level: LineLevel,
    named: Labelled,
    values: readonly Value[],
    doubt: IssueRuleId | null = null,
  ): void {
    this.entries.push({ ...this.entry(print, table, level, named, values), doubt })
  }

  private entry(
    print: Entry['print'],
    table: string,
    level: LineLevel,
    named: Labelled,
    values: readonly Value[],
  ): Entry {
    const { account, direction } = this
    const path = pathTo(level, this.path)
    return { print, table, account, direction, level, named, path, depth: null, isPriced: true, values, doubt: null }
  }
}

/** Of the path only what holds a row of a level: 計 of a 項 stands below its last 節 and is not in it. */
const pathTo = (level: LineLevel, { kan, kou, moku, setsu }: Path): Path => {
  if (level === 'total') return nowhere
  if (level === 'kan') return { ...nowhere, kan }
  if (level === 'kou') return { ...nowhere, kan, kou }
  return { kan, kou, moku, setsu: level === 'moku' ? null : setsu }
}

const levelsOf = (section: Section): (readonly TreeLevel[])[] =>
  columnsOf(section, 'names').map(({ meaning }) => meaning.levels)

/** Tables of one kind name the same levels in the same columns. */
const tableOf = (section: Section): string =>
  levelsOf(section)
    .map((levels) => levels.join('+'))
    .join()

const funds: ReadonlySet<LineColumn> = new Set(['national_prefectural', 'bond', 'general'])

/** Only expenditure is told by where its money comes from. */
const hasFunds = (section: Section): boolean =>
  columnsOf(section, 'money').some(({ meaning }) => funds.has(meaning.column))
