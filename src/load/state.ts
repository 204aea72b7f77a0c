import type { Box } from '../model/place.js'
import type { Font } from './fonts.js'
import { identity, type Matrix } from './matrix.js'

/** PDF graphics state (ISO 32000-1, 8.4 and 9.3) as far as it places and colours text, paths and images. */
export interface GraphicsState {
  /** User space to the page as shown. */
  ctm: Matrix
  /** Bounding box of the clipping path, on the page as shown; null when nothing can be seen. */
  clip: Box | null
  /** #rrggbb, or null for transparent. */
  fill: string | null
  stroke: string | null
  fillAlpha: number
  strokeAlpha: number
  lineWidth: number
  font: Font | null
  /** Signed, as written in the file. */
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** 1 is normal width. */
  horizontalScale: number
  leading: number
  rise: number
  renderingMode: number
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  /** A matrix was set at this level of save and restore and nothing has been painted since: an image left out. */
  awaitsImage: boolean
}

export const initialState = (ctm: Matrix, clip: Box): GraphicsState => ({
  ctm,
  clip,
  fill: '#000000',
  stroke: '#000000',
  fillAlpha: 1,
  strokeAlpha: 1,
  lineWidth: 1,
  font: null,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
  textMatrix: identity,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  awaitsImage: false,
})
