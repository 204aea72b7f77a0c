import type { Drawing, Shape, TextRun } from '../model/page.js'
import { type Box, contains, heightOf, widthOf } from '../model/place.js'
import { drawnIn } from './drawings.js'
import { type Font, fontOf } from './fonts.js'
import { showText } from './glyphs.js'
import { limits } from './limits.js'
import { boxUnder, intersect, type Matrix } from './matrix.js'
import { outlinesOf, type Paint, pathBox, pathParts } from './paths.js'
import { type GraphicsState, initialState } from './state.js'

/** What the operators need of the engine's page. */
export interface Resources {
  /** The engine's font or shared object of that name. */
  readonly object: (id: string) => unknown
  readonly isVisible: (optionalContent: unknown) => boolean
}

/** Everything that a page has painted so far, with the graphics state that paints the next thing. */
export class Painter {
  readonly runs: TextRun[] = []
  readonly shapes: Shape[] = []
  readonly images: Box[] = []
  readonly drawings: Drawing[] = []
  glyphs = 0
  unmapped = 0
  /** Something was left out because a bound of limits.ts was reached. */
  cut = false
  /** Paths painted, kept or not, but for backgrounds of the whole page. */
  paths = 0
  /** A clip operator stands before the next path. */
  clips = false
  state: GraphicsState
  private readonly stack: GraphicsState[] = []
  private readonly fonts = new Map<string, Font | null>()
  /** One entry for each open marked content: whether it shows. */
  private readonly content: boolean[] = []
  private maskDepth = 0
  private readonly groups: boolean[] = []

  constructor(
    private readonly page: Box,
    base: Matrix,
    readonly resources: Resources,
  ) {
    this.state = initialState(base, page)
  }

  save(): void {
    this.stack.push(this.state)
    this.state = { ...this.state, awaitsImage: false }
  }

  restore(): void {
    this.closeLevel()
    this.state = this.stack.pop() ?? this.state
  }

  /** To be called at the end of every level of save and restore, and of the page. */
  closeLevel(): void {
    if (this.state.awaitsImage) this.image(this.state.ctm)
  }

  beginContent(shows: boolean): void {
    this.content.push(shows)
  }

  endContent(): void {
    this.content.pop()
  }

  /** A transparency group; what a soft mask's group paints is never seen. */
  beginGroup(isMask: boolean): void {
    this.save()
    this.groups.push(isMask)
    if (isMask) this.maskDepth++
  }

  endGroup(): void {
    if (this.groups.pop()) this.maskDepth--
    this.restore()
  }

  useFont(id: string, size: number): void {
    let font = this.fonts.get(id)
    if (font === undefined) {
      font = fontOf(this.resources.object(id))
      this.fonts.set(id, font)
    }
    this.state.font = font
    this.state.fontSize = size
  }

  clipTo(box: Box | null): void {
    this.state.clip = this.state.clip && box ? intersect(this.state.clip, box) : null
  }

  text(items: readonly unknown[]): void {
    this.painted()
    const room = limits.pageGlyphs - this.glyphs
    const shown = showText(this.state, items, this.shows ? room : 0)
    if (!shown) {
      this.cut ||= room <= 0
      return
    }
    this.runs.push(shown.run)
    this.glyphs += shown.run.glyphs.length
    this.unmapped += shown.unmapped
  }

  path(path: ArrayLike<number>, paint: Paint): void {
    this.painted()
    if (!this.shows) return
    const { fill, stroke, fillAlpha, strokeAlpha, ctm, lineWidth } = this.state
    const fillColour = paint.fills && fillAlpha > 0 ? fill : null
    const strokeColour = paint.strokes && strokeAlpha > 0 ? stroke : null
    const seen = { fills: fillColour !== null, strokes: strokeColour !== null, evenOdd: paint.evenOdd }
    if (!seen.fills && !seen.strokes) return
    const outlines = outlinesOf(path, ctm)
    const parts = pathParts(outlines, ctm, lineWidth, seen)
    if (!parts.some(({ box }) => contains(box, this.page, 1))) this.paths++
    for (const part of parts) {
      if (part.ring) this.shape(part.box, null, fillColour)
      else this.shape(part.box, part.fills ? fillColour : null, part.strokes ? strokeColour : null)
    }
    if (seen.fills) this.drawing(drawnIn(path, outlines, parts))
  }

  clipPath(path: ArrayLike<number>): void {
    this.clipTo(pathBox(path, this.state.ctm))
  }

  /** Fills whatever the clip leaves open, as a shading does. */
  flood(colour: string): void {
    this.painted()
    if (this.shows && this.state.clip && this.state.fillAlpha > 0) this.shape(this.state.clip, colour, null)
  }

  /** An image fills the unit square of its matrix. */
  image(matrix: Matrix): void {
    this.painted()
    const box = this.onPage(boxUnder(matrix, 0, 0, 1, 1))
    if (!box || !this.shows || widthOf(box) < MIN_IMAGE || heightOf(box) < MIN_IMAGE) return
    if (this.images.length < limits.pageImages) this.images.push(box)
    else this.cut = true
  }

  /** Something has been painted: matrices set before it were not for an image that the engine left out. */
  painted(): void {
    this.state.awaitsImage = false
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const outer = this.stack[i]
      if (!outer?.awaitsImage) return
      outer.awaitsImage = false
    }
  }

  private get shows(): boolean {
    return this.maskDepth === 0 && !this.content.includes(false)
  }

  private shape(box: Box, fill: string | null, stroke: string | null): void {
    const seen = this.onPage(box)
    if (!seen) return
    if (this.shapes.length < limits.pageShapes) this.shapes.push({ box: seen, fill, stroke })
    else this.cut = true
  }

  private drawing(drawing: Drawing | null): void {
    const seen = drawing && this.onPage(drawing.box)
    if (seen && this.drawings.length < limits.pageDrawings) this.drawings.push({ ...drawing, box: seen })
  }

  private onPage(box: Box): Box | null {
    const { clip } = this.state
    const seen = clip && intersect(box, clip)
    return seen && intersect(seen, this.page)
  }
}

/** Points; smaller ones are a scale that was set and never used, since an image's matrix gives its whole size. */
const MIN_IMAGE = 2
