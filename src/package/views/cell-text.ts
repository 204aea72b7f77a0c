/** Excel's limit of a cell, in UTF-16 units. */
const limit = 32_767

/** A text as a text cell of a workbook holds it: cut with `…` at Excel's limit; characters that XML cannot hold, and what would
 * be read as such an escape, as `_xHHHH_` (ST_Xstring of ISO/IEC 29500-1). The control characters are left to hucre. */
export const cellText = (text: string): string => cut(text).replace(/_(?=x[\da-f]{4})|[\p{Cs}\ufffe\uffff]/giu, escaped)

const cut = (text: string): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/\p{Cs}$/u, '')}…`

const escaped = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
