import { escapeText } from '../terminal.js'

/** Text of a document inside a line of Markdown: no mark of it is one of Markdown or HTML. */
export const inline = (text: string): string =>
  escapeText(text.replace(/\s+/gu, ' ')).replace(/[\\`*_{}[\]<>|~#]/gu, (mark) => `&#${mark.codePointAt(0)};`)

/** A table of cells that are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')
