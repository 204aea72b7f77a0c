import { type Box, overlapY, unionOf } from '../model/place.js'
import { isHeadWord, meaningOf } from './column-words.js'
import { moved, type Print } from './print.js'

/** A letter with its place on the sheet. */
interface Letter {
  readonly text: string
  readonly box: Box
}

/** Two words that are one together are two where they stand farther apart (em): 前年度 and 比較. */
const APART = 1
/** No word of a head has more letters. */
const LONGEST = 16

/** The words of a head, whatever lines the layout made of them: letters of one level that make a word, the longest first, or
 * that stand together. */
export const headWordsOf = (prints: readonly Print[]): Box[] => levelsOf(prints.flatMap(lettersOf)).flatMap(wordsIn)

const lettersOf = ({ text, boxes, shift }: Print): Letter[] =>
  [...text.matchAll(/\S/gu)].map(({ 0: letter, index }) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxes.subarray(4 * index, 4 * index + 4)
    return { text: letter, box: moved({ x0, y0, x1, y1 }, shift) }
  })

const levelsOf = (letters: readonly Letter[]): Letter[][] => {
  const levels: Letter[][] = []
  for (const letter of letters) {
    const level = levels.find(([first]) => first && 2 * overlapY(first.box, letter.box) > first.box.y1 - first.box.y0)
    if (level) level.push(letter)
    else levels.push([letter])
  }
  return levels.map((level) => level.sort((a, b) => a.box.x0 - b.box.x0))
}

const wordsIn = (level: readonly Letter[]): Box[] => {
  const words: Box[] = []
  for (let from = 0; from < level.length; ) {
    const to = endOfWord(level, from) ?? endOfStretch(level, from)
    words.push(unionOf(level.slice(from, to).map(({ box }) => box)))
    from = to
  }
  return words
}

/** Behind the longest word of a head that begins at a letter. */
const endOfWord = (level: readonly Letter[], from: number): number | null => {
  for (let to = Math.min(level.length, from + LONGEST); to > from; to--) {
    const letters = level.slice(from, to)
    if (isHeadWord(textOf(letters)) && !isTwo(letters)) return to
  }
  return null
}

const textOf = (letters: readonly Letter[]): string => letters.map(({ text }) => text).join('')

const isTwo = (letters: readonly Letter[]): boolean =>
  letters.some((_, i) => {
    const [first, second] = [letters.slice(0, i), letters.slice(i)]
    const isPair = meaningOf(textOf(first)) !== null && (meaningOf(textOf(second)) !== null || isRemark(textOf(second)))
    return isPair && !isClose(letters.slice(i - 1, i + 1), APART)
  })

/** A remark in brackets far behind a word is that of another one above it. */
const isRemark = (text: string): boolean => /^[(（]/u.test(text)

const endOfStretch = (level: readonly Letter[], from: number): number => {
  let to = from + 1
  while (to < level.length && isClose(level.slice(to - 1, to + 1), 1) && endOfWord(level, to) === null) to++
  return to
}

const isClose = (letters: readonly Letter[], em: number): boolean =>
  letters.every(({ box }, i) => i === 0 || box.x0 - (letters[i - 1] as Letter).box.x1 <= em * (box.y1 - box.y0))
