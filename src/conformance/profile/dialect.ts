import { character, flag, names, rowNumbers, text } from './parts.js'

/** https://datapackage.org/standard/table-dialect/ */
export const dialectProfile = {
  $id: 'dialect',
  type: 'object',
  properties: {
    $schema: text,
    header: flag,
    headerRows: rowNumbers,
    headerJoin: text,
    commentRows: rowNumbers,
    commentChar: { type: 'string', minLength: 1 },
    delimiter: { type: 'string', minLength: 1 },
    lineTerminator: { type: 'string', minLength: 1 },
    quoteChar: character,
    doubleQuote: flag,
    escapeChar: character,
    nullSequence: text,
    skipInitialSpace: flag,
    property: text,
    itemType: { enum: ['array', 'object'] },
    itemKeys: names,
    sheetNumber: { type: 'integer', minimum: 1 },
    sheetName: text,
    table: text,
  },
}
