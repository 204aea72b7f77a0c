import { escapeText } from '../terminal.js'

/** Text of a document inside a line of Markdown: no mark of it is one of Markdown or HTML. */
export const inline = (text: string): string =>
  escapeText(text.replace(/\s+/gu, ' ')).replace(
    /[\\`*_{}[\]<>|~#]|&(?=#?\w+;)/gu,
    (mark) => `&#${mark.codePointAt(0)};`,
  )

/** A name of ours, or one that holds no mark, as it is. */
export const code = (name: string): string => `\`${name}\``

/** An address inside a line of Markdown, from which no mark of it leads out. */
export const link = (address: string): string => `<${address.replace(/[\s<>|]/gu, encodeURIComponent)}>`

/** A table of cells that are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')
