import { describe, expect, it } from 'vitest'
import { layout } from '../../src/layout/index.js'
import type { Block } from '../../src/model/block.js'
import { pagesOf } from '../load/pages.js'

const blocksIn = async (text: string): Promise<readonly Block[]> => {
  const pages = await pagesOf('print.md', new TextEncoder().encode(text))
  return pages.flatMap((page) => layout(page).blocks)
}

const cases: readonly (readonly [what: string, text: string, blocks: readonly (readonly string[])[]])[] = [
  ['lines below one another are a block', '令和7年度\n要求額', [['令和7年度', '要求額']]],
  ['a blank line ends a block', '令和7年度\n\n要求額', [['令和7年度'], ['要求額']]],
  ['several blank lines as well', '令和7年度\n\n\n\n要求額', [['令和7年度'], ['要求額']]],
  ['a heading is a block of its own', '# 研究の推進\n要求額', [['研究の推進'], ['要求額']]],
  ['a tab stays one', '要求額\t25億円', [['要求額\t25億円']]],
  ['a lone space stays one', '要求額 25億円', [['要求額 25億円']]],
  ['cells of a table are parted by tabs', '| 要求額 | 25億円 |', [['要求額\t25億円']]],
  ['bold marks are no text', '**要求額** 25億円', [['要求額 25億円']]],
  ['a file without text has no blocks', '\n\n', []],
]

describe('text files', () => {
  it.each(cases)('%s', async (_, text, blocks) => {
    expect((await blocksIn(text)).map(({ lines }) => lines.map((line) => line.text))).toEqual(blocks)
  })

  it('lines have the numbers of the file', async () => {
    const blocks = await blocksIn('\n研究\n\n\n推進\n')
    expect(blocks.flatMap(({ lines }) => lines.map(({ number }) => number))).toEqual([2, 5])
  })

  it('no line is full: text files do not wrap', async () => {
    const blocks = await blocksIn('研究の推進\n予算')
    expect(blocks.flatMap(({ lines }) => lines.map(({ full }) => full))).toEqual([false, false])
  })

  it('headings are headings', async () => {
    expect((await blocksIn('# 研究\n\n本文')).map(({ kind }) => kind)).toEqual(['heading', 'text'])
  })
})
