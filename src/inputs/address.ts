import type { Failure } from '../options.js'
import type { Input } from './input.js'

/** Whether a name has a scheme, as in `https://` and `ftp://`. */
export const isAddress = (name: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//iu.test(name)

/** The address without the place in the document (`#page=3`), which servers do not see. */
export const toAddress = (name: string): Input | Failure => {
  const url = URL.canParse(name) ? new URL(name) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '')
    return { input: name, code: 'bad_address', message: `${name} is no address that starts with http:// or https://.` }
  if (url.username !== '' || url.password !== '') {
    const message = `${name} holds a user's name or password, which are not sent: leave them out.`
    return { input: name, code: 'bad_address', message }
  }
  url.hash = ''
  return { kind: 'address', address: url.href }
}
