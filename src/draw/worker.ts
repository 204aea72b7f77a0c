import { Worker } from 'node:worker_threads'
import { YosanError } from '../errors.js'
import { assetFolders, startEngine } from '../load/engine.js'
import { readInput } from '../load/file.js'
import { openError } from '../load/open-error.js'
import { loadCanvas } from './canvas.js'
import { drawPage, type PdfDocument, type Tools } from './draw-page.js'
import type { Answer, Opening, Order } from './messages.js'

// The program of a process that draws the pages of one document.

const order: Order = JSON.parse(process.argv[2] ?? '')

// Ctrl-C in a terminal reaches the whole group of processes: who asked for pages ends the ones that draw them.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

new Worker(new URL('./guard.js', import.meta.url), { workerData: order }).unref()

const say = (message: Opening | Answer) => process.send?.(message)

const open = async (): Promise<Tools> => {
  const canvas = loadCanvas()
  const engine = await startEngine()
  return { canvas, engine, document: await openDocument(engine) }
}

const openDocument = async (engine: Tools['engine']): Promise<PdfDocument> => {
  const { name, bytes } = await readInput(order.path)
  try {
    return await engine.getDocument({ data: new Uint8Array(bytes), ...assetFolders(), ...settings }).promise
  } catch (error) {
    throw openError(name, error)
  }
}

const settings = {
  verbosity: 0,
  // Outlines are drawn as paths: the fonts of a document never get to the canvas as fonts.
  disableFontFace: true,
  useSystemFonts: false,
  isEvalSupported: false,
  enableXfa: false,
  stopAtErrors: false,
}

const refusal = (error: unknown): Opening => {
  if (error instanceof YosanError) return { code: error.code, message: error.message }
  const what = error instanceof Error ? error.message : String(error)
  return { code: 'crashed', message: `The drawing of pages stumbled (${what}): please report it with the document.` }
}

try {
  const tools = await open()
  process.on('message', async (page: number) => {
    const drawn = await drawPage(page, tools)
    say({ drawn, mebibytes: Math.round(process.memoryUsage.rss() / 1024 / 1024) })
  })
  say({ open: true })
} catch (error) {
  say(refusal(error))
}
