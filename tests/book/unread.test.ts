import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DrawnShapes } from '../../src/book/drawn-shapes.js'
import { book as newBook } from '../../src/book/index.js'
import type { Leaf } from '../../src/book/leaf.js'
import { leafOf } from '../../src/book/leaf.js'
import type { Reading } from '../../src/book/reading.js'
import { layout } from '../../src/layout/index.js'
import { load } from '../../src/load/index.js'
import { book, leavesOfBook, walked } from './leaves.js'

const folder = join(process.env.YOSAN_BENCH ?? '', '..', 'real', 'books')
const exists = process.env.YOSAN_BENCH !== undefined && existsSync(folder)
const published = exists ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : []

interface Line {
  readonly page: number
  readonly text: string
}

/** The lines of the pages that the reader of books claims, and what it reads of them. */
const readFile = async (path: string): Promise<{ lines: Line[]; reading: Reading }> => {
  const { pages } = await load({ path }, { pages: null })
  const [reader, claimed, lines] = [newBook(), new Set<number>(), [] as Line[]]
  const settle = (settled: ReturnType<typeof reader.end>): void => {
    for (const { page, isBook } of settled) if (isBook) claimed.add(page)
  }
  for await (const page of pages) {
    const laid = layout(page)
    lines.push(...leafOf(page, laid, new DrawnShapes()).prints.map(({ text }) => ({ page: page.number, text })))
    settle(reader.read(page, laid))
  }
  settle(reader.end())
  return { lines: lines.filter(({ page }) => claimed.has(page)), reading: reader.reading }
}

const money =
  /(?<![\d０-９,，.])[\d０-９]{1,3}(?:\s?[,，]\s?[\d０-９]{3})+(?!\s?(?!千?円|百万円)[\p{L}㎡㎥])(?![\d０-９])/gu
const squeezed = (text: string): string => text.normalize('NFKC').replace(/[^\d,]/gu, '')

/** Money of lines that is neither a value nor reported. A line with factors is a basis of calculation, and the headings of
 * 款 and 項 stand on every page of their tables. */
const dropped = (lines: readonly Line[], { entries, unread }: Reading): string[] => {
  const values = entries.flatMap((entry) => entry.values)
  const known = new Set([...values, ...unread].map(({ page, raw }) => `${page} ${squeezed(raw)}`))
  const headings = new Set(
    entries.flatMap(({ print, values: [value] }) => (print === 'heading' && value ? [squeezed(value.raw)] : [])),
  )
  return lines
    .filter(({ text }) => !/[×xX*＊÷@＠/／=＝]/u.test(text))
    .flatMap(({ page, text }) => [...text.matchAll(money)].map(([raw]) => ({ page, text, raw: squeezed(raw) })))
    .filter(({ page, text, raw }) => !known.has(`${page} ${raw}`) && !(/[款項]/u.test(text) && headings.has(raw)))
    .map(({ page, text }) => `page ${page}: ${text}`)
}

describe('no money of a page of a book is dropped silently', () => {
  it('in the fixture', async () => {
    const { lines, reading } = await readFile(book)
    expect(lines.length).toBeGreaterThan(100)
    expect(dropped(lines, reading)).toEqual([])
    expect(reading.unread).toEqual([])
  })

  it.each(published)('in %s', { timeout: 120_000 }, async (name) => {
    const { lines, reading } = await readFile(join(folder, name))
    console.info(`${name}: ${reading.unread.length} numbers without a row`)
    expect(dropped(lines, reading)).toEqual([])
  })
})

/** A leaf whose words of one kind are others. */
const renamed = (leaf: Leaf, is: RegExp): Leaf => ({
  ...leaf,
  prints: leaf.prints.map((print) => ({
    ...print,
    text: print.text.replace(is, (word) => '外'.repeat(word.length)),
  })),
})

it.each([/比\s*較/u, /一\s*般\s*財\s*源/u, /地\s*方\s*債/u])(
  'a column with the unknown head %s is reported',
  async (head) => {
    const leaves = await leavesOfBook()
    const lost = walked(leaves.map((leaf) => renamed(leaf, head)))
    const whole = walked(leaves)
    const at = ({ page, boxes }: { page: number; boxes: readonly { x0: number; y0: number }[] }) =>
      `${page} ${boxes.map(({ x0, y0 }) => `${Math.round(x0)} ${Math.round(y0)}`)[0]}`
    const found = new Set([
      ...lost.entries.flatMap(({ values }) => values.map(at)),
      ...lost.unread.map(({ page, box }) => at({ page, boxes: [box] })),
    ])
    const missing = whole.entries
      .flatMap(({ values }) => values)
      .filter(({ page, raw }) => lost.claimed.has(page) && /\d,\d/u.test(raw.normalize('NFKC')))
      .filter((value) => !found.has(at(value)))
    expect(missing.map(({ page, raw }) => `page ${page}: ${raw}`)).toEqual([])
    expect(lost.unread.length).toBeGreaterThan(0)
  },
)
