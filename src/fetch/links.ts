import { Parser } from 'htmlparser2'

/** A link of a page to a PDF. */
export interface Link {
  readonly address: string
  /** Its words, without the remark of type and size behind them; null when it has none. */
  readonly text: string | null
}

/** The PDFs that a page links, in the order of the page, each once with the first words that lead to it. */
export const pdfLinks = (html: string, address: string): Link[] => {
  const links = new Map<string, Link>()
  for (const { href, type, text } of anchorsOf(html, address)) {
    if (!/^https?:$/u.test(href.protocol)) continue
    if (!/\.pdf$/iu.test(href.pathname) && !/^application\/pdf\b/iu.test(type)) continue
    href.hash = ''
    href.username = ''
    href.password = ''
    const known = links.get(href.href)
    links.set(href.href, { address: href.href, text: known?.text ?? withoutRemark(text) })
  }
  return [...links.values()]
}

/** Characters of the words of a link; more is no title. */
const longest = 300

interface Anchor {
  readonly href: URL
  readonly type: string
  readonly text: string
}

const anchorsOf = (html: string, address: string): Anchor[] => {
  const anchors: Anchor[] = []
  const page = new URL(address)
  let base: URL | null = null
  let open: { href: string; type: string; text: string } | null = null
  const close = () => {
    const from = base ?? page
    if (open && URL.canParse(open.href, from.href)) anchors.push({ ...open, href: new URL(open.href, from) })
    open = null
  }
  const parser = new Parser({
    onopentag(name, { href, type, alt }) {
      if (name === 'base' && href !== undefined) base ??= baseOf(href, page)
      if (name === 'a') {
        close()
        if (href !== undefined) open = { href: href.trim(), type: type ?? '', text: '' }
      }
      if (open && name === 'img') open.text += ` ${alt ?? ''} `
      if (open && name === 'br') open.text += ' '
    },
    ontext(text) {
      if (open) open.text += text
    },
    onclosetag(name) {
      if (name === 'a') close()
    },
  })
  parser.end(html)
  return anchors
}

/** The first base that a page names counts, unless it is none of the web. */
const baseOf = (href: string, page: URL): URL => {
  const base = URL.canParse(href, page.href) ? new URL(href, page) : page
  return /^https?:$/u.test(base.protocol) ? base : page
}

/** Behind the words of a link stand its type and size, and where it opens: `（PDF：1.2MB）`, `[PDF 345KB]`, `別ウィンドウで開きます`. */
const pdf = String.raw`PDF(?:\s?(?:ファイル|形式|アイコン))?`
const size = String.raw`\d\s*(?:KB|MB|キロバイト|メガバイト|ページ)`
const place = '(?:別の?|新しい|新規)(?:ウィンドウ|ウインドウ|タブ)'
const opening = '[でが]開(?:きます|く)。?'

const remarks: readonly string[] = [
  String.raw`[(\[<【〔《][^(\[<【〔《)\]>】〕》]{0,40}?(?:PDF|${size}|${place})[^(\[<【〔《)\]>】〕》]{0,40}[)\]>】〕》]`,
  // Not the end of the name of a file, nor of a phrase.
  String.raw`(?<![.の])${pdf}(?:[\s:/,]*[\d.,]*${size})*`,
  `${place}${opening}`,
]
const remark = new RegExp(String.raw`\s*(?:${remarks.join('|')})$`, 'iu')

/** Remarks and nothing else: `（参考 PDF）` says more. */
const bare = new RegExp(`^(?:${pdf}|${size}|${place}|${opening}|\\P{L})*$`, 'iu')

const withoutRemark = (text: string): string | null => {
  const words = text.slice(0, longest).replace(/\s+/gu, ' ').trim()
  const end = narrow(words).search(remark)
  if (end < 0) return words === '' ? null : words
  return withoutRemark(words.slice(0, end)) ?? (bare.test(narrow(words)) ? null : words)
}

/** Full-width letters, digits and signs as those of ASCII; the length stays. */
const narrow = (words: string): string =>
  words.replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
