/**
 * What Data Package v2 asks of a descriptor, as a JSON Schema: Data Package, Data Resource and Table Schema.
 *
 * Written from the text of the standard, since no package of npm holds the profile of v2.
 *
 * @see https://datapackage.org/standard/data-package/
 * @see https://datapackage.org/standard/data-resource/
 * @see https://datapackage.org/standard/table-schema/
 */

/** A URL, or a path with forward slashes that neither is absolute nor climbs. */
const path = {
  type: 'string',
  minLength: 1,
  anyOf: [{ pattern: '^https?://' }, { pattern: '^(?![/.~])(?!.*\\.\\./)[^\\\\]+$' }],
};
const text = { type: 'string', minLength: 1 };
const names = { type: 'array', items: text, minItems: 1, uniqueItems: true };

const field = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    name: text,
    title: text,
    description: text,
    example: {},
    format: { type: 'string' },
    type: {
      enum: [
        'string',
        'number',
        'integer',
        'boolean',
        'object',
        'array',
        'list',
        'datetime',
        'date',
        'time',
        'year',
        'yearmonth',
        'duration',
        'geopoint',
        'geojson',
        'any',
      ],
    },
    constraints: {
      type: 'object',
      additionalProperties: false,
      properties: {
        required: { type: 'boolean' },
        unique: { type: 'boolean' },
        minLength: { type: 'integer', minimum: 0 },
        maxLength: { type: 'integer', minimum: 0 },
        minimum: { type: ['string', 'number'] },
        maximum: { type: ['string', 'number'] },
        pattern: { type: 'string', format: 'regex' },
        enum: { type: 'array', minItems: 1, uniqueItems: true },
      },
    },
  },
};

const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { type: 'string', format: 'uri' },
    fields: { type: 'array', minItems: 1, items: field },
    missingValues: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    primaryKey: names,
    uniqueKeys: { type: 'array', minItems: 1, items: names },
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: names,
          reference: {
            type: 'object',
            required: ['fields'],
            properties: { resource: { type: 'string' }, fields: names },
          },
        },
      },
    },
  },
};

const resource = {
  type: 'object',
  required: ['name'],
  oneOf: [{ required: ['path'] }, { required: ['data'] }],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    type: { const: 'table' },
    path: { anyOf: [path, { type: 'array', minItems: 1, items: path }] },
    title: text,
    description: text,
    format: text,
    mediatype: { type: 'string', pattern: '^[^/]+/[^/]+$' },
    encoding: text,
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^(?:[0-9a-f]{32}|[a-z0-9]+:[0-9a-f]+)$' },
    schema: tableSchema,
  },
};

export const dataPackageProfile = {
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: { type: 'string', format: 'uri' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    id: text,
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    version: { type: 'string' },
    created: { type: 'string', format: 'date-time' },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: {
          name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' },
          path,
          title: { type: 'string' },
        },
      },
    },
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: { title: { type: 'string' }, path, email: { type: 'string', format: 'email' } },
      },
    },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: { title: { type: 'string' }, roles: { type: 'array', items: { type: 'string' } } },
      },
    },
    resources: { type: 'array', minItems: 1, items: resource },
  },
};
