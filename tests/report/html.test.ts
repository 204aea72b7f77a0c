import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedIn, fragmentOf, Html, html, jsonForScript } from '../../src/report/html.js'
import { hostile, tagsOf } from './markup.js'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '!', '-', 'script', 'a', ' ', '\u0000', '\u2028') }),
  fc.constantFrom(...hostile),
)

describe('html', () => {
  it.each<[part: Parameters<typeof html>[1], text: string]>([
    ['a<b>&"\'', 'a&lt;b&gt;&amp;&quot;&#39;'],
    ['&lt;', '&amp;lt;'],
    ['資料\t1\n', '資料\t1\n'],
    ['\u0000\u0008\u000b\u001b\u007f\u009f', '\ufffd'.repeat(6)],
    ['\ud800a\udc00𠮷', '\ufffda\ufffd𠮷'],
    [-1.5, '-1.5'],
    [0, '0'],
    [null, ''],
    ['', ''],
    [new Html('<b>'), '<b>'],
    [[], ''],
    [[html`<i>${'<'}</i>`, null, new Html('&amp;')], '<i>&lt;</i>&amp;'],
  ])('makes of %j %j', (part, text) => {
    expect(html`[${part}]`.text).toBe(`[${text}]`)
  })

  it('puts no markup of a text into an element or attribute, and loses none of it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // A parser takes either line end for one.
        const printed = text.replaceAll('\r', '')
        const page = html`<p title="${printed}" lang='${printed}'>${printed}</p>`.text
        const shown = allowedIn(printed)
        expect(tagsOf(page)).toEqual([{ name: 'p', attributes: { title: shown, lang: shown }, text: shown }])
      }),
    )
  })
})

describe('jsonForScript', () => {
  const inScript = (value: unknown) => {
    const page = html`<script type="application/json">${jsonForScript(value)}</script>`.text
    const tags = tagsOf(page)
    return { page, tags, text: tags[0]?.text ?? '' }
  }

  it.each(hostile)('keeps %j within its script', (text) => {
    const { page, tags, text: json } = inScript({ [text]: [text] })
    expect(tags.length).toBe(1)
    expect(JSON.parse(json)).toEqual({ [text]: [text] })
    expect(page.match(/<\/script|<!--|\]\]>|[\u2028\u2029]/giu)).toEqual(['</script'])
  })

  it('is the value for any parser', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.jsonValue()), (value) => {
        const { tags, text } = inScript(value)
        expect(tags.length).toBe(1)
        expect(text).not.toMatch(/[<>&]/u)
        expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'))
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('fragmentOf', () => {
  it.each([
    ['r7-draft-p001-001', '#r7-draft-p001-001'],
    ['予算', '#%E4%BA%88%E7%AE%97'],
    ['a b"<#&', '#a%20b%22%3C%23%26'],
    ['\ud800', '#%EF%BF%BD'],
  ])('of %j is %s', (id, fragment) => {
    expect(fragmentOf(id)).toBe(fragment)
  })

  it('leads to the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        expect(decodeURIComponent(fragmentOf(id).slice(1))).toBe(id)
      }),
    )
  })
})
