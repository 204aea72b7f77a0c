import { createHash } from 'node:crypto'

/** What a page may load. */
export interface Allowed {
  /** Texts of its inline scripts and styles, to the byte. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** Whether it may talk to the server that it came from. */
  readonly ownServer: boolean
}

/** The Content-Security-Policy of a page that holds all that it needs: only its own scripts and styles, known by their hashes,
 * run; pictures are data, and nothing is fetched (W3C CSP Level 3). */
export const policyOf = ({ scripts, styles, ownServer }: Allowed): string =>
  [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    'img-src data:',
    `connect-src ${ownServer ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const hashes = (texts: readonly string[]): string =>
  texts.length === 0 ? "'none'" : texts.map((text) => `'sha256-${sha256(text)}'`).join(' ')

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')
