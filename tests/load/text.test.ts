import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownLine } from '../../src/load/markdown.js'
import { pagesOf, textOf } from './pages.js'

const japanese = '令和3年度予算額\nマテリアル研究開発、合計４２億円'

describe('encodings', () => {
  const shiftJis = '97DF98613394 4E9378975C8E5A8A7A'.replace(' ', '')
  it.each([
    ['UTF-8', Buffer.from('令和3年度予算額')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF令和3年度予算額')],
    ['UTF-16 little endian', Buffer.from('\uFEFF令和3年度予算額', 'utf16le')],
    ['Shift_JIS', Buffer.from(shiftJis, 'hex')],
    ['EUC-JP', Buffer.from('CEE1CFC233C7AFC5D9CDBDBBBBB3DB', 'hex')],
    ['ISO-2022-JP', Buffer.from('\x1b$BNaOB\x1b(B3\x1b$BG/EYM=;;3[\x1b(B')],
  ])('%s', async (_, bytes) => {
    const [page] = await pagesOf('a.txt', bytes)
    expect(page?.runs.map(textOf)).toEqual(['令和3年度予算額'])
  })
})

describe('lines', () => {
  it('number as an editor does, whatever ends them', async () => {
    const [page] = await pagesOf('a.txt', Buffer.from('a\r\n\r\nb\n\nc\rd'))
    expect(page?.runs.map((run) => [textOf(run), run.line])).toEqual([
      ['a', 1],
      ['b', 3],
      ['c', 5],
      ['d', 6],
    ])
  })

  it('stand on a grid of 6 by 12 points', async () => {
    const [page] = await pagesOf('a.txt', Buffer.from('x\n1円\t2ｱ'))
    const boxes = page?.runs[1]?.glyphs.map(({ text, x0, y0, x1, y1 }) => [text, x0, y0, x1, y1])
    expect(boxes).toEqual([
      ['1', 0, 12, 6, 24],
      ['円', 6, 12, 18, 24],
      ['\t', 18, 12, 48, 24],
      ['2', 48, 12, 54, 24],
      ['ｱ', 54, 12, 60, 24],
    ])
    expect(page).toMatchObject({ source: 'text', number: 1, width: 60, height: 24, glyphs: 6, issues: [] })
  })

  it('lose no character of plain text', async () => {
    const plain = fc.stringMatching(/^[0-9a-z円億万（）、。　 ]{0,20}$/)
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 1, maxLength: 5 }), async (lines) => {
        const bytes = Buffer.from(`${lines.join('\n')}\n${japanese}`)
        const [page] = await pagesOf('a.txt', bytes)
        const read = lines.map((_, i) =>
          (page?.runs ?? [])
            .filter(({ line }) => line === i + 1)
            .map(textOf)
            .join(''),
        )
        expect(read).toEqual(lines)
      }),
      { numRuns: 30 },
    )
  })
})

describe('Markdown marks', () => {
  it.each([
    ['a **b** c', 0, ['a ', '*b', ' c']],
    ['15億円（新規）**', 0, ['15億円（新規）']],
    ['a **b', 0, ['a ', '*b']],
    ['1,713百万円*', 0, ['1,713百万円*']],
    ['# 予算', 1, ['*予算']],
    ['### 予算', 3, ['*予算']],
    ['#3', 0, ['#3']],
    ['- 予算', 0, ['- 予算']],
    ['| a | b |', 0, ['a\tb']],
    ['a<br>b', 0, ['a b']],
    ['a|b', 0, ['a|b']],
  ])('%s', (line, level, parts) => {
    const read = markdownLine(line)
    expect(read?.level).toBe(level)
    expect(read?.parts.map(({ text, bold }) => (bold ? `*${text}` : text))).toEqual(parts)
  })

  it.each(['|---|---|', '| :-- | --: |', '--|--'])('%s is no text', (line) => {
    expect(markdownLine(line)).toBeNull()
  })
})
