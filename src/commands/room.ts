import { escapeText } from '../terminal.js'

/** What a room made of each document, as a JSON array in pieces: one string for a whole book would be too long. */
export function* printRoom(documents: readonly unknown[]): Generator<string> {
  let separator = '[\n'
  for (const value of documents) {
    yield `${separator}${escapeText(JSON.stringify(value ?? null, plainArrays))}`
    separator = ',\n'
  }
  yield documents.length > 0 ? '\n]\n' : '[]\n'
}

const plainArrays = (_key: string, value: unknown): unknown =>
  value instanceof Float32Array ? Array.from(value, (number) => Math.round(number * 1000) / 1000) : value
