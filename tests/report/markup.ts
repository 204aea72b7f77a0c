import { createHash } from 'node:crypto'
import { Parser } from 'htmlparser2'

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** All text in it. */
  readonly text: string
}

/** The elements of a page as a browser finds them, in the order in which they end. */
export const tagsOf = (page: string): Tag[] => {
  const tags: Tag[] = []
  const open: { name: string; attributes: Record<string, string>; text: string }[] = []
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push({ name, attributes, text: '' })
      },
      ontext: (text) => {
        for (const one of open) one.text += text
      },
      onclosetag: () => {
        const tag = open.pop()
        if (tag) tags.push(tag)
      },
    },
    { decodeEntities: true },
  )
  parser.end(page)
  return tags
}

export const textOf = (page: string): string => tagsOf(`<body>${page}</body>`).at(-1)?.text ?? ''

/** All addresses that elements of a page hold, whatever for. */
export const addressesOf = (page: string): string[] =>
  tagsOf(page).flatMap(({ attributes }) =>
    ['href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster', 'xlink:href'].flatMap(
      (name) => attributes[name] ?? [],
    ),
  )

/** Attributes that would run or paint something that the policy of the page does not know. */
export const forbiddenIn = (page: string): string[] =>
  tagsOf(page).flatMap(({ attributes }) => Object.keys(attributes).filter((name) => /^(?:on|style$)/u.test(name)))

/** What a page says that it may load, and what it holds. */
export const policyIn = (page: string) => {
  const tags = tagsOf(page)
  const of = (wanted: string) => tags.filter(({ name }) => name === wanted)
  return {
    policy:
      of('meta').find((tag) => tag.attributes['http-equiv'] === 'Content-Security-Policy')?.attributes.content ?? '',
    scripts: of('script').filter(({ attributes }) => attributes.type !== 'application/json'),
    styles: of('style'),
  }
}

export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What is printed to break a page. */
export const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</script><script>alert(1)</script>',
  '</style><style>*{display:none}</style>',
  '<!--<script>',
  ']]>',
  'javascript:alert(1)',
  '&lt;b&gt;&amp;&#60;',
  '\u2028\u2029\ud800',
  '\u0000\u0001\u0085',
] as const
