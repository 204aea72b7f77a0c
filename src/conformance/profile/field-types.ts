import { flag, text, texts } from './parts.js'

/** What each constraint takes; `false` is what a type does not have. */
const constraints = {
  required: flag,
  unique: flag,
  enum: { type: 'array', minItems: 1 },
  minimum: { type: ['number', 'string'] },
  maximum: { type: ['number', 'string'] },
  exclusiveMinimum: { type: ['number', 'string'] },
  exclusiveMaximum: { type: ['number', 'string'] },
  minLength: { type: 'integer', minimum: 0 },
  maxLength: { type: 'integer', minimum: 0 },
  pattern: text,
  jsonSchema: { type: 'object' },
} as const

type Constraint = keyof typeof constraints

const everywhere: readonly Constraint[] = ['required', 'unique', 'enum']
const range: readonly Constraint[] = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']
const length: readonly Constraint[] = ['minLength', 'maxLength']

interface TypeProfile {
  /** All formats; null where any text may be one, as patterns of dates. */
  readonly formats: readonly string[] | null
  readonly constraints: readonly Constraint[]
  readonly properties?: object
}

const only: readonly string[] = ['default']
const number = { groupChar: text, bareNumber: flag }

/** Values of a list, or objects that hold them with labels. */
const categoriesOf = (type: string) => ({
  type: 'array',
  uniqueItems: true,
  anyOf: [
    { items: { type } },
    { items: { type: 'object', required: ['value'], properties: { value: { type }, label: text } } },
  ],
  says: `values of type ${type}, or objects with a value and a label`,
})

const types: Readonly<Record<string, TypeProfile>> = {
  string: {
    formats: ['default', 'email', 'uri', 'binary', 'uuid'],
    constraints: [...length, 'pattern'],
    properties: { categories: categoriesOf('string') },
  },
  number: {
    formats: only,
    constraints: range,
    properties: { ...number, decimalChar: { type: 'string', minLength: 1 } },
  },
  integer: { formats: only, constraints: range, properties: { ...number, categories: categoriesOf('integer') } },
  boolean: { formats: only, constraints: [], properties: { trueValues: texts, falseValues: texts } },
  object: { formats: only, constraints: [...length, 'jsonSchema'] },
  array: { formats: only, constraints: [...length, 'jsonSchema'] },
  list: {
    formats: only,
    constraints: length,
    properties: {
      delimiter: { type: 'string', minLength: 1 },
      itemType: { enum: ['string', 'integer', 'boolean', 'number', 'datetime', 'date', 'time'] },
    },
  },
  datetime: { formats: null, constraints: range },
  date: { formats: null, constraints: range },
  time: { formats: null, constraints: range },
  year: { formats: only, constraints: range },
  yearmonth: { formats: only, constraints: range },
  duration: { formats: only, constraints: range },
  geopoint: { formats: ['default', 'array', 'object'], constraints: [] },
  geojson: { formats: ['default', 'topojson'], constraints: [] },
  any: { formats: null, constraints: [] },
}

/** What a field of each type may say (https://datapackage.org/standard/table-schema/#field-types). */
export const fieldTypes: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(types).map(([type, { formats, constraints: own, properties }]) => [
    type,
    {
      properties: {
        ...properties,
        ...(formats === null ? {} : { format: { enum: formats } }),
        constraints: { properties: constraintsOf([...everywhere, ...own]) },
      },
    },
  ]),
)

function constraintsOf(own: readonly Constraint[]): object {
  const all = Object.entries(constraints) as [Constraint, object][]
  return Object.fromEntries(all.map(([name, schema]) => [name, own.includes(name) ? schema : false]))
}
