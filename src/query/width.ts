/** How many columns of a terminal a text takes: two for each full-width character, none for marks that stand on another. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (mark.test(character) ? 0 : wide.test(character) ? 2 : 1), 0)

/** The beginning of a text that takes no more than some columns, with … where it is cut. */
export const cut = (text: string, most: number): string => {
  if (widthOf(text) <= most) return text
  let kept = ''
  let width = 1
  for (const character of text) {
    width += widthOf(character)
    if (width > most) break
    kept += character
  }
  return `${kept}…`
}

const mark = /\p{M}/u

// The blocks that East Asian Width (UAX 11) calls wide or full-width, roughly: no half-width kana, nothing ambiguous.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
