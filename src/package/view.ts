import type { PublishedTable } from '../model/published-table.js'
import type { Row } from '../model/row.js'
import type { ViewName } from '../options.js'

/** What a view needs to know of its package. */
export interface Setting {
  /** The folder that the files go to; it exists. A view makes folders below it if it wants them. */
  readonly folder: string
  /** The name of the package, for files that hold all tables. */
  readonly name: string
  readonly title: string
}

/** Writes tables in another form, some rows at a time. */
export interface Writer {
  /** More rows of a table. Tables come one after the other, each at least once, if only with no rows. */
  readonly write: (table: PublishedTable, rows: readonly Row[]) => Promise<void>
  /** Finishes the files when all tables are through. */
  readonly close: () => Promise<void>
}

/** A form in which the tables of a package are published beside the canonical one. */
export interface View {
  readonly name: ViewName
  /** One sentence for people. */
  readonly help: string
  /** Null where the optional library that writes it is not installed. */
  readonly open: (setting: Setting) => Promise<Writer | null>
}
