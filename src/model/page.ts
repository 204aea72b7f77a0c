import type { Issue } from './issue.js'
import type { Box } from './place.js'

/** One character (or ligature) as painted: its Unicode text and the box from its advance and the font's height. */
export interface Glyph extends Box {
  readonly text: string
}

/** Glyphs that one show-text operation paints in one style. */
export interface TextRun {
  readonly glyphs: readonly Glyph[]
  /** Height of the em in points. */
  readonly size: number
  /** PostScript name of the font, or '' when the engine gives none. */
  readonly font: string
  readonly bold: boolean
  /** Fill colour as #rrggbb. */
  readonly colour: string
  /** Direction in which the text runs on the page as shown, degrees clockwise: 0, 90, 180, 270. */
  readonly angle: number
  /** Vertical writing mode: glyphs advance downwards. */
  readonly vertical: boolean
  /** Painted invisibly (rendering mode 3), as under a scanned image. */
  readonly hidden: boolean
  /** 1-based line of a text file; null for PDFs. */
  readonly line: number | null
}

/** A painted rectangle or an axis-parallel line (a rectangle that is thin, or a stroked segment). */
export interface Shape {
  readonly box: Box
  /** #rrggbb, or null where it is not filled. */
  readonly fill: string | null
  readonly stroke: string | null
}

/** A filled path as large as a letter of text: a letter that is drawn and not written, or a small picture. */
export interface Drawing {
  readonly box: Box
  readonly shape: DrawnShape
}

/** A drawing wherever it stands and however large it is. */
export interface DrawnShape {
  /** Its commands in painting order: m moves, l line, c cubic, q quadratic, z closes. */
  readonly commands: string
  /** x y of each point, control points of curves among them, from the top left of its box in units of the box's height. */
  readonly points: readonly number[]
}

/** load -> layout. What one page paints, whatever engine read it. */
export interface Page {
  readonly number: number
  readonly source: 'pdf' | 'text'
  readonly width: number
  readonly height: number
  /** The file's /Rotate, degrees clockwise; every box here is already turned. */
  readonly rotation: number
  readonly runs: readonly TextRun[]
  /** In painting order. */
  readonly shapes: readonly Shape[]
  readonly images: readonly Box[]
  /** In painting order; text files have none. Budget books alone read them. */
  readonly drawings: readonly Drawing[]
  /** Glyphs painted, and those of them without usable Unicode (U+FFFD, private use, unmapped control codes). */
  readonly glyphs: number
  readonly unmapped: number
  readonly issues: readonly Issue[]
}

/** What load tells of the whole input before its pages. */
export interface Source {
  /** Base name of the file. */
  readonly name: string
  readonly kind: 'pdf' | 'text'
  readonly sha256: string
  readonly bytes: number
  readonly pageCount: number
  /** From the PDF's metadata, or null. */
  readonly title: string | null
  readonly producer: string | null
}
