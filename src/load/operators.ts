import type { Box } from '../model/place.js'
import { patternColour, plainColour, shadingColour } from './colour.js'
import { boxUnder, type Matrix, multiply } from './matrix.js'
import { Painter, type Resources } from './painter.js'
import type { Paint } from './paths.js'

/** A page's content as the engine lists it: operator codes and their arguments, in painting order. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/**
 * Runs a page's operators. `codes` names the engine's operator codes; `base` maps user space to the page as shown.
 */
export const paint = (
  list: OperatorList,
  codes: Readonly<Record<string, number>>,
  page: Box,
  base: Matrix,
  resources: Resources,
): Painter => {
  const painter = new Painter(page, base, resources)
  const byCode = operatorsByCode(codes)
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]))
  list.fnArray.forEach((code, i) => {
    const args = list.argsArray[i]
    byCode[code]?.(painter, Array.isArray(args) ? args : [], names)
  })
  painter.closeLevel()
  return painter
}

type Args = readonly unknown[]
type Operator = (painter: Painter, args: Args, names: ReadonlyMap<number, string>) => void

const operatorsByCode = (codes: Readonly<Record<string, number>>): readonly (Operator | undefined)[] => {
  const table: (Operator | undefined)[] = []
  for (const [name, operator] of Object.entries(operators)) {
    const code = codes[name]
    if (code !== undefined) table[code] = operator
  }
  return table
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

const numbers = (value: unknown): ArrayLike<number> => {
  if (value instanceof Float32Array || value instanceof Float64Array) return value
  return Array.isArray(value) ? value.map(number) : []
}

const matrixOf = (value: unknown): Matrix => {
  const { 0: a = 1, 1: b = 0, 2: c = 0, 3: d = 1, 4: e = 0, 5: f = 0 } = numbers(value)
  return [a, b, c, d, e, f]
}

const concat = (painter: Painter, matrix: Matrix): void => {
  painter.state.ctm = multiply(painter.state.ctm, matrix)
}

const clipToRectangle = (painter: Painter, value: unknown, matrix: Matrix): void => {
  const { 0: x0, 1: y0, 2: x1, 3: y1 } = numbers(value)
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return
  painter.clipTo(boxUnder(matrix, x0, y0, x1, y1))
}

const moveText = ({ state }: Painter, x: number, y: number): void => {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

const startText = ({ state }: Painter, matrix: Matrix): void => {
  state.textMatrix = matrix
  state.x = state.y = state.lineX = state.lineY = 0
}

/** Operators that paint or drop a path, by name. */
const paints: Readonly<Record<string, Paint>> = {
  stroke: { fills: false, strokes: true, evenOdd: false },
  closeStroke: { fills: false, strokes: true, evenOdd: false },
  fill: { fills: true, strokes: false, evenOdd: false },
  eoFill: { fills: true, strokes: false, evenOdd: true },
  fillStroke: { fills: true, strokes: true, evenOdd: false },
  eoFillStroke: { fills: true, strokes: true, evenOdd: true },
  closeFillStroke: { fills: true, strokes: true, evenOdd: false },
  closeEOFillStroke: { fills: true, strokes: true, evenOdd: true },
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** What each operator does; those that change neither place nor colour are left out. */
const operators: Readonly<Record<string, Operator>> = {
  save: (painter) => painter.save(),
  restore: (painter) => painter.restore(),
  transform: (painter, args) => {
    concat(painter, matrixOf(args))
    painter.state.awaitsImage = true
  },
  setGState: ({ state }, [entries]) => {
    for (const entry of Array.isArray(entries) ? entries : []) {
      const { 0: key, 1: value } = entry
      if (key === 'ca') state.fillAlpha = number(value)
      if (key === 'CA') state.strokeAlpha = number(value)
      if (key === 'LW') state.lineWidth = number(value)
    }
  },
  setLineWidth: ({ state }, [width]) => {
    state.lineWidth = number(width)
  },

  setFillRGBColor: ({ state }, args) => {
    state.fill = plainColour(args)
  },
  setStrokeRGBColor: ({ state }, args) => {
    state.stroke = plainColour(args)
  },
  setFillColorN: ({ state, resources }, args) => {
    state.fill = patternColour(args, resources.object)
  },
  setStrokeColorN: ({ state, resources }, args) => {
    state.stroke = patternColour(args, resources.object)
  },
  setFillTransparent: ({ state }) => {
    state.fill = null
  },
  setStrokeTransparent: ({ state }) => {
    state.stroke = null
  },

  beginText: (painter) => startText(painter, [1, 0, 0, 1, 0, 0]),
  setFont: (painter, [id, size]) => painter.useFont(String(id), number(size)),
  setCharSpacing: ({ state }, [spacing]) => {
    state.charSpacing = number(spacing)
  },
  setWordSpacing: ({ state }, [spacing]) => {
    state.wordSpacing = number(spacing)
  },
  setHScale: ({ state }, [percent]) => {
    state.horizontalScale = number(percent) / 100
  },
  setLeading: ({ state }, [leading]) => {
    state.leading = number(leading)
  },
  setTextRise: ({ state }, [rise]) => {
    state.rise = number(rise)
  },
  setTextRenderingMode: ({ state }, [mode]) => {
    state.renderingMode = number(mode)
  },
  setTextMatrix: (painter, [matrix]) => startText(painter, matrixOf(matrix)),
  moveText: (painter, [x, y]) => moveText(painter, number(x), number(y)),
  setLeadingMoveText: (painter, [x, y]) => {
    painter.state.leading = -number(y)
    moveText(painter, number(x), number(y))
  },
  nextLine: (painter) => moveText(painter, 0, -painter.state.leading),
  showText: (painter, [items]) => painter.text(Array.isArray(items) ? items : []),

  clip: (painter) => {
    painter.clips = true
  },
  eoClip: (painter) => {
    painter.clips = true
  },
  constructPath: (painter, [code, data], names) => {
    const path = numbers(Array.isArray(data) ? data[0] : null)
    const how = paints[names.get(number(code)) ?? '']
    if (how) painter.path(path, how)
    if (painter.clips) painter.clipPath(path)
    painter.clips = false
  },
  shadingFill: (painter, [id]) => painter.flood(shadingColour(painter.resources.object(String(id)))),

  paintFormXObjectBegin: (painter, [matrix, box]) => {
    painter.save()
    if (matrix) concat(painter, matrixOf(matrix))
    clipToRectangle(painter, box, painter.state.ctm)
  },
  paintFormXObjectEnd: (painter) => painter.restore(),
  beginGroup: (painter, [group]) => {
    painter.beginGroup(Boolean(member(group, 'smask')))
    const matrix = member(group, 'matrix')
    const { ctm } = painter.state
    clipToRectangle(painter, member(group, 'bbox'), matrix ? multiply(ctm, matrixOf(matrix)) : ctm)
  },
  endGroup: (painter) => painter.endGroup(),
  beginMarkedContent: (painter) => painter.beginContent(true),
  beginMarkedContentProps: (painter, [tag, content]) =>
    painter.beginContent(tag !== 'OC' || painter.resources.isVisible(content)),
  endMarkedContent: (painter) => painter.endContent(),

  paintImageXObject: (painter) => painter.image(painter.state.ctm),
  paintInlineImageXObject: (painter) => painter.image(painter.state.ctm),
  paintImageMaskXObject: (painter) => painter.image(painter.state.ctm),
  paintSolidColorImageMask: (painter) => painter.image(painter.state.ctm),
}
