import { InputError } from '../errors.js'

/** What the engine says when it cannot open a file, as a sentence on the file of that name. */
export const openError = (name: string, error: unknown): InputError => {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException') {
    return new InputError('password_required', name, `asks for a password: save it without one and try again.`)
  }
  return new InputError('damaged_pdf', name, `is damaged or cut off and cannot be opened: fetch it again.`, {
    cause: error,
  })
}
