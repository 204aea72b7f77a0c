import { decode } from '../encoding.js'
import type { Page, Source, TextRun } from '../model/page.js'
import type { InputFile } from './file.js'
import { type Loaded, type PageRange, pagesWanted } from './loaded.js'
import { markdownLine } from './markdown.js'
import { LINE_HEIGHT, runsOf } from './text-runs.js'
import { glyphText } from './unicode.js'

/** Opens a text or Markdown file as one page. Throws YosanError: undecodable_text, bad_value. */
export const loadText = (file: InputFile, range: PageRange | null): Loaded => {
  pagesWanted(file, range, 1)
  const page = pageOf(decode(file).split(/\r\n|\n|\r/))
  const { name, sha256, bytes } = file
  const source: Source = { name, kind: 'text', sha256, bytes: bytes.length, pageCount: 1, title: null, producer: null }
  return { source, pages: once(page) }
}

const pageOf = (lines: readonly string[]): Page => {
  const runs = lines.flatMap((line, i) => {
    const read = markdownLine(line)
    return read ? runsOf(read, i + 1) : []
  })
  const glyphs = runs.flatMap((run) => run.glyphs)
  return {
    number: 1,
    source: 'text',
    width: runs.reduce((width, run) => Math.max(width, endOf(run)), 0),
    height: lines.length * LINE_HEIGHT,
    rotation: 0,
    runs,
    shapes: [],
    images: [],
    drawings: [],
    glyphs: glyphs.length,
    unmapped: glyphs.filter(({ text }) => !glyphText(text, false).usable).length,
    issues: [],
  }
}

const endOf = ({ glyphs }: TextRun): number => glyphs.at(-1)?.x1 ?? 0

async function* once(page: Page): AsyncGenerator<Page> {
  yield page
}
