/** What a spreadsheet takes for the beginning of a formula, or skips before one; Japanese Excel takes the full-width forms too
 * (OWASP, CSV Injection). */
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/u

/** A text that no spreadsheet takes for a formula: `'` stands before one that it would. */
export const escapeFormula = (text: string): string => (dangerous.test(text) ? `'${text}` : text)
