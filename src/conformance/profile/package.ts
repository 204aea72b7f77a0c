import { text, texts } from './parts.js'

/** https://datapackage.org/standard/data-package/ */
export const packageProfile = {
  $id: 'package',
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: text,
    profile: text,
    name: text,
    id: text,
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    image: text,
    version: text,
    created: { type: 'string', format: 'date-time' },
    keywords: texts,
    licenses: { $ref: 'licenses' },
    sources: { $ref: 'sources' },
    contributors: {
      type: 'array',
      items: {
        type: 'object',
        minProperties: 1,
        properties: {
          title: text,
          givenName: text,
          familyName: text,
          path: { type: 'string', format: 'uri' },
          email: { type: 'string', format: 'email' },
          roles: texts,
          // Version 1.
          role: text,
          organization: text,
        },
      },
    },
    resources: { type: 'array', minItems: 1, items: { $ref: 'resource' } },
  },
}
