import type { Glyph, TextRun } from '../model/page.js'
import type { Font } from './fonts.js'
import { boxUnder, heightScale, intersect, type Matrix, meanScale, multiply, quarterTurn, upright } from './matrix.js'
import type { GraphicsState } from './state.js'
import { glyphText, UNREADABLE } from './unicode.js'

/** A glyph as the engine lists it; numbers between glyphs move the pen by thousandths of the font size. */
export interface EngineGlyph {
  readonly unicode: string
  readonly width: number
  readonly originalCharCode: number
  readonly isSpace: boolean
  readonly vmetric: readonly number[] | null
}

export interface ShownText {
  readonly run: TextRun
  readonly unmapped: number
}

/**
 * Places the glyphs of one show-text operation (ISO 32000-1, 9.4.4) and moves the state's pen behind them. Null when
 * there is nothing to show. At most `limit` glyphs are kept, the pen moves over all.
 */
export const showText = (state: GraphicsState, items: readonly unknown[], limit: number): ShownText | null => {
  const { font } = state
  if (!font || state.fontSize === 0) return null
  const matrix = multiply(state.ctm, state.textMatrix)
  const boxes = upright(matrix)
  const glyphs: Glyph[] = []
  let unmapped = 0
  for (const item of items) {
    if (typeof item === 'number') movePen(state, font, (-item / 1000) * state.fontSize)
    if (!isGlyph(item)) continue
    if (glyphs.length < limit) {
      const { text, usable } = textOf(font, item)
      if (!usable) unmapped++
      glyphs.push({ text, ...(font.vertical ? verticalBox : horizontalBox)(boxes, state, font, item) })
    }
    movePen(state, font, advanceOf(state, font, item))
  }
  return glyphs.length ? { run: { glyphs, ...styleOf(state, font, matrix, glyphs) }, unmapped } : null
}

const isGlyph = (item: unknown): item is EngineGlyph => typeof item === 'object' && item !== null && 'unicode' in item

const textOf = (font: Font, glyph: EngineGlyph) => {
  const read = glyphText(glyph.unicode, font.symbol)
  if (!read.usable || glyph.isSpace || font.mapped(glyph.originalCharCode)) return read
  return { text: UNREADABLE, usable: false }
}

const movePen = (state: GraphicsState, font: Font, distance: number): void => {
  if (font.vertical) state.y += distance
  else state.x += distance * state.horizontalScale
}

const advanceOf = (state: GraphicsState, font: Font, glyph: EngineGlyph): number => {
  const width = font.vertical ? (glyph.vmetric ?? font.verticalMetrics)[0] : glyph.width
  return (width ?? 0) * font.widthScale * state.fontSize + state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
}

const horizontalBox = (matrix: Matrix, state: GraphicsState, font: Font, glyph: EngineGlyph) => {
  const y = state.y + state.rise
  const em = state.fontSize * font.em
  const width = glyph.width * font.widthScale * state.fontSize * state.horizontalScale
  return boxUnder(matrix, state.x, y + em * font.descent, state.x + width, y + em * font.ascent)
}

/** Vertical writing: the pen stands at the middle of the glyph's top edge. */
const verticalBox = (matrix: Matrix, state: GraphicsState, font: Font, glyph: EngineGlyph) => {
  const scale = font.widthScale * state.fontSize
  const [advance = -1000, middle = glyph.width / 2] = glyph.vmetric ?? [font.verticalMetrics[0]]
  const x = state.x - middle * scale * state.horizontalScale
  const y = state.y + state.rise
  return boxUnder(matrix, x, y + advance * scale, x + glyph.width * scale * state.horizontalScale, y)
}

const styleOf = (state: GraphicsState, font: Font, matrix: Matrix, glyphs: readonly Glyph[]) => {
  const mode = state.renderingMode % 4
  const size = Math.abs(state.fontSize) * font.em * heightScale(matrix)
  const flipped: Matrix = state.fontSize < 0 ? multiply(matrix, [-1, 0, 0, -1, 0, 0]) : matrix
  return {
    size,
    font: font.name,
    bold: font.bold || isThickened(state, mode, size),
    colour: (mode === 1 ? state.stroke : state.fill) ?? '#000000',
    angle: quarterTurn(flipped),
    vertical: font.vertical,
    hidden: isHidden(state, mode, glyphs),
    line: null,
  }
}

/** Fake bold: outlines stroked in the colour of the filling, by more than a hair. */
const isThickened = (state: GraphicsState, mode: number, size: number): boolean =>
  mode === 2 && state.fill === state.stroke && state.lineWidth * meanScale(state.ctm) >= size / 200

/** Rendering modes 3 and 7 paint nothing; neither does full transparency or text outside of page or clip. */
const isHidden = (state: GraphicsState, mode: number, glyphs: readonly Glyph[]): boolean => {
  const { clip } = state
  if (mode === 3 || clip === null) return true
  if (mode === 1 ? state.strokeAlpha === 0 : state.fillAlpha === 0) return true
  return glyphs.every((glyph) => intersect(glyph, clip) === null)
}
