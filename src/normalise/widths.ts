/** Full-width and look-alike punctuation folded to one form. Circled numbers, superscripts and ideographic marks stay. */
const lookAlikes: Readonly<Record<string, string>> = {
  '〜': '~',
  '∼': '~',
  '˜': '~',
  '～': '~',
  '︓': ':',
  '∶': ':',
  '﹕': ':',
  '︵': '(',
  '︶': ')',
  '﹙': '(',
  '﹚': ')',
  '\u2027': '・',
  '\u00b7': '・',
  '⁄': '/',
  '∕': '/',
  '﹪': '%',
  '▵': '△',
  '￮': '○',
}

/** All characters that stand for an empty place of the line. */
const spaces = '\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000'

const halfKana =
  '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309a'

export const widths = new RegExp(
  `[\uff01-\uff0c\uff0e-\uff5e\uff61-\uff9f${Object.keys(lookAlikes).join('')}${spaces}]`,
  'gu',
)

export const foldWidth = (character: string): string => {
  const folded = lookAlikes[character]
  if (folded !== undefined) return folded
  const code = character.charCodeAt(0)
  if (code >= 0xff61 && code <= 0xff9f) return halfKana[code - 0xff61] ?? character
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return ' '
}

/** Hyphens and short dashes that print a minus or a range where a digit follows. U+2212 stays: it is a minus already. */
export const dashesBeforeDigits = /[\u2010-\u2013\ufe63\uff0d](?=[0-9])/g
