import type { Page, TextRun } from '../model/page.js'
import type { Box } from '../model/place.js'

/** A glyph with the style of the run that painted it. */
export interface Ink extends Box {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly colour: string
  /** Number of the run that painted it, on its page. */
  readonly run: number
  /** 1-based line of a text file, or null. */
  readonly line: number | null
}

export const isSpace = (text: string): boolean => /^\s*$/u.test(text)

/** The glyphs that a reader sees: hidden ones only where nothing else is painted (a scan with text beneath). */
export const inkOf = (page: Page, choose: (run: TextRun) => boolean): Ink[] => {
  const anyVisible = page.runs.some((run) => !run.hidden)
  return page.runs
    .filter((run) => choose(run) && (!run.hidden || !anyVisible))
    .flatMap((run, i) =>
      run.glyphs.map((glyph) => ({
        text: glyph.text,
        x0: glyph.x0,
        y0: glyph.y0,
        x1: glyph.x1,
        y1: glyph.y1,
        size: run.size,
        bold: run.bold,
        colour: run.colour,
        run: i,
        line: run.line,
      })),
    )
}

export const isUpright = (run: TextRun): boolean => run.angle === 0 && !run.vertical
