import { InputError } from './errors.js'

interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The text of a file in UTF-8, UTF-16 with a byte order mark, ISO-2022-JP, Shift_JIS or EUC-JP. UTF-8 is taken
 * whenever it fits; the Japanese encodings, which often fit both, by how Japanese the result looks. Throws
 * 'undecodable_text'.
 */
export const decode = ({ name, bytes }: NamedBytes): string => {
  const marked = marks.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte))
  const sure = marked ? tryAs(marked.encoding, bytes) : (tryEscaped(bytes) ?? tryAs('utf-8', bytes))
  const text = sure ?? mostJapanese(bytes)
  if (text !== null && !text.includes('\0')) return text
  throw new InputError(
    'undecodable_text',
    name,
    `is not text in UTF-8, Shift_JIS or EUC-JP: save it as UTF-8 and try again.`,
  )
}

const marks = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

const tryAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** ISO-2022-JP is pure ASCII to the eye of UTF-8; ESC $ turns its Japanese on. */
const tryEscaped = (bytes: Uint8Array): string | null =>
  Buffer.from(bytes).includes('\x1b$') ? tryAs('iso-2022-jp', bytes) : null

/** The least share of plausible characters; random bytes that happen to decode stay below. */
const PLAUSIBLE = 0.7

const mostJapanese = (bytes: Uint8Array): string | null => {
  const readings = ['shift_jis', 'euc-jp'].flatMap((encoding) => tryAs(encoding, bytes) ?? [])
  const [best] = readings.map((text) => ({ text, score: plausibility(text) })).sort((a, b) => b.score - a.score)
  return best && best.score >= PLAUSIBLE ? best.text : null
}

/** Share of the characters beyond ASCII that Japanese prose is made of: kana, kanji, full-width forms, punctuation. */
const plausibility = (text: string): number => {
  const foreign = [...text].filter((char) => char > '\x7e')
  const likely = foreign.filter((char) => usual.test(char)).length
  return foreign.length === 0 ? 0 : likely / foreign.length
}

/** Half-width katakana are left out: they are what EUC-JP looks like when read as Shift_JIS. */
const usual = /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e\u2010-\u203b\u2160-\u217f\u2460-\u24ff\u25a0-\u25ff]/
