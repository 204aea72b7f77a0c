import { access, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { YosanError } from '../errors.js'
import { connectedPorts } from './port.js'

export type Engine = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let engine: Promise<Engine> | null = null

/**
 * pdf.js, loaded and tested once. Throws 'broken_installation'.
 * While it loads it warns on the console that it finds no canvas; yosan draws nothing, so that warning is kept off.
 */
export const startEngine = (): Promise<Engine> => {
  engine ??= selfTest().then(loadQuietly)
  return engine
}

/** What parses one document for the engine: on this thread, through a line that clones nothing. */
export const newWorker = async (engine: Engine): Promise<InstanceType<Engine['PDFWorker']>> => {
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const [front, back] = connectedPorts()
  WorkerMessageHandler.initializeFromPort(back)
  return engine.PDFWorker.create({ port: front, verbosity: 0 })
}

/** Folders that pdf.js reads while it parses, found where the package is installed. */
export const assetFolders = () => {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const folder = (name: string) => join(root, name) + sep
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  }
}

/**
 * Without these files Japanese text of fonts that are not embedded is lost while Latin text stays, and pdf.js does not
 * say so.
 */
export const selfTest = async (find: typeof assetFolders = assetFolders): Promise<void> => {
  const needed = neededFiles(find)
  for (const file of needed) {
    await access(file, constants.R_OK).catch((cause: unknown) => {
      throw new YosanError('broken_installation', `${file} is missing or unreadable: ${REPAIR}`, { cause })
    })
  }
}

const REPAIR = 'without it Japanese text would be lost, so install yosan and its dependency pdfjs-dist again.'

const neededFiles = (find: typeof assetFolders): string[] => {
  try {
    const { cMapUrl, standardFontDataUrl } = find()
    const maps = ['Adobe-Japan1-UCS2', '90ms-RKSJ-H', 'UniJIS-UCS2-H'].map((name) => `${cMapUrl}${name}.bcmap`)
    return [...maps, `${standardFontDataUrl}LiberationSans-Regular.ttf`]
  } catch (cause) {
    throw new YosanError('broken_installation', `The package pdfjs-dist is not found: ${REPAIR}`, { cause })
  }
}

/** What pdf.js hands fonts to when it may use font faces; Node has none, and nothing is drawn here. */
class NoFontFace {
  readonly family = ''
  readonly loaded = Promise.resolve()
}

const loadQuietly = async (): Promise<Engine> => {
  if (!('FontFace' in globalThis)) Object.defineProperty(globalThis, 'FontFace', { value: NoFontFace, writable: true })
  const { warn, log } = console
  const { push } = Array.prototype
  console.warn = console.log = () => {}
  try {
    const engine = await import('pdfjs-dist/legacy/build/pdf.mjs')
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return engine
  } finally {
    Object.assign(console, { warn, log })
    // On Node 20 the engine replaces it, for the sake of arrays of 2^32 items, with one that takes ten times as long.
    Array.prototype.push = push
  }
}
