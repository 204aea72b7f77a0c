import { fieldTypes } from './field-types.js'
import { flag, missingValues, names, text, when } from './parts.js'

const matches = { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] }

/** Names of fields; version 1 let a single one be a text. */
const fieldNames = { anyOf: [text, names], says: 'names of fields' }

/** https://datapackage.org/standard/table-schema/ */
export const schemaProfile = {
  $id: 'schema',
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: text,
    fields: { type: 'array', items: { $ref: 'field' } },
    // A text in the specification, a list of one in the profile that was published with it.
    fieldsMatch: {
      anyOf: [matches, { type: 'array', minItems: 1, maxItems: 1, items: matches }],
      says: 'exact, equal, subset, superset or partial',
    },
    missingValues,
    primaryKey: fieldNames,
    uniqueKeys: { type: 'array', minItems: 1, items: names },
    foreignKeys: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: fieldNames,
          reference: { type: 'object', required: ['fields'], properties: { resource: text, fields: fieldNames } },
        },
      },
    },
  },
}

export const fieldProfile = {
  $id: 'field',
  type: 'object',
  required: ['name'],
  properties: {
    name: text,
    title: text,
    description: text,
    type: { enum: Object.keys(fieldTypes) },
    format: text,
    rdfType: { type: 'string', format: 'uri' },
    missingValues,
    categoriesOrdered: flag,
    constraints: { type: 'object' },
  },
  allOf: Object.entries(fieldTypes).map(([type, profile]) => when(isOfType(type), profile)),
}

/** Without a type a field is of any. */
function isOfType(type: string): object {
  return { properties: { type: { const: type } }, required: type === 'any' ? [] : ['type'] }
}
