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
    const known = links.get(href.href)
    links.set(href.href, { address: href.href, text: known?.text ?? withoutRemark(text) })
  }
  return [...links.values()]
}

interface Anchor {
  readonly href: URL
  readonly type: string
  readonly text: string
}

const anchorsOf = (html: string, address: string): Anchor[] => {
  const anchors: Anchor[] = []
  let base = new URL(address)
  let open: { href: string; type: string; text: string } | null = null
  const close = () => {
    if (open && URL.canParse(open.href, base.href)) anchors.push({ ...open, href: new URL(open.href, base) })
    open = null
  }
  const parser = new Parser({
    onopentag(name, { href, type, alt }) {
      if (name === 'base' && href !== undefined && URL.canParse(href, base.href)) base = new URL(href, base)
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

/** Behind the words of a link stand its type and size, and where it opens: `（PDF：1.2MB）`, `[PDF 345KB]`, `別ウィンドウで開きます`. */
const remarks: readonly RegExp[] = [
  /\s*[（([［【][^（([［【]*?(?:PDF|\d\s*(?:KB|MB|キロバイト|メガバイト|ページ))[^）)\]］】]*[）)\]］】]$/iu,
  /\s*(?:PDF|PDFファイル|PDF形式)$/iu,
  /\s*[（(]?(?:別|新しい?)?(?:ウィンドウ|ウインドウ|タブ)(?:で|が)?(?:開きます|開く|開きます。)?[）)]?$/u,
]

const withoutRemark = (text: string): string | null => {
  const words = text.replace(/\s+/gu, ' ').trim()
  const shorter = remarks.reduce((rest, remark) => rest.replace(remark, ''), words)
  if (shorter === '') return words === '' || /^PDF\S*$/iu.test(words) ? null : words
  return shorter === words ? words : withoutRemark(shorter)
}
