import { createRequire } from 'node:module'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { YosanError } from '../errors.js'
import { ideographOf, radicals } from '../model/radicals.js'

export type Library = typeof import('@napi-rs/canvas')

/**
 * The canvas of the engine, with fonts for all that a PDF does not embed. Those of the system are left out where
 * DISABLE_SYSTEM_FONTS_LOAD is set in the environment, as it has to be: the families of the system may know no Japanese,
 * and pictures would differ from machine to machine.
 * @throws YosanError 'broken_installation' when it or a font is not installed
 */
export const loadCanvas = (): Library => {
  const library = requireCanvas()
  for (const [alias, files] of Object.entries(families))
    for (const file of files) register(library, `@expo-google-fonts/${file}`, alias)
  drawIdeographs(library)
  return library
}

const require = createRequire(import.meta.url)

/** It comes as an optional dependency of the engine, and has to be the very one that the engine draws on. */
const requireCanvas = (): Library => {
  try {
    return createRequire(require.resolve('pdfjs-dist/package.json'))('@napi-rs/canvas')
  } catch (cause) {
    const message =
      'Pages cannot be drawn because the package @napi-rs/canvas is not installed or does not run on this machine: ' +
      'install yosan again without leaving out optional dependencies.'
    throw new YosanError('broken_installation', message, { cause })
  }
}

const gothic = ['biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf', 'biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf']
const mincho = ['biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf', 'biz-udmincho/700Bold/BIZUDMincho_700Bold.ttf']

/** The generic families that the engine asks for. Letters and digits of these fonts are half as wide as the kanji. */
const families = { 'sans-serif': gothic, serif: mincho, monospace: gothic }

const register = ({ GlobalFonts }: Library, file: string, alias: string): void => {
  try {
    if (GlobalFonts.registerFromPath(require.resolve(file), alias)) return
  } catch {
    // It is not found.
  }
  throw new YosanError('broken_installation', `The font ${file} is missing or unreadable: install yosan again.`)
}

/** A document whose maps name a radical where it means the ideograph (⽀ for 支) has the ideograph drawn: fonts have no radicals. */
const drawIdeographs = ({ createCanvas }: Library): void => {
  const context: SKRSContext2D = Object.getPrototypeOf(createCanvas(1, 1).getContext('2d'))
  const { fillText, strokeText, measureText } = context
  const ideographs = (text: string) => text.replace(radicals, ideographOf)
  context.fillText = function (text, ...rest) {
    return fillText.call(this, ideographs(text), ...rest)
  }
  context.strokeText = function (text, ...rest) {
    return strokeText.call(this, ideographs(text), ...rest)
  }
  context.measureText = function (text) {
    return measureText.call(this, ideographs(text))
  }
}
