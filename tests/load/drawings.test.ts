import { describe, expect, it } from 'vitest'
import type { Box } from '../../src/model/place.js'
import { makePdf } from './make-pdf.js'
import { pagesOf } from './pages.js'

const drawingsOf = async (content: string, pageEntries = '') =>
  (await pagesOf('a.pdf', makePdf({ pages: [content], pageEntries })))[0]?.drawings ?? []

const round = ({ x0, y0, x1, y1 }: Box) => [x0, y0, x1, y1].map((value) => Math.round(value * 10) / 10)

/** A curved foot below a bar and a slanted stroke, nine units high and wide. */
const letter = '0 0 m 9 0 l 9 2 4 2 0 1 c h 2 4 m 7 4 l 7 6 l 2 6 l h 0 9 m 5 7 l 9 9 l 5 8 l h f'
const at = (x: number, y: number, size: number, drawn = letter): string =>
  `q ${size} 0 0 ${size} ${x} ${y} cm ${drawn} Q`
const ring = '9 4.5 m 9 7 7 9 4.5 9 c 2 9 0 7 0 4.5 c 0 2 2 0 4.5 0 c 7 0 9 2 9 4.5 c h'

describe('drawings of a page', () => {
  it('are paths like letters, where they stand', async () => {
    const [drawing] = await drawingsOf(at(20, 50, 1))
    expect(drawing && round(drawing.box)).toEqual([20, 41, 29, 50])
    expect(drawing?.shape.commands).toBe('mlczmlllzmlllz')
  })

  it('are one shape at two sizes and places', async () => {
    const [one, other] = await drawingsOf(`${at(20, 50, 1)} ${at(90, 10, 1.5)}`)
    expect(other && round(other.box)).toEqual([90, 76.5, 103.5, 90])
    expect(other?.shape).toEqual(one?.shape)
  })

  it('are turned with the page', async () => {
    const [drawing] = await drawingsOf(`q 0 1 -1 0 60 20 cm ${letter} Q`, '/Rotate 90')
    const [upright] = await drawingsOf(at(20, 50, 1))
    expect(drawing?.shape).toEqual(upright?.shape)
  })

  it.each([
    ['a rectangle', '0 0 9 9 re f'],
    ['rectangles', '0 0 9 1 re 0 4 9 1 re 0 8 9 1 re 3 0 1 9 re f'],
    ['a disc', `${ring} f`],
    ['a ring', `${ring} 8 4.5 m 8 6.5 6.5 8 4.5 8 c 2.5 8 1 6.5 1 4.5 c 1 2.5 2.5 1 4.5 1 c 6.5 1 8 2.5 8 4.5 c h f*`],
    ['an arrow', '0 3 m 5 3 l 5 0 l 9 4.5 l 5 9 l 5 6 l 0 6 l h f'],
    ['a stroked letter', letter.replace(/f$/, 'S')],
  ])('are not %s', async (_, drawn) => {
    expect(await drawingsOf(at(20, 50, 1, drawn))).toEqual([])
  })

  it.each([
    ['too small', at(20, 50, 0.3)],
    ['too large', at(20, 10, 6)],
    ['clipped away', `100 0 20 20 re W n ${at(20, 50, 1)}`],
  ])('are none that are %s', async (_, content) => {
    expect(await drawingsOf(content)).toEqual([])
  })
})
