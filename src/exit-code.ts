import type { ExitCode, Failure } from './options.js'

interface Made {
  readonly documents: readonly { readonly status: 'complete' | 'partial' | 'failed' }[]
  readonly failures: readonly Failure[]
}

/** How the making of a data set ended. */
export const exitCodeOf = ({ documents, failures }: Made): ExitCode => {
  if (!documents.some(({ status }) => status !== 'failed')) return 1
  return failures.length > 0 || documents.some(({ status }) => status !== 'complete') ? 2 : 0
}
