import { text, when } from './parts.js'

/** https://datapackage.org/standard/data-resource/ */
export const resourceProfile = {
  $id: 'resource',
  type: 'object',
  required: ['name'],
  allOf: [
    {
      // `url` is what version 0 called the path.
      oneOf: [{ anyOf: [{ required: ['path'] }, { required: ['url'] }], says: 'a path' }, { required: ['data'] }],
      says: 'either path or data',
    },
    when(
      { properties: { data: text }, required: ['data'] },
      {
        anyOf: [{ required: ['format'] }, { required: ['mediatype'] }],
        says: 'a format or mediatype of the text in data',
      },
    ),
  ],
  properties: {
    $schema: text,
    profile: text,
    name: { type: 'string', minLength: 1 },
    type: { enum: ['table'] },
    path: {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      ],
      says: 'a path, or a list of paths',
    },
    url: text,
    data: { type: ['array', 'object', 'string'] },
    title: text,
    description: text,
    format: text,
    mediatype: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+' },
    encoding: text,
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^([^:]+:)?[0-9a-fA-F]+$' },
    sources: { $ref: 'sources' },
    licenses: { $ref: 'licenses' },
    dialect: when({ type: 'object' }, { $ref: 'dialect' }, text),
    schema: when({ type: 'object' }, { $ref: 'schema' }, text),
  },
}
