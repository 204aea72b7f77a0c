import { describe, expect, it } from 'vitest'
import { pdfLinks } from '../../src/fetch/links.js'

const page = 'https://www.example.lg.jp/zaisei/r7/index.html'
const here = 'https://www.example.lg.jp/zaisei/r7'

const addressesOf = (html: string) => pdfLinks(html, page).map(({ address }) => address)
const textsOf = (html: string) => pdfLinks(html, page).map(({ text }) => text)

describe('addresses', () => {
  it.each([
    ['beside the page', 'yosan.pdf', `${here}/yosan.pdf`],
    ['below it', './shiryo/1.pdf', `${here}/shiryo/1.pdf`],
    ['above it', '../r6/1.pdf', 'https://www.example.lg.jp/zaisei/r6/1.pdf'],
    ['of the same host', '/1.pdf', 'https://www.example.lg.jp/1.pdf'],
    ['of the same scheme', '//files.example.jp/1.pdf', 'https://files.example.jp/1.pdf'],
    ['of another host', 'http://files.example.jp:8080/1.pdf', 'http://files.example.jp:8080/1.pdf'],
    ['in capitals', 'YOSAN.PDF', `${here}/YOSAN.PDF`],
    ['with a query', '1.pdf?v=2&amp;x=1', `${here}/1.pdf?v=2&x=1`],
    ['with a query in bare ampersands', '1.pdf?a=1&b=2', `${here}/1.pdf?a=1&b=2`],
    ['with a place in it', '1.pdf#page=3', `${here}/1.pdf`],
    ['in Japanese', '予算 案.pdf', `${here}/%E4%BA%88%E7%AE%97%20%E6%A1%88.pdf`],
    ['encoded', '%E4%BA%88%E7%AE%97.pdf', `${here}/%E4%BA%88%E7%AE%97.pdf`],
    ['with space around', ' \n 1.pdf\t', `${here}/1.pdf`],
    ['with entities', '&#x2e;/1&#46;pdf', `${here}/1.pdf`],
  ])('%s', (_, href, address) => {
    expect(addressesOf(`<a href="${href}">予算</a>`)).toEqual([address])
  })

  it.each([
    ['no quotes', '<a href=1.pdf>予算</a>'],
    ['single quotes', "<a class=x href='1.pdf'>予算</a>"],
    ['capitals', '<A HREF="1.pdf">予算</A>'],
    ['space', '<a\n  href = "1.pdf"\n>予算</a >'],
    ['more markup', '<li><p><a href="1.pdf"><span><b>予算</b></span></a></p></li>'],
    ['no end', '<a href="1.pdf">予算'],
    ['an end that comes too late', '<a href="1.pdf">予算<a href="index.html">戻る</a></a>'],
    ['a wrong nesting', '<a href="1.pdf"><b>予算</a></b>'],
    ['a comment beside it', '<!-- <a href="2.pdf">案</a> --><a href="1.pdf">予算</a>'],
    ['a script beside it', `<script>'<a href="2.pdf">案</a>'</script><a href="1.pdf">予算</a>`],
  ])('of a link with %s', (_, html) => {
    expect(pdfLinks(html, page)).toEqual([{ address: `${here}/1.pdf`, text: '予算' }])
  })

  it.each([
    ['mail', 'mailto:zaisei@example.lg.jp?subject=1.pdf'],
    ['a script', "javascript:open('1.pdf')"],
    ['a telephone', 'tel:0312345678'],
    ['a file', 'file:///1.pdf'],
    ['FTP', 'ftp://files.example.jp/1.pdf'],
    ['data', 'data:application/pdf,1.pdf'],
    ['another page', 'index.html'],
    ['a page about PDF', 'pdf.html'],
    ['a page whose query ends so', 'viewer.html?file=1.pdf'],
    ['a page whose place is called so', 'index.html#1.pdf'],
    ['a spreadsheet', '1.xlsx'],
    ['an archive', '1.pdf.zip'],
    ['a folder', '1.pdf/'],
    ['nothing', ''],
    ['no address', 'http://[1.pdf'],
  ])('not of %s', (_, href) => {
    expect(addressesOf(`<a href="${href}">予算</a>`)).toEqual([])
  })

  it('not of an anchor that leads nowhere', () => {
    expect(addressesOf('<a name="1.pdf">予算</a>')).toEqual([])
  })

  it.each([
    ['application/pdf', 1],
    ['APPLICATION/PDF; qs=1', 1],
    ['application/pdfx', 0],
    ['text/html', 0],
  ])('by the type that a link names: %s', (type, count) => {
    expect(addressesOf(`<a href="/download?id=7" type="${type}">予算</a>`)).toHaveLength(count)
  })

  it('none of a page without links', () => {
    expect(pdfLinks('', page)).toEqual([])
    expect(pdfLinks('予算 1.pdf', page)).toEqual([])
  })
})

describe('the base of a page', () => {
  it.each([
    ['another host', '<base href="https://files.example.jp/r7/">', 'https://files.example.jp/r7/1.pdf'],
    ['a folder', '<base href="/kaikei/">', 'https://www.example.lg.jp/kaikei/1.pdf'],
    ['a folder beside', '<base href="../r6/">', 'https://www.example.lg.jp/zaisei/r6/1.pdf'],
    ['the first of two', '<base href="/a/"><base href="/b/">', 'https://www.example.lg.jp/a/1.pdf'],
    ['after one for windows', '<base target="_blank"><base href="/b/">', 'https://www.example.lg.jp/b/1.pdf'],
    ['no address', '<base href="http://[">', `${here}/1.pdf`],
    ['no address of the web', '<base href="data:text/plain,">', `${here}/1.pdf`],
    ['no base', '<base>', `${here}/1.pdf`],
  ])('%s', (_, base, address) => {
    expect(addressesOf(`<head>${base}</head><a href="1.pdf">予算</a>`)).toEqual([address])
  })
})

describe('order and copies', () => {
  it('are those of the page', () => {
    const html = '<a href="2.pdf">二</a><a href="1.pdf">一</a><a href="index.html">戻る</a><a href="3.pdf">三</a>'
    expect(pdfLinks(html, page)).toEqual([
      { address: `${here}/2.pdf`, text: '二' },
      { address: `${here}/1.pdf`, text: '一' },
      { address: `${here}/3.pdf`, text: '三' },
    ])
  })

  it.each([
    ['an icon and a text', '<a href="1.pdf"><img src="i.gif" alt="PDF"></a><a href="1.pdf">予算の概要</a>'],
    ['a text and an icon', '<a href="1.pdf">予算の概要</a><a href="1.pdf"><img src="i.gif" alt=""></a>'],
    ['two texts', '<a href="1.pdf">予算の概要</a><a href="1.pdf">こちら</a>'],
    ['two pages of it', '<a href="1.pdf#page=1">予算の概要</a><a href="1.pdf#page=9">9ページ</a>'],
    ['two ways to write it', '<a href="./1.pdf">予算の概要</a><a href="/zaisei/r7/1.pdf">こちら</a>'],
  ])('are one link with the first words: %s', (_, html) => {
    expect(pdfLinks(html, page)).toEqual([{ address: `${here}/1.pdf`, text: '予算の概要' }])
  })

  it('are two links when the query differs', () => {
    expect(addressesOf('<a href="1.pdf?v=1">一</a><a href="1.pdf?v=2">二</a>')).toHaveLength(2)
  })
})

describe('words', () => {
  it.each([
    ['in markup', '<span>令和7年度</span><strong>予算</strong>', '令和7年度予算'],
    ['over lines', '令和7年度\n      予算', '令和7年度 予算'],
    ['with a break', '令和7年度<br>予算', '令和7年度 予算'],
    ['with wide and hard spaces', '　令和7年度&nbsp;　予算 ', '令和7年度 予算'],
    ['of a picture', '<img src="b.png" alt="予算の概要">', '予算の概要'],
    ['of a picture and text', '<img src="i.gif" alt="PDF">予算の概要', 'PDF 予算の概要'],
    ['of text and a picture', '予算の概要<img src="i.gif" alt="PDFファイル">', '予算の概要'],
    ['with entities', '研究&amp;開発 &lt;案&gt; &#x4E88;&#31639;', '研究&開発 <案> 予算'],
    ['none', '', null],
    ['space alone', ' 　&nbsp;\n', null],
    ['a picture without words', '<img src="i.gif">', null],
    ['PDF alone', 'PDF', null],
    ['a picture of PDF', '<img src="i.gif" alt="PDFアイコン">', null],
  ])('%s', (_, inner, text) => {
    expect(textsOf(`<a href="1.pdf">${inner}</a>`)).toEqual([text])
  })
})

describe('remarks', () => {
  it.each([
    '（PDF）',
    '（PDF：1.2MB）',
    '（PDF：1,234KB）',
    '（PDF/345KB）',
    '（PDF 345KB）',
    '（345KB）',
    '（約1.2MB）',
    '（PDF形式：345KB）',
    '（PDFファイル：345キロバイト）',
    '（PDF形式：1.2メガバイト）',
    '（PDF：345KB／12ページ）',
    '（全12ページ）',
    '（12ページ、PDF）',
    '（pdf：345kb）',
    '（Pdf）',
    '（ＰＤＦ：１．２ＭＢ）',
    '（ＰＤＦ）',
    '（３４５ＫＢ）',
    '（１２ページ）',
    '(PDF:345KB)',
    ' (PDF: 345KB)',
    '(PDF形式, 345 KB)',
    '[PDF 345KB]',
    '[PDF:345KB]',
    '［PDF形式 2.3MB］',
    '［ＰＤＦ形式：２．３ＭＢ］',
    '【PDF】',
    '【PDF：345KB】',
    '〔PDF〕',
    '〔PDF：345KB〕',
    '＜PDF：345KB＞',
    '<PDF:345KB>',
    '《PDF》',
    '　PDF',
    ' PDF',
    'PDF',
    'ＰＤＦ',
    ' PDFファイル',
    ' PDF形式',
    ' ＰＤＦファイル',
    ' PDF ファイル',
    ' PDF：345KB',
    ' PDF 1.2MB',
    ' PDF/1,234KB/12ページ',
    ' ＰＤＦ形式：２．３ＭＢ',
    ' [PDF] 別のウィンドウで開く',
    '（PDF）PDF',
    'PDF（345KB）',
    'PDF（345KB）（12ページ）',
    ' [PDF] (345KB)',
    '別ウィンドウで開きます',
    '（別ウィンドウで開きます）',
    '(別ウィンドウで開きます)',
    '［別ウィンドウで開きます］',
    '[別ウィンドウで開きます]',
    '（別ウインドウで開く）',
    '（別ウィンドウが開きます。）',
    '（別タブで開きます）',
    '新しいウィンドウで開きます',
    '（新しいタブで開きます）',
    '（新規ウィンドウで開きます）',
    '（別ウィンドウ）',
    '別ウィンドウで開く',
    '（PDF：1.2MB）別ウィンドウで開きます',
    '（PDF：1.2MB）（別ウィンドウで開きます）',
    '（PDF：1.2MB、別ウィンドウで開きます）',
    '　別ウィンドウで開きます（PDF：1.2MB）',
  ])('%s is no part of the words', (remark) => {
    const escaped = remark.replaceAll('<', '&lt;')
    expect(textsOf(`<a href="1.pdf">令和7年度予算（案）の概要${escaped}</a>`)).toEqual(['令和7年度予算（案）の概要'])
    expect(textsOf(`<a href="1.pdf">令和7年度予算（案）${escaped}</a>`)).toEqual(['令和7年度予算（案）'])
  })

  it.each([
    '（PDF：345KB）',
    'PDF（345KB）',
    'PDF (345KB)',
    '[PDF: 1.2MB]',
    '［ＰＤＦ形式：２．３ＭＢ］',
    'PDFファイル（345KB）',
    'PDF ファイル （345KB）',
    'PDF 別ウィンドウで開きます',
    '（PDF：345KB）別ウィンドウで開きます',
    'ＰＤＦ',
    '別ウィンドウで開きます',
  ])('%s alone is no words', (remark) => {
    expect(textsOf(`<a href="1.pdf">${remark}</a>`)).toEqual([null])
  })

  it.each([
    '令和7年度予算（案）',
    '令和7年度予算(案)',
    '一般会計予算［第1号］',
    '【別冊】予算の説明',
    '予算の説明【別冊】',
    '第1部（総括・12款）',
    '令和7年度当初予算（1月20日公表）',
    '歳出（10億円以上）',
    '文部科学省（MEXT）',
    'PDFで見る予算',
    'PDF版の作り方',
    '予算書（PDF版の作り方）について',
    'デジタル化（電子申請・タブレット）',
    '学校へのタブ',
    '地域のショーウィンドウ',
    '地域のショーウインドウ（案）',
    'ワンストップウィンドウ',
    'r7_yosan.pdf',
    'R7予算.PDF',
    '予算書のPDF',
    '1月20日',
    '10',
    '(1)',
    '（参考資料 PDF）',
    '（参考）予算の推移',
    '（案）',
    '案）',
    '（1）歳入',
    '予算額 345MB',
    '「予算案」＜要旨＞',
    '第2章 12ページ',
  ])('%s stays as it is', (text) => {
    expect(textsOf(`<a href="1.pdf">${text}</a>`)).toEqual([text])
    expect(textsOf(`<a href="1.pdf">${text}（PDF：345KB）</a>`)).toEqual([text])
  })

  it('inside the words stay', () => {
    expect(textsOf('<a href="1.pdf">予算（PDF：345KB）の訂正</a>')).toEqual(['予算（PDF：345KB）の訂正'])
  })
})
