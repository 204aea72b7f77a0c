import { YosanError } from '../errors.js'

/** What DuckDB says of an error, as one sentence: without its excerpt of the SQL and its advice on its own settings. */
export const duckdbError = (subject: string, error: unknown): Error => {
  if (error instanceof YosanError || !(error instanceof Error)) return error as Error
  const [, file] = /^\s*file = (.+)$/mu.exec(error.message) ?? []
  const said = error.message
    .replace('Failed to extract statements: ', '')
    .replace(/^Original Line:.*\n/mu, '')
    .replace(/\n(?:\n|LINE \d|Possible )[\s\S]*$/u, '')
    .replaceAll(/\s*\n\s*/gu, ' ')
  const what = said.length > longest ? `${said.slice(0, longest)}…` : said
  const sentence = `${subject}: ${what}${file ? ` (${file})` : ''}`
  return new YosanError('bad_value', /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`, { cause: error })
}

const longest = 400
