/** What stands for a glyph without usable Unicode. */
export const UNREADABLE = '\uFFFD'

export interface GlyphText {
  readonly text: string
  readonly usable: boolean
}

/**
 * The text of a glyph as the font's Unicode map gives it. Nothing is folded: full-width digits, radicals and ligatures
 * stay. Line and tab controls count as a space; other controls, U+FFFD and private use are without usable Unicode (a
 * private code is kept, as pictures of symbol fonts have nothing else).
 */
export const glyphText = (unicode: string, symbol: boolean): GlyphText => {
  const code = unicode.codePointAt(0)
  if (code === undefined) return { text: UNREADABLE, usable: false }
  if (code >= 0x20 && code < 0x7f) return { text: unicode, usable: true }
  const kind = kinds.find(({ from, to }) => code >= from && code <= to)
  if (!kind) return { text: unicode, usable: true }
  return { text: kind.text ?? unicode, usable: kind.usable || (symbol && kind.private) }
}

const kinds = [
  { from: 0x09, to: 0x0a, text: ' ', usable: true, private: false },
  { from: 0x0d, to: 0x0d, text: ' ', usable: true, private: false },
  { from: 0x00, to: 0x1f, text: UNREADABLE, usable: false, private: false },
  { from: 0x7f, to: 0x9f, text: UNREADABLE, usable: false, private: false },
  { from: 0xd800, to: 0xdfff, text: UNREADABLE, usable: false, private: false },
  { from: 0xe000, to: 0xf8ff, text: null, usable: false, private: true },
  { from: 0xfff0, to: 0xfff8, text: UNREADABLE, usable: false, private: false },
  { from: 0xfffd, to: 0xffff, text: UNREADABLE, usable: false, private: false },
  { from: 0xf0000, to: 0x10ffff, text: null, usable: false, private: true },
] as const
