/** What a glyph's place, text and weight need of its font. */
export interface Font {
  /** PostScript name without the subset tag. */
  readonly name: string
  readonly bold: boolean
  readonly vertical: boolean
  /** Type 3: glyphs are small drawings in a space of their own. */
  readonly drawn: boolean
  /** Pictures (Wingdings and the like): private codes are no fault of its Unicode map. */
  readonly symbol: boolean
  /** Top and bottom of a glyph's box in ems. */
  readonly ascent: number
  readonly descent: number
  /** Glyph width units to ems. */
  readonly widthScale: number
  /** Em height in units of the font size (other than 1 only for drawn fonts). */
  readonly em: number
  /** Vertical writing: advance, and the position vector's x and y, in glyph width units. */
  readonly verticalMetrics: readonly [number, number, number]
  /** Whether the font says what this character code means, or the engine only guessed. */
  readonly mapped: (code: number) => boolean
}

/** Facts of an engine font (FontFaceObject with extra properties); null when it is none. */
export const fontOf = (value: unknown): Font | null => {
  if (!isEngineFont(value)) return null
  const name = (value.name ?? '').replace(/^[A-Z]{6}\+/, '')
  const drawn = value.isType3Font === true
  const matrix = value.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0]
  const [ascent, descent] = emBox(value.ascent, value.descent, drawn)
  const [advance = -1000, x = 0, y = 880] = value.defaultVMetrics ?? []
  return {
    name,
    bold: value.bold === true || value.black === true || boldNames.some((pattern) => pattern.test(name)),
    vertical: value.vertical === true,
    drawn,
    symbol: symbolNames.test(name),
    ascent,
    descent,
    widthScale: Math.abs(matrix[0] ?? 0) || 0.001,
    em: drawn ? drawnEm(matrix, value.bbox) : 1,
    verticalMetrics: [advance, x, y],
    mapped: mappedBy(value),
  }
}

interface EngineFont {
  readonly name?: string
  readonly bold?: boolean
  readonly black?: boolean
  readonly vertical?: boolean
  readonly isType3Font?: boolean
  readonly composite?: boolean
  readonly type?: string
  readonly ascent?: number
  readonly descent?: number
  readonly bbox?: readonly number[]
  readonly fontMatrix?: readonly number[]
  readonly defaultVMetrics?: readonly number[]
  readonly toUnicode?: { readonly _map?: readonly unknown[]; readonly firstChar?: number }
}

const isEngineFont = (value: unknown): value is EngineFont =>
  typeof value === 'object' && value !== null && 'isType3Font' in value

/** Weights in font names: Latin words, the W scale of Japanese families (W6 and up), HG and Morisawa suffixes. */
const boldNames: readonly RegExp[] = [
  /bold|black|heavy|(?:demi|ultra|extra)(?!-?light)/i,
  /W[6-9](?![0-9])/,
  /(?:UB|EB|DB)(?:-|$)/,
  /^HG[PS]?(?:Gothic|Mincho)E/,
]

const symbolNames = /wingdings|webdings|symbol|dingbats/i

const emAscent = 0.88
const emDescent = -0.12

/** Ascent and descent where the font's own are believable, else those of a Japanese em box. */
const emBox = (ascent: number | undefined, descent: number | undefined, drawn: boolean): [number, number] => {
  if (drawn || ascent === undefined || descent === undefined) return [emAscent, emDescent]
  const sane = ascent >= 0.6 && ascent <= 1.1 && descent <= 0 && descent >= -0.4 && ascent - descent >= 0.8
  return sane ? [ascent, descent] : [emAscent, emDescent]
}

/** Type 3 fonts may put any size into their matrix: the bounding box tells the em, the matrix where there is no box. */
const drawnEm = (matrix: readonly number[], bbox: readonly number[] | undefined): number => {
  const scale = Math.abs(matrix[3] ?? 0.001) || 0.001
  const height = Math.abs((bbox?.[3] ?? 0) - (bbox?.[1] ?? 0)) * scale
  return height > 0.5 && height < 2 ? 1 : height || 1
}

/**
 * The engine answers with the character code itself where a font has no Unicode for it, which reads like text. A map
 * with `firstChar` is its identity map for fonts that give none; `_map` lists the codes that are known. A CID font
 * without a descriptor is read as if its bytes were Latin letters.
 */
const mappedBy = ({ toUnicode, composite, type }: EngineFont): ((code: number) => boolean) => {
  if (!composite && type?.startsWith('CIDFont')) return () => false
  const known = toUnicode?._map
  if (known) return (code) => known[code] !== undefined
  return composite && toUnicode?.firstChar !== undefined ? () => false : () => true
}
