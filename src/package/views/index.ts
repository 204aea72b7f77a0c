import type { View } from '../view.js'
import { excelCsv } from './excel-csv.js'
import { ndjson } from './ndjson.js'
import { parquet } from './parquet.js'
import { sqlite } from './sqlite.js'
import { workbook } from './workbook.js'

/** The forms of a package beside the canonical one, in the order in which they are told of. */
export const views: readonly View[] = [ndjson, excelCsv, workbook, parquet, sqlite]
