import type { Block, BlockKind, Frame, Line } from '../model/block.js'
import { type Box, heightOf, overlapX, overlapY } from '../model/place.js'

/** Share of the page's height from the top within which its title stands. */
const TITLE_ZONE = 0.3
/** A title is this much larger than most of the page's text, or light on a dark bar. */
const TITLE_SIZE = 1.18
/** Shares of the page's height at its foot and head where page numbers stand. */
const FOOT = 0.9
const HEAD = 0.06

interface Sheet {
  readonly blocks: readonly Block[]
  readonly frames: readonly Frame[]
  readonly height: number
  readonly bodySize: number
  readonly titles: readonly Block[]
}

type Rule = readonly [kind: BlockKind, matches: (block: Block, sheet: Sheet) => boolean]

/** In order: the first rule that matches names the block's kind. */
const rules: readonly Rule[] = [
  [
    'furniture',
    (block, { height }) => isPageNumber(block) && (block.box.y0 > FOOT * height || block.box.y1 < HEAD * height),
  ],
  ['ruby', isRuby],
  ['title', (block, { titles }) => titles.includes(block)],
  ['amounts', (block, sheet) => sheet.titles.some((title) => standsBeside(title, block, sheet))],
  ['heading', isHeading],
]

/** Names what each block is from size, weight, fills and place; words are not looked at. */
export const nameKinds = (
  blocks: readonly Block[],
  frames: readonly Frame[],
  width: number,
  height: number,
): Block[] => {
  const bodySize = bodySizeOf(blocks)
  const sheet = {
    blocks,
    frames,
    height,
    bodySize,
    titles: slidesOf(blocks, frames, width).flatMap((slide) => titlesOf(slide, frames, height, bodySize)),
  }
  return blocks.map((block) => {
    if (block.kind === 'table') return block
    const kind = rules.find(([, matches]) => matches(block, sheet))?.[0] ?? 'text'
    return { ...block, kind, lines: kind === 'title' ? joinTitle(block.lines) : block.lines }
  })
}

/** The blocks of each slide on a sheet: two where nothing but the page's ground crosses its middle. */
const slidesOf = (blocks: readonly Block[], frames: readonly Frame[], width: number): (readonly Block[])[] => {
  const crosses = ({ box }: { readonly box: Box }): boolean => box.x0 < 0.48 * width && box.x1 > 0.52 * width
  const left = blocks.filter(({ box }) => box.x1 <= 0.52 * width)
  const right = blocks.filter(({ box }) => box.x0 >= 0.48 * width)
  const isTwo = left.length > 2 && right.length > 2 && !frames.some(crosses) && blocks.filter(crosses).length <= 1
  return isTwo ? [left, right] : [blocks]
}

/** The size, to half a point, in which most characters are set. */
const bodySizeOf = (blocks: readonly Block[]): number => {
  const counts = new Map<number, number>()
  for (const line of blocks.flatMap(({ lines, cells }) => [...lines, ...cells.flatMap((cell) => cell.lines)])) {
    const size = Math.round(line.size * 2) / 2
    counts.set(size, (counts.get(size) ?? 0) + line.text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

const isPageNumber = (block: Block): boolean =>
  block.lines.length === 1 &&
  /^[\s\-–―—‐－ー]*(?:p\.?\s*)?[0-9０-９]{1,4}(?:\s*[/／]\s*[0-9０-９]{1,4})?[\s\-–―—‐－ー]*$/iu.test(
    block.lines[0]?.text ?? '',
  )

function isRuby(block: Block, { blocks }: Sheet): boolean {
  const line = block.lines[0]
  if (!line || block.lines.length > 1 || !/^[\p{Script=Hiragana}\p{Script=Katakana}\sー]+$/u.test(line.text))
    return false
  return blocks.some(
    (base) =>
      base !== block &&
      base.lines.some(
        (other) =>
          line.size <= 0.62 * other.size &&
          overlapX(line.box, other.box) > 0.8 * (line.box.x1 - line.box.x0) &&
          other.box.y0 - line.box.y1 < 0.6 * line.size &&
          other.box.y0 > line.box.y0,
      ),
  )
}

/** The page's title blocks: the topmost large or light-on-dark block, what stands level with it (two slides on a sheet)
 * and what goes on right below it. */
const titlesOf = (blocks: readonly Block[], frames: readonly Frame[], height: number, bodySize: number): Block[] => {
  const high = blocks.filter(
    ({ kind, lines, box }) => kind !== 'table' && lines[0]?.vertical === false && box.y0 <= TITLE_ZONE * height,
  )
  const largest = Math.max(0, ...high.map(({ lines }) => lines[0]?.size ?? 0))
  const titles: Block[] = []
  for (const block of [...high].sort((a, b) => a.box.y0 - b.box.y0)) {
    const size = block.lines[0]?.size ?? 0
    const frame = block.frame === null ? null : (frames[block.frame] ?? null)
    const isLarge = size >= TITLE_SIZE * bodySize || (size >= bodySize && isLightOnDark(block.lines[0] as Line, frame))
    if (!isLarge || size < 0.93 * largest || block.lines.length > 3) continue
    const [first] = titles
    const below = titles.at(-1)
    const goesOn = below && overlapX(below.box, block.box) > 0 && block.box.y0 - below.box.y1 < 0.8 * size
    if (!first || overlapY(first.box, block.box) > 0 || goesOn) titles.push(block)
  }
  return titles
}

/** The lines of a title are one name, but for English by-names and ~subtitles~. */
const joinTitle = (lines: readonly Line[]): Line[] =>
  lines.map((line, i) => ({ ...line, full: isNamePart(line) && isNamePart(lines[i + 1]) }))

const isNamePart = (line: Line | undefined): boolean =>
  line !== undefined && /[\u3040-\u30ff\u4e00-\u9fff]/u.test(line.text) && !/^\s*[~〜～]/u.test(line.text)

const isLightOnDark = (line: Line, frame: Frame | null): boolean =>
  frame?.fill != null && lightness(frame.fill) < 0.5 && lightness(line.colour) > 0.8

const lightness = (colour: string): number => {
  const value = Number.parseInt(colour.slice(1), 16)
  return (0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255
}

const standsBeside = (title: Block, block: Block, { frames }: Sheet): boolean => {
  const titleBox = title.frame === null ? title.box : (frames[title.frame]?.box ?? title.box)
  const box = block.frame === null || block.frame === title.frame ? block.box : (frames[block.frame]?.box ?? block.box)
  const low = heightOf(box) < 4 * heightOf(titleBox) + 30
  return (
    block !== title &&
    low &&
    overlapY(titleBox, box) > 0.3 * Math.min(heightOf(titleBox), heightOf(block.box)) &&
    overlapX(title.box, block.box) <= 0
  )
}

function isHeading(block: Block, { blocks, frames }: Sheet): boolean {
  const line = block.lines[0]
  if (!line || block.lines.length > 2 || line.vertical || !/[\p{L}\p{N}]/u.test(line.text)) return false
  const after = blocks[blocks.indexOf(block) + 1]
  const frame = block.frame === null ? null : frames[block.frame]
  const alone = block.frame !== null && blocks.every((other) => other === block || other.frame !== block.frame)
  const isBar = alone && frame?.fill != null && heightOf(frame.box) < 3 * line.size * block.lines.length
  const standsOut =
    after?.lines[0] !== undefined &&
    after.column === block.column &&
    ((line.bold && !after.lines[0].bold) || line.size > 1.08 * after.lines[0].size)
  return isBar || standsOut
}
