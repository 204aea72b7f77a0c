/** Text in one style. */
export interface StyledText {
  readonly text: string
  readonly bold: boolean
}

/** What a line of a text file says, with its Markdown marks turned into style. */
export interface TextLine {
  readonly parts: readonly StyledText[]
  /** Heading level 1 to 6; 0 for other lines. */
  readonly level: number
}

/**
 * Reads the marks of one line: `#` heads, `**bold**` (a lone pair of asterisks reaches to the line's end), table
 * pipes, which become tabs between the cells, and `<br>`, which becomes a space. List marks are text and stay. Null for
 * a row that only separates a table's head.
 */
export const markdownLine = (line: string): TextLine | null => {
  if (/^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/.test(line)) return null
  const [, marks = '', rest = line] = /^\s{0,3}(#{1,6})[ \u3000]+(.*)$/.exec(line) ?? []
  const text = cellsToTabs(rest).replace(/<br\s*\/?>/gi, ' ')
  const parts = text.split('**').map((part, i) => ({ text: part, bold: marks !== '' || i % 2 === 1 }))
  return { parts: parts.filter((part) => part.text !== ''), level: marks.length }
}

const cellsToTabs = (line: string): string => {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  return row === undefined
    ? line
    : row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t')
}
