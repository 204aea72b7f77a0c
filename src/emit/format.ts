import type { Row } from '../model/row.js'

/** How the rows of a table are written, some at a time. */
export interface Format {
  readonly extension: string
  /** Text of more rows; `isFirst` as long as none were written. */
  readonly piece: (columns: readonly string[], rows: readonly Row[], isFirst: boolean) => Promise<string>
  /** What stands behind the last row of a table; `isEmpty` when there was none. */
  readonly end: (isEmpty: boolean, columns: readonly string[]) => string | Promise<string>
}
