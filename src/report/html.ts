/** Markup that is safe as it stands. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | readonly (Html | null)[]

/** A template of markup: all that is put into it is text of documents, so it is escaped unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, i) => string + (i < parts.length ? toText(parts[i] ?? null) : '')).join(''))

const toText = (part: Part): string => {
  if (part === null) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return part.map((one) => one?.text ?? '').join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for elements and for attributes in quotes. */
export const escapeHtml = (text: string): string =>
  allowedIn(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '')

/** Characters that HTML forbids become U+FFFD. */
export const allowedIn = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, '\ufffd')

/** The part of an address that leads to an element or item of a page. */
export const fragmentOf = (id: string): string => `#${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))}`

/** A value for a `<script type="application/json">`, which no text in it can end. */
export const jsonForScript = (value: unknown): Html =>
  new Html(JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, (character) => escapeUnit(character)))

const escapeUnit = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
