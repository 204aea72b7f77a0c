export type Value = string | number | boolean | null

/** A row of any table, by column. */
export type Row = Readonly<Record<string, Value>>
