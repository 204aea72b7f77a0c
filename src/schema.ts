import { z } from 'zod'
import { columnsOf, type TableName, tableNames, tables } from './model/dataset.js'
import { stage } from './model/vocabulary.js'

const arrays = {
  figures: z.array(tables.figures).describe('Printed amounts of money.'),
  programmes: z.array(tables.programmes).describe('Programmes, sections and parts, each in its document.'),
  documents: z.array(tables.documents).describe('Input files.'),
  issues: z.array(tables.issues).describe('Trouble met in the documents.'),
  checks: z.array(tables.checks).describe('Checks of figures against each other, with what came out.'),
  lines: z.array(tables.lines).describe('Printed money values of budget books by 款, 項, 目, 節 and 説明.'),
} satisfies Record<TableName, z.ZodType>

/** JSON Schema (2020-12) of TABLE.json, or of the whole data set as an object of its tables. */
export const jsonSchema = (table: TableName | null) => z.toJSONSchema(table ? arrays[table] : z.strictObject(arrays))

export { columnsOf, tableNames, tables }

/** Every stage of a budget, in the order of a year. */
export const stages = stage.options
