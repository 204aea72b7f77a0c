import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Picture, Undrawn } from '../../src/draw/index.js'
import type { Box } from '../../src/model/place.js'

const built = join(import.meta.dirname, '..', '..', 'dist', 'draw', 'index.js')
if (!existsSync(built))
  throw new Error('These tests need dist/, whose workers are processes of their own: npm run build')
export const { drawPages }: typeof import('../../src/draw/index.js') = await import(pathToFileURL(built).href)

const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const canvas: typeof import('@napi-rs/canvas') = require('@napi-rs/canvas')

const limits = { seconds: 60, mebibytes: 1024 }

export const draw = async (
  path: string,
  pages: readonly number[],
  options: Partial<Parameters<typeof drawPages>[1]> = {},
): Promise<(Picture | Undrawn)[]> => {
  const drawn: (Picture | Undrawn)[] = []
  for await (const page of drawPages(path, { pages, workers: 2, limits, ...options })) drawn.push(page)
  return drawn
}

export const pictures = (drawn: readonly (Picture | Undrawn)[]): Picture[] =>
  drawn.map((page) => {
    if ('reason' in page) throw new Error(page.reason)
    return page
  })

/** Pixels of a picture. */
export interface Pixels {
  readonly width: number
  readonly height: number
  /** How bright the pixels within a box in points are, 0 to 255, row by row. */
  readonly within: (box: Box) => number[]
}

export const decode = async ({ bytes, width, height }: Picture): Promise<Pixels> => {
  const image = await canvas.loadImage(Buffer.from(bytes))
  const context = canvas.createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const [across, down] = [image.width / width, image.height / height]
  return {
    width: image.width,
    height: image.height,
    within: ({ x0, y0, x1, y1 }) => {
      const [left, top] = [Math.round(x0 * across), Math.round(y0 * down)]
      const size = [Math.max(1, Math.round(x1 * across) - left), Math.max(1, Math.round(y1 * down) - top)] as const
      const { data } = context.getImageData(left, top, ...size)
      return Array.from(
        { length: data.length / 4 },
        (_, i) => data.subarray(4 * i, 4 * i + 3).reduce((a, b) => a + b) / 3,
      )
    },
  }
}

/** Difference of the brightest and the darkest. */
export const contrast = (pixels: readonly number[]): number =>
  pixels.reduce((a, b) => Math.max(a, b), 0) - pixels.reduce((a, b) => Math.min(a, b), 255)

/** Numbers of the processes that draw for this one. */
export const drawingProcesses = (parent = process.pid): number[] =>
  readdirSync('/proc').flatMap((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /su, '')
        .split(' ')
      const isDrawing = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('draw/worker.js')
      return isDrawing && fields[0] !== 'Z' && Number(fields[1]) === parent ? [Number(pid)] : []
    } catch {
      return []
    }
  })
