import { gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib'
import { limits } from './limits.js'

/**
 * pdf.js inflates every stream of a file through the global DecompressionStream. Node's own goes to another thread and
 * back for each, which costs more than the inflating: a font of drawn glyphs alone is hundreds of streams of 100 bytes.
 * While the work lasts, one that inflates at once stands in its place; to everybody else it does the same. The work fails
 * where a stream is larger than limits.ts allows.
 */
export const inflatingAtOnce = async <T>(work: () => Promise<T>): Promise<T> => {
  if (working++ === 0) globalThis.DecompressionStream = InflateAtOnce
  const before = refused
  try {
    const result = await work()
    if (refused > before) throw new Error(`it holds a stream of more than ${limits.streamBytes / 1024 / 1024} MiB`)
    return result
  } finally {
    if (--working === 0) globalThis.DecompressionStream = native
  }
}

const native = globalThis.DecompressionStream
let working = 0
/** Streams left out because of their size. */
let refused = 0

const inflaters: ReadonlyMap<string, (bytes: Uint8Array, options: ZlibOptions) => Uint8Array> = new Map([
  ['deflate', inflateSync],
  ['deflate-raw', inflateRawSync],
  ['gzip', gunzipSync],
])

class InflateAtOnce extends TransformStream<Uint8Array, Uint8Array> {
  constructor(format: string) {
    const inflate = inflaters.get(format)
    if (!inflate) throw new TypeError(`Unknown compression format: ${format}`)
    const chunks: Uint8Array[] = []
    super({
      transform: (chunk) => void chunks.push(chunk),
      flush: (controller) => controller.enqueue(inBounds(() => inflate(Buffer.concat(chunks), bounds))),
    })
  }
}

const bounds: ZlibOptions = { maxOutputLength: limits.streamBytes }

/** Nothing for a stream that is too large: after an error pdf.js would inflate it by itself, without a bound. */
const inBounds = (inflate: () => Uint8Array): Uint8Array => {
  try {
    return inflate()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')) throw error
    refused++
    return new Uint8Array()
  }
}
