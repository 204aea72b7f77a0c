/** Parts that several profiles have in common. */
export const text = { type: 'string' }
export const texts = { type: 'array', items: text }
export const character = { type: 'string', minLength: 1, maxLength: 1 }
export const flag = { type: 'boolean' }
export const names = { type: 'array', minItems: 1, items: text }
/** Row numbers, from 1. */
export const rowNumbers = { type: 'array', items: { type: 'integer', minimum: 1 } }

export const licenses = {
  $id: 'licenses',
  type: 'array',
  items: {
    type: 'object',
    anyOf: [{ required: ['name'] }, { required: ['path'] }],
    says: 'a licence with a name or a path',
    properties: { name: text, path: text, title: text },
  },
}

export const sources = {
  $id: 'sources',
  type: 'array',
  items: {
    type: 'object',
    minProperties: 1,
    properties: { title: text, path: text, email: { type: 'string', format: 'email' }, version: text },
  },
}

/** The Table Schema specification, missing values: texts, or texts with labels. */
export const missingValues = {
  type: 'array',
  uniqueItems: true,
  anyOf: [
    { items: text },
    { items: { type: 'object', required: ['value'], properties: { value: text, label: text } } },
  ],
  says: 'texts, or objects with a value and a label',
}

/** Conditions of JSON Schema. Their middle word is no property to write out: it makes an object look like a promise. */
export const when = (condition: object, consequence: object, otherwise: object = {}): object =>
  Object.fromEntries([
    ['if', condition],
    ['then', consequence],
    ['else', otherwise],
  ])
