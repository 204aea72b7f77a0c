/** Why yosan cannot use an input or a setting, or cannot go on. */
export const errorCodes = [
  'missing_file',
  'not_a_file',
  'unreadable_file',
  'empty_file',
  'empty_folder',
  'empty_list',
  'no_match',
  'no_links',
  'bad_address',
  'download_failed',
  'too_large',
  'not_a_pdf',
  'damaged_pdf',
  'password_required',
  'no_pages',
  'undecodable_text',
  'file_changed',
  'timed_out',
  'out_of_memory',
  'crashed',
  'interrupted',
  'folder_in_use',
  'no_batch',
  'unknown_option',
  'unknown_command',
  'unknown_figure',
  'unknown_programme',
  'bad_value',
  'unwritable_output',
  'broken_installation',
] as const

export type ErrorCode = (typeof errorCodes)[number]

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

/** An input that cannot be used. Its sentence can be said again under another name of the same bytes. */
export class InputError extends YosanError {
  constructor(
    code: ErrorCode,
    /** The name of the input, with which the sentence begins. */
    subject: string,
    /** The rest of the sentence. */
    readonly predicate: string,
    options?: ErrorOptions,
  ) {
    super(code, `${subject} ${predicate}`, options)
  }
}
