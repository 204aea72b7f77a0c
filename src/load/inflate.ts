import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/**
 * pdf.js inflates every stream of a file through the global DecompressionStream. Node's own goes to another thread and
 * back for each, which costs more than the inflating: a font of drawn glyphs alone is hundreds of streams of 100 bytes.
 * While the work lasts, one that inflates at once stands in its place; to everybody else it does the same.
 */
export const inflatingAtOnce = async <T>(work: () => Promise<T>): Promise<T> => {
  if (working++ === 0) globalThis.DecompressionStream = InflateAtOnce
  try {
    return await work()
  } finally {
    if (--working === 0) globalThis.DecompressionStream = native
  }
}

const native = globalThis.DecompressionStream
let working = 0

const inflaters: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
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
      flush: (controller) => controller.enqueue(inflate(Buffer.concat(chunks))),
    })
  }
}
