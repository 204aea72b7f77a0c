import type { FieldDescriptor } from '../descriptor.js'
import type { CellType } from './cell-type.js'
import { duration } from './duration.js'
import { date, datetime, time, year, yearmonth } from './moments.js'
import { integer, number } from './numbers.js'
import { array, geojson, geopoint, list, object } from './structures.js'
import { any, boolean, string } from './texts.js'

/** How the cells of a field are read, by its type (https://datapackage.org/standard/table-schema/#field-types). */
export const cellTypeOf = (field: FieldDescriptor): CellType => (types[field.type ?? 'any'] ?? any)(field)

const types: Readonly<Record<string, (field: FieldDescriptor) => CellType>> = {
  string,
  number,
  integer,
  boolean,
  object,
  array,
  // Items are in the default format of their type.
  list: (field) => list(field, cellTypeOf({ name: field.name, type: field.itemType ?? 'string' })),
  datetime,
  date,
  time,
  year,
  yearmonth,
  duration,
  geopoint,
  geojson,
  any,
}
