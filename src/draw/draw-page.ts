import type { Engine } from '../load/engine.js'
import type { Library } from './canvas.js'
import type { Picture, Undrawn } from './picture.js'

export type PdfDocument = Awaited<ReturnType<Engine['getDocument']>['promise']>

/** What pages are drawn with. */
export interface Tools {
  readonly engine: Engine
  readonly canvas: Library
  readonly document: PdfDocument
}

/** Pixels of a page's long side, whatever its size in points: print of 5 points on an A4 page is ten pixels high and can be
 * read, and no page takes more than some 10 MB. */
const longSide = 1600

/** Of WebP, 0 to 100: from here on the edges of small print show no blur. */
const quality = 80

/** Draws one page and lets go of what the engine holds for it. */
export const drawPage = async (number: number, tools: Tools): Promise<Picture | Undrawn> => {
  const { numPages } = tools.document
  if (number > numPages) return { page: number, reason: `There is no page ${number}: the last one is ${numPages}.` }
  try {
    return await draw(number, tools)
  } catch (error) {
    return { page: number, reason: `Page ${number} cannot be drawn: ${sentence(error)}` }
  }
}

const draw = async (number: number, { engine, canvas, document }: Tools): Promise<Picture> => {
  const page = await document.getPage(number)
  try {
    const { width, height } = page.getViewport({ scale: 1 })
    const scale = longSide / Math.max(width, height)
    const sheet = canvas.createCanvas(pixels(width * scale), pixels(height * scale))
    // As the pages are read: without annotations.
    const annotationMode = engine.AnnotationMode.DISABLE
    const viewport = page.getViewport({ scale })
    await page.render({ canvas: sheet, viewport, annotationMode, background: '#ffffff' }).promise
    return { page: number, width, height, type: 'image/webp', bytes: await sheet.encode('webp', quality) }
  } finally {
    page.cleanup()
  }
}

const pixels = (length: number): number => Math.max(1, Math.round(length))

const sentence = (error: unknown): string => {
  const reason = error instanceof Error ? error.message : String(error)
  return `${reason.trim().replace(/[.\s]+$/, '')}.`
}
