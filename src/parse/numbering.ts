import type { Numbering } from '../model/finding.js'
import type { TokenisedText } from '../model/token.js'

const styles: readonly Numbering['style'][] = ['bullet', 'circled', 'decimal', 'roman', 'bracketed', 'section']

export const readNumbering = ({ clean, tokens }: TokenisedText, index: number): Numbering | null => {
  const token = tokens[index]
  const style = token?.kind === 'mark' ? styles.find((candidate) => candidate === token.name) : undefined
  if (!token || !style) return null
  const { from, to } = token
  return { kind: 'numbering', printed: clean.text.slice(from, to).replace(/\s/g, ''), style, from, to }
}
