import { assemble } from '../../../src/assemble/index.js'
import type { Block, Cell, Layout, Line } from '../../../src/model/block.js'
import type { Assembly, Draft } from '../../../src/model/draft.js'
import type { Box } from '../../../src/model/place.js'
import { normalise } from '../../../src/normalise/index.js'
import { parse } from '../../../src/parse/index.js'
import { tokenize } from '../../../src/tokenize/index.js'
import { programmeOf } from '../documents.js'

/** What assemble makes of pages written as text, each line 20 points high:
 *
 *     令和8年度当初予算            a line of text; `# ` before it makes it a heading
 *     | 款     | 本年度   | <     |   a row of a table; `<` goes on with the cell to its left,
 *     | ^      | 予算額   | 財源  |   `^` with the one above it
 *     | 　総務費 | 1⏎2    |       |   an ideographic space indents, `⏎` breaks a line
 *     ---                          the end of a page
 *
 * An empty line parts two tables. */
export const assemblyOf = async (print: string): Promise<Assembly> =>
  assemble(
    await Promise.all(
      print.split(/^ *---\n/mu).map(async (text, i) => {
        const clean = normalise(pageOf(text, i + 1))
        return { ...clean, texts: parse(await tokenize(clean)) }
      }),
    ),
  )

/** `programme role year stage yen` of each figure; a part of another figure has `/part` behind its role. */
export const figuresIn = (made: Assembly): string[] => made.drafts.map((draft) => figureOf(made, draft))

export const figureOf = (made: Assembly, draft: Draft): string => {
  const { role, partOf, fiscalYear, stage, amount } = draft
  const kind = partOf ? `${role}/part` : role
  const yen = amount.yen === null ? amount.status : inUnits(amount.yen)
  return `${programmeOf(made, draft)} ${kind} ${fiscalYear ?? '-'} ${stage ?? '-'} ${yen}`
}

/** Yen in the largest unit that leaves no decimals: `1234千円`. */
const inUnits = (yen: number): string => {
  const [power, unit] = ([8, 6, 3] as const)
    .map((at) => [10 ** at, names[at]] as const)
    .find(([at]) => yen % at === 0) ?? [1, '円']
  return yen === 0 ? '0円' : `${yen / power}${unit}`
}

const names = { 8: '億円', 6: '百万円', 3: '千円' } as const

export const WIDTH = 120
const HEIGHT = 20
const LEFT = 40

const pageOf = (print: string, page: number): Layout => {
  const rows = print.split('\n').map((text) => text.trim())
  const blocks: Block[] = []
  for (let at = 0; at < rows.length; at++) {
    const first = at
    if (!rows[at]) continue
    while (rows[first]?.startsWith('|') && rows[at + 1]?.startsWith('|')) at++
    blocks.push(rows[first]?.startsWith('|') ? tableAt(rows.slice(first, at + 1), first) : textAt(rows[at] ?? '', at))
  }
  return { page, source: 'pdf', width: 1000, height: 20 * rows.length, frames: [], blocks, issues: [] }
}

const textAt = (print: string, row: number): Block => {
  const line = lineAt(print.replace(/^# /u, ''), LEFT, HEIGHT * row)
  const kind = print.startsWith('# ') ? 'heading' : 'text'
  return { kind, box: line.box, frame: null, column: 0, lines: [line], cells: [] }
}

const tableAt = (prints: readonly string[], top: number): Block => {
  const rows = prints.map((print) =>
    print
      .replace(/^\||\|$/gu, '')
      .split('|')
      .map((text) => text.replace(/^ +| +$/gu, '')),
  )
  const goesOn = (row: number, column: number, mark: string): number => {
    const [down, right] = mark === '^' ? [1, 0] : [0, 1]
    let span = 1
    while (rows[row + span * down]?.[column + span * right] === mark) span++
    return span
  }
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): Cell[] => {
      if (text === '<' || text === '^') return []
      const [rowSpan, columnSpan] = [goesOn(row, column, '^'), goesOn(row, column, '<')]
      const [x0, y0] = [LEFT + WIDTH * column, HEIGHT * (top + row)]
      const box = { x0, y0, x1: x0 + WIDTH * columnSpan, y1: y0 + HEIGHT * rowSpan }
      return [{ row, column, rowSpan, columnSpan, box, lines: linesIn(text, box) }]
    }),
  )
  const width = Math.max(...rows.map(({ length }) => length))
  const box = { x0: LEFT, y0: HEIGHT * top, x1: LEFT + WIDTH * width, y1: HEIGHT * (top + rows.length) }
  return { kind: 'table', box, frame: null, column: 0, lines: [], cells }
}

const linesIn = (text: string, { x0, y0 }: Box): Line[] => {
  const prints = text.split('⏎')
  return text === '' ? [] : prints.map((print, i) => lineAt(print, x0 + 4, y0 + 4 + (12 * i) / prints.length))
}

const lineAt = (print: string, left: number, y0: number): Line => {
  const text = print.trimStart()
  const x0 = left + 10 * (print.length - text.length)
  const boxes = Float32Array.from(
    Array.from({ length: text.length }, (_, i) => [x0 + 5 * i, y0, x0 + 5 * i + 5, y0 + 10]).flat(),
  )
  const box = { x0, y0, x1: x0 + 5 * text.length, y1: y0 + 10 }
  const style = { size: 10, bold: false, colour: '#000000', vertical: false, number: Math.round(y0 / HEIGHT) + 1 }
  return { text, boxes, box, full: false, ...style }
}
