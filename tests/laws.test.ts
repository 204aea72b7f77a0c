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
import { placeOf } from '../src/model/text.js'
import { normalise } from '../src/normalise/index.js'
import { parse } from '../src/parse/index.js'
import { tokenize } from '../src/tokenize/index.js'
import { layoutOf, lineOf } from './normalise/lines.js'

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

  it('each amount that parse found is a figure or a leftover, and once', () => {
    const { parsed, assembly } = walkOf(name)
    const found = parsed.flatMap(({ texts }) =>
      texts.flatMap(({ clean, findings }) =>
        findings
          .filter(({ kind }) => kind === 'amount' || kind === 'number')
          .map(({ from, to }) => placeOf(clean, from, to)),
      ),
    )
    const made = [...assembly.drafts, ...assembly.leftovers].map(({ place }) => place)
    expect(made.map(keyOf).sort()).toEqual(found.map(keyOf).sort())
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

describe.each(names)('%s: normalise', (name) => {
  it('has nothing more to repair in what it has repaired', () => {
    const texts = walkOf(name).parsed.flatMap((page) => page.texts.map(({ clean }) => clean.text))
    const again = texts.map((text) => {
      const block = {
        kind: 'text',
        frame: null,
        column: 0,
        cells: [],
        box: lineOf(text).box,
        lines: [lineOf(text)],
      } as const
      return normalise(layoutOf(block)).texts[0]?.text
    })
    expect(again).toEqual(texts)
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
