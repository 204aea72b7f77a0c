import { describe, expect, it } from 'vitest'
import { pageText } from '../../src/fetch/page-text.js'

/** 予算 as the encodings write it. */
const budget = {
  shiftJis: [0x97, 0x5c, 0x8e, 0x5a],
  eucJp: [0xcd, 0xbd, 0xbb, 0xbb],
  utf8: [0xe4, 0xba, 0x88, 0xe7, 0xae, 0x97],
}

const page = (head: string, bytes: readonly number[]): Uint8Array =>
  Buffer.concat([Buffer.from(`<html><head>${head}</head>`), Buffer.from(bytes)])

describe('pageText', () => {
  it.each([
    ['the header: Shift_JIS', 'text/html; charset=Shift_JIS', '', budget.shiftJis],
    ['the header: x-sjis in quotes', 'text/html;charset="x-sjis"', '', budget.shiftJis],
    ['the header: Windows-31J', 'text/html; Charset = Windows-31J', '', budget.shiftJis],
    ['the header: EUC-JP', 'text/html; charset=euc-jp', '', budget.eucJp],
    ['the header: UTF-8', 'text/html; charset=UTF-8', '', budget.utf8],
    ['the head: Shift_JIS', 'text/html', '<meta charset="Shift_JIS">', budget.shiftJis],
    ['the head without quotes', 'text/html', '<meta charset=shift_jis>', budget.shiftJis],
    ['the head: EUC-JP', null, "<META CHARSET='EUC-JP'>", budget.eucJp],
    [
      'the head as of old',
      'text/html',
      '<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">',
      budget.eucJp,
    ],
    ['the header before the head', 'text/html; charset=utf-8', '<meta charset="Shift_JIS">', budget.utf8],
    ['the head when the header is unknown', 'text/html; charset=none', '<meta charset="EUC-JP">', budget.eucJp],
    ['UTF-8 when both are unknown', 'text/html; charset=x-no', '<meta charset="x-none">', budget.utf8],
    ['UTF-8 when nothing is named', 'text/html', '', budget.utf8],
    ['UTF-8 without a header', null, '', budget.utf8],
  ])('%s', (_, contentType, head, bytes) => {
    expect(pageText(page(head, bytes), contentType)).toBe(`<html><head>${head}</head>予算`)
  })

  it('does not look for the encoding deep in the page', () => {
    const late = page(`${' '.repeat(1024)}<meta charset="Shift_JIS">`, budget.utf8)
    expect(pageText(late, null)).toContain('予算')
  })

  it('leaves out the mark of UTF-8', () => {
    expect(pageText(Buffer.from('\ufeff<html>'), null)).toBe('<html>')
  })

  it('reads what is no text of the encoding as far as it goes', () => {
    expect(pageText(Buffer.from([0x61, 0xff, 0x62]), null)).toBe('a\ufffdb')
  })

  it('reads an empty page', () => {
    expect(pageText(new Uint8Array(), null)).toBe('')
  })
})
