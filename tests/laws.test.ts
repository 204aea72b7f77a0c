import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { assemble } from '../src/assemble/index.js'
import { emit } from '../src/emit/index.js'
import { extract } from '../src/extract.js'
import { layout } from '../src/layout/index.js'
import { load } from '../src/load/index.js'
import type { Layout, Line } from '../src/model/block.js'
import type { Assembly } from '../src/model/draft.js'
import type { ParsedPage } from '../src/model/finding.js'
import type { Glyph, Page } from '../src/model/page.js'
import type { Box, Place } from '../src/model/place.js'
import { placeOf, rawOf } from '../src/model/text.js'
import { normalise } from '../src/normalise/index.js'
import { parse } from '../src/parse/index.js'
import { tokenize } from '../src/tokenize/index.js'
import { cellText, cleanPage } from './normalise/lines.js'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'fixtures', 'documents')
const names = readdirSync(folder).filter((name) => /\.(?:pdf|txt|md)$/.test(name))
const paths = names.map((name) => join(folder, name))
const pdfs = names.filter((name) => name.endsWith('.pdf'))

/** What each room makes of a document. */
interface Walk {
  readonly pages: readonly Page[]
  readonly layouts: readonly Layout[]
  readonly parsed: readonly ParsedPage[]
  readonly assembly: Assembly
}

const walks = new Map<string, Walk>()
const walkOf = (name: string): Walk => walks.get(name) as Walk

beforeAll(async () => {
  for (const name of names) {
    const pages: Page[] = []
    for await (const page of (await load({ path: join(folder, name) })).pages) pages.push(page)
    const layouts = pages.map(layout)
    const parsed = await Promise.all(
      layouts.map(async (blocks) => {
        const clean = normalise(blocks)
        return { ...clean, texts: parse(await tokenize(clean)) }
      }),
    )
    walks.set(name, { pages, layouts, parsed, assembly: assemble(parsed) })
  }
})

describe.each(names)('%s: nothing that looks like money is lost', (name) => {
  const keyOf = ({ page, line, boxes }: Place): string => JSON.stringify([page, line, boxes])

  /** A figure whose sign has a cell of its own has that cell's box first. */
  const endsIn = ({ boxes, ...place }: Place): string => keyOf({ ...place, boxes: boxes.slice(-1) })

  it('each amount is a figure, and so is each number of a column of money that is written as one; all of them once', () => {
    const { parsed, assembly } = walkOf(name)
    const other = assembly.tables.flatMap(({ page, box, columns }) =>
      columns.flatMap(({ kind }, column) =>
        ['percent', 'count', 'code'].includes(kind) ? [{ page, box, column }] : [],
      ),
    )
    const found = parsed.flatMap(({ page, texts }) =>
      texts.flatMap(({ clean, findings }) => {
        const { cell, box } = clean
        const isOther = other.some((at) => at.page === page && at.column === cell?.column && holds(at.box, box))
        return findings
          .filter(({ kind, from, to }) =>
            kind === 'number' ? !isOther && /[,，]/u.test(rawOf(clean, from, to)) : kind === 'amount',
          )
          .map(({ from, to }) => endsIn(placeOf(clean, from, to)))
      }),
    )
    const made = [...assembly.drafts, ...assembly.leftovers].map(({ place }) => endsIn(place))
    expect(found.filter((key) => !made.includes(key))).toEqual([])
    expect(made.filter((key, i) => made.indexOf(key) !== i)).toEqual([])
  })

  it('each digit with 円 behind it lies in an amount', () => {
    const lost = walkOf(name).parsed.flatMap(({ texts }) =>
      texts.flatMap(({ clean: { text }, findings }) =>
        [...text.matchAll(/[0-9](?:[兆億万千百 ]*)円(?!周)/gu)]
          .filter(
            ({ index }) => !findings.some(({ kind, from, to }) => kind === 'amount' && from <= index && index < to),
          )
          .map(({ index }) => text.slice(Math.max(0, index - 10), index + 10)),
      ),
    )
    expect(lost).toEqual([])
  })
})

const isVisible = (page: Page) => {
  const anyVisible = page.runs.some(({ hidden }) => !hidden)
  return ({ hidden }: { hidden: boolean }): boolean => !hidden || !anyVisible
}

/** Glyphs that a reader sees: no spaces, and of a glyph painted over itself one. */
const seen = (page: Page): Glyph[] => {
  const glyphs = page.runs.filter(isVisible(page)).flatMap((run) => run.glyphs.filter(({ text }) => text.trim() !== ''))
  const kept = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    const same = kept.get(glyph.text) ?? []
    kept.set(glyph.text, same)
    const again = same.some(({ x0, y0, x1 }) => Math.hypot(x0 - glyph.x0, y0 - glyph.y0) < Math.min(2, 0.3 * (x1 - x0)))
    if (!again) same.push(glyph)
    return !again
  })
}

const holds = (box: Box, { x0, y0, x1, y1 }: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return box.x0 - 0.1 <= x && x <= box.x1 + 0.1 && box.y0 - 0.1 <= y && y <= box.y1 + 0.1
}

/** What is painted in a box, along its longer side. */
const spell = (glyphs: readonly Glyph[], box: Box): string => {
  const inside = glyphs.filter((glyph) => holds(box, glyph))
  const upright = box.y1 - box.y0 > 2 * (box.x1 - box.x0)
  return inside
    .sort((a, b) => (upright ? a.y0 - b.y0 : a.x0 - b.x0))
    .map(({ text }) => text)
    .join('')
}

const spaceless = (text: string): string => text.replace(/\s/gu, '')

describe.each(pdfs)('%s: the place of a figure', (name) => {
  it('holds what raw says', () => {
    const { pages, assembly } = walkOf(name)
    const glyphs = new Map(pages.map((page) => [page.number, seen(page)]))
    const found = assembly.drafts.map(({ raw, place }) => ({
      raw: spaceless(raw),
      there: place.boxes.map((box) => spaceless(spell(glyphs.get(place.page ?? 0) ?? [], box))).join(''),
    }))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ raw, there }) => raw !== there)).toEqual([])
  })
})

const unitKeys = (text: string, [x0 = 0, y0 = 0]: readonly number[]): string[] =>
  text.split('').map((unit) => `${unit} at ${Math.fround(x0).toFixed(2)} ${Math.fround(y0).toFixed(2)}`)

const linesOf = ({ blocks }: Layout): Line[] =>
  blocks.flatMap(({ lines, cells }) => [...lines, ...cells.flatMap((cell) => cell.lines)])

describe.each(names)('%s: layout', (name) => {
  it('puts each glyph that a reader sees into exactly one line', () => {
    const { pages, layouts } = walkOf(name)
    pages.forEach((page, i) => {
      const painted = seen(page).flatMap(({ text, x0, y0 }) => unitKeys(text, [x0, y0]))
      const placed = linesOf(layouts[i] as Layout).flatMap(({ text, boxes }) =>
        text
          .split('')
          .flatMap((unit, at) => (unit.trim() === '' ? [] : unitKeys(unit, [...boxes.subarray(4 * at, 4 * at + 2)]))),
      )
      expect(placed.sort(), `page ${page.number}`).toEqual(painted.sort())
    })
  })

  it('gives each unit of a line one box', () => {
    for (const line of walkOf(name).layouts.flatMap(linesOf)) expect(line.boxes.length).toBe(4 * line.text.length)
  })
})

/** Units of text that are digits, whatever their width. */
const digitsOf = (text: string): number[] =>
  text
    .split('')
    .flatMap((unit, at) => (/^\d$/u.test(unit.normalize('NFKC')) && !/[①-⑳⁰-₉⒈-⒛⑴-⒇]/u.test(unit) ? [at] : []))

describe.each(names)('%s: no digit is lost', (name) => {
  it('each digit of a line stands in exactly one text, once, as the same digit', () => {
    const { layouts, parsed } = walkOf(name)
    layouts.forEach((made, i) => {
      const printed = linesOf(made).flatMap((line) => digitsOf(line.text).map((at) => ({ line, at })))
      const kept = new Map<Line, number[]>()
      for (const { clean } of parsed[i]?.texts ?? [])
        clean.origins.forEach((origin, at) => {
          const line = origin ? clean.lines[origin.line] : undefined
          if (!line || !origin || digitsOf(line.text[origin.at] ?? '').length === 0) return
          expect(clean.text[at]).toBe(line.text[origin.at]?.normalize('NFKC'))
          kept.set(line, [...(kept.get(line) ?? []), origin.at])
        })
      const lost = printed.filter(({ line, at }) => kept.get(line)?.filter((other) => other === at).length !== 1)
      expect(lost.map(({ line, at }) => `${line.text} at ${at}`)).toEqual([])
    })
  })

  it('each digit of a text stands in at most one token, and each finding in one', async () => {
    const { parsed } = walkOf(name)
    for (const page of parsed) {
      const tokenised = await tokenize({ ...page, texts: page.texts.map(({ clean }) => clean) })
      tokenised.forEach(({ clean, tokens }, i) => {
        const covering = digitsOf(clean.text).map((at) => tokens.filter(({ from, to }) => from <= at && at < to).length)
        expect(Math.max(0, ...covering)).toBeLessThanOrEqual(1)
        const spans = new Set(tokens.map(({ from, to }) => `${from}-${to}`))
        const findings = page.texts[i]?.findings ?? []
        expect(findings.filter(({ from, to }) => !spans.has(`${from}-${to}`) && !isWithin(tokens, from, to))).toEqual(
          [],
        )
      })
    }
  })
})

/** A finding may join several tokens. */
const isWithin = (tokens: readonly { from: number; to: number }[], from: number, to: number): boolean =>
  tokens.some((token) => token.from === from) && tokens.some((token) => token.to === to)

describe.each(names)('%s: normalise', (name) => {
  it('has nothing more to repair in what it has repaired', () => {
    const texts = walkOf(name)
      .parsed.flatMap((page) => page.texts.map(({ clean }) => clean))
      .filter(({ cell, lines }) => cell === null || lines.length === 1)
    const again = texts.map(({ text, cell }) => (cell ? cellText(text) : cleanPage(text)).texts[0]?.text)
    expect(again).toEqual(texts.map(({ text }) => text))
  })
})

const filesOf = async (inputs: readonly string[]) => emit((await extract(inputs, { pages: null })).dataset)

describe('the data set', () => {
  it('does not depend on the order of the inputs, and a second run gives the same bytes', async () => {
    const [files, again] = [await filesOf(paths), await filesOf([...paths].reverse())]
    for (const [name, text] of files) expect(again.get(name) === text, name).toBe(true)
  })

  it.each([
    { TZ: 'Pacific/Kiritimati', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ])('is the same with %o', async (environment) => {
    const some = ['r2-draft-ocean.pdf', 'r7-draft-culture.txt'].map((name) => join(folder, name))
    const files = await filesOf(some)
    const out = mkdtempSync(join(tmpdir(), 'yosan-'))
    const cli = join(root, 'dist', 'cli.js')
    const { status, stderr } = spawnSync(process.execPath, [cli, 'extract', ...some, '--out', out, '--quiet'], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    for (const [name, text] of files) expect(readFileSync(join(out, name), 'utf8') === text, name).toBe(true)
    rmSync(out, { recursive: true })
  })
})
