/** Why yosan cannot use an input or a setting; exit code 1 of the command line. */
export type ErrorCode =
  | 'missing_file'
  | 'not_a_file'
  | 'unreadable_file'
  | 'empty_file'
  | 'empty_folder'
  | 'too_large'
  | 'not_a_pdf'
  | 'damaged_pdf'
  | 'password_required'
  | 'no_pages'
  | 'undecodable_text'
  | 'unknown_option'
  | 'unknown_command'
  | 'unknown_figure'
  | 'bad_value'
  | 'unwritable_output'
  | 'broken_installation'

/** The one error that yosan throws on purpose. `message` is one sentence that says what is wrong and what to do. */
export class YosanError extends Error {
  override readonly name = 'YosanError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
