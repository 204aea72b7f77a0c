import { atHome, type Print } from '../../src/book/print.js'

/** A line on page 1 whose letters are ten points wide and high. */
export const printOf = (text: string, { x = 0, y = 0 } = {}): Print => ({
  page: 1,
  line: 1,
  text,
  boxes: Float32Array.from([...text].flatMap((_, i) => [x + 10 * i, y, x + 10 * (i + 1), y + 10])),
  box: { x0: x, y0: y, x1: x + 10 * text.length, y1: y + 10 },
  shift: atHome,
})
