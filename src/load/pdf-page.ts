import type { Page } from '../model/page.js'
import type { Engine } from './engine.js'
import { pageIssues } from './issues.js'
import type { Matrix } from './matrix.js'
import { type OperatorList, paint } from './operators.js'

type PdfDocument = Awaited<ReturnType<Engine['getDocument']>['promise']>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** Reads one page of the engine's document and lets go of it. */
export const readPage = async (engine: Engine, document: PdfDocument, number: number): Promise<Page> => {
  const page = await document.getPage(number)
  try {
    const list: OperatorList = await page.getOperatorList({ annotationMode: engine.AnnotationMode.DISABLE })
    await dependencies(page, list, engine.OPS.dependency)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const layers = await document.getOptionalContentConfig()
    const painter = paint(list, engine.OPS, { x0: 0, y0: 0, x1: width, y1: height }, matrixOf(transform), {
      object: (id) => objectOf(page, id),
      isVisible: (content) => layers.isVisible(content),
    })
    const { runs, shapes, images, drawings, glyphs, unmapped } = painter
    const content = { number, source: 'pdf', width, height, rotation: page.rotate, runs, shapes, images } as const
    return { ...content, drawings, glyphs, unmapped, issues: pageIssues(number, painter) }
  } finally {
    page.cleanup()
  }
}

const matrixOf = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix => [a, b, c, d, e, f]

/** The engine keeps what pages share under names that begin with g_. */
const storeOf = (page: PdfPage, id: string) => (id.startsWith('g_') ? page.commonObjs : page.objs)

const objectOf = (page: PdfPage, id: string): unknown => {
  const store = storeOf(page, id)
  return store.has(id) ? store.get(id) : null
}

/** Waits for the fonts, which arrive beside the operator list, and drops the outlines that nothing here draws. */
const dependencies = async (page: PdfPage, list: OperatorList, code: number): Promise<void> => {
  const ids = list.fnArray.flatMap((fn, i) => (fn === code ? list.argsArray[i] : []))
  for (const id of ids) {
    if (typeof id !== 'string') continue
    const store = storeOf(page, id)
    const font: unknown = store.has(id) ? store.get(id) : await new Promise((resolve) => store.get(id, resolve))
    if (holdsData(font)) font.clearData()
  }
}

const holdsData = (value: unknown): value is { clearData(): void } =>
  typeof value === 'object' && value !== null && 'clearData' in value && typeof value.clearData === 'function'
