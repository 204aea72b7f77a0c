import type { Line } from '../model/block.js'
import type { Origin } from '../model/text.js'
import { foldCharacters } from './characters.js'
import type { Traced } from './traced.js'

/** Lines of one block grouped into paragraphs. */
export const paragraphsOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const current = paragraphs.at(-1)
    if (current && continues(current, line)) current.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

/** A paragraph's text with line breaks removed and the origin of each unit. */
export const joinLines = (lines: readonly Line[]): Traced => {
  let text = ''
  const origins: (Origin | null)[] = []
  lines.forEach((line, index) => {
    const start = line.text.length - line.text.trimStart().length
    const end = line.text.trimEnd().length
    if (text !== '' && end > start && needsSpace(text, line.text.slice(start), lines[index - 1]?.full ?? false)) {
      text += ' '
      origins.push(null)
    }
    for (let at = start; at < end; at++) origins.push({ line: index, at })
    text += line.text.slice(start, Math.max(start, end))
  })
  return { text, origins }
}

const continues = (paragraph: readonly Line[], line: Line): boolean => {
  const before = folded(paragraph.map(({ text }) => text.trim()).join(''))
  const after = folded(line.text.trim())
  if (before === '' || after === '') return false
  if (splitsAmount(before, after) || closesBracket(before, after) || neverBegins.test(after)) return true
  if (!paragraph.at(-1)?.full || isValue(folded(paragraph.at(-1)?.text.trim() ?? ''), after)) return false
  return endsOpen(before) || !beginsParagraph(after)
}

const amountOnly = /^[(〔]?[△▲+-]?[0-9][0-9,.]*(?:兆|億|千万|百万|万|千)*円[)〕]?(?:\s*[(〔][^)〕]*[)〕])?$/
const remarkOnly = /^[(〔【](?:新規|再掲|一部再掲)[)〕】]$/

/** A line of its own below a sentence, a label or another value. */
const isValue = (above: string, line: string): boolean =>
  (amountOnly.test(line) || remarkOnly.test(line)) &&
  (/。$|額(?:\s*\(案\))?\)?$/.test(above) || amountOnly.test(above) || remarkOnly.test(above))

/** Characters that begin no line of Japanese (行頭禁則): the line before goes on. */
const neverBegins = /^[ァィゥェォッャュョヮーぁぃぅぇぉっゃゅょゎ、。」』】〕]/u

/** `7,133⏎億円`, `580.8億⏎円`: a unit has nothing to say on its own. */
const splitsAmount = (before: string, after: string): boolean =>
  /[0-9]$/.test(before)
    ? /^(?:兆|億|千万|百万|万|千)?円/.test(after)
    : /[0-9](?:兆|億|千万|百万|万|千|千百?)$/.test(before) && /^(?:万|百万)?円/.test(after)

/** A bracket opened above is closed below before another one opens. */
const closesBracket = (before: string, after: string): boolean => isOpen(before) && /^[^(〔【「]*[)〕】」]/u.test(after)

/** A comma or an open bracket says that the sentence goes on. */
const endsOpen = (before: string): boolean =>
  /[、,・(〔【「]$|(?:年度|補正|要求・|概算|予算)$/.test(before) || isOpen(before)

const isOpen = (text: string): boolean => {
  const depth = [...text].reduce((open, c) => open + ('(〔【「'.includes(c) ? 1 : ')〕】」'.includes(c) ? -1 : 0), 0)
  return depth > 0
}

const year = '(?:(?:令和|平成|昭和)\\s*(?:元|[0-9]{1,2})\\s*年度?|[RH][0-9]{1,2}\\s*(?:年度)?|20[0-9]{2}\\s*年度)'

/** How a paragraph begins although the line before it was full: list marks, numbering, notes, fiscal labels. */
const openings: readonly RegExp[] = [
  /^[○●◆◇■□▶►▷◎・*✓✔☑→⇒➡☆★◯〇•▪➢※]/u,
  /^[-–—]\s/u,
  /^[①-⑳㉑-㉟❶-❿⑴-⒇⒈-⒛Ⅰ-Ⅻ]/u,
  /^【/u,
  /^\([0-9]{1,2}\)(?![0-9])/u,
  /^[0-9]{1,2}(?:[-.][0-9]{1,2})*\.(?![0-9])/u,
  /^(?:[0-9]{1,2}|[IVX]{1,4}) (?=[^ -~])(?!年|月|日|兆|億|万|百|千|円|件|人|名|課題|拠点|か|ヶ|機関|校|社|回|点)/u,
  new RegExp(`^[(〔]?(?:前年度|${year}\\s*(?:第\\s*[0-9]+\\s*[次号])?\\s*(?:概算|要求|要望|予算|補正|当初))`, 'u'),
  /^(?:概算要求額|要求額|要求・要望額|要望額|予算額|補正予算額)(?:\s*\(案\))?\s*[:：]?\s*[0-9(]/u,
]

const beginsParagraph = (text: string): boolean => openings.some((opening) => opening.test(text))

/** Between Latin words, between numbers, and wherever the line before ended short of its column. */
const needsSpace = (before: string, after: string, full: boolean): boolean => {
  if (splitsAmount(before, after) || neverBegins.test(after)) return false
  if (!full) return true
  if (/[0-9]$/.test(before) && /^[0-9]/.test(after)) return !/[0-9],[0-9]{0,2}$/.test(before)
  return (
    /[0-9A-Za-z.,;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(after) && /[A-Za-z]/.test(`${before.at(-1)}${after[0]}`)
  )
}

const folded = (text: string): string => foldCharacters({ text, origins: [] }).text
