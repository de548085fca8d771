/**
 * What Data Package v2 asks of a descriptor, as a JSON Schema: package, resources, dialects, table schemas.
 *
 * Our own words, since no package of npm holds the profile of v2; as strict as the official profile of version 2.0 in every
 * property that it knows (repository frictionlessdata/datapackage, profiles/target/2.0/datapackage.json at commit 7fd028b).
 * Stricter where the standard's text is: names, hashes, constraints that a type does not have. Like the profile, it knows no
 * type `list`.
 *
 * @see https://datapackage.org/profiles/2.0/datapackage.json
 * @see https://datapackage.org/standard/data-package/
 * @see https://datapackage.org/standard/table-schema/
 */

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const number: Schema = { type: 'number' };
const integer: Schema = { type: 'integer' };
const size: Schema = { type: 'integer', minimum: 0 };
const texts: Schema = { type: 'array', items: text };
const someTexts: Schema = { ...texts, minItems: 1 };
const places: Schema = { type: 'array', items: { type: 'integer', minimum: 1 } };
const address: Schema = { type: 'string', format: 'uri' };
const identifier: Schema = { type: 'string', pattern: '^[a-z0-9._-]+$' };
/** A URL, or a path with forward slashes that is not absolute, hidden or of a home folder; nowhere two points, or a line's end. */
const path: Schema = { type: 'string', pattern: '^(?![./~\\\\])(?:(?!\\.\\.)[^\\n\\r\\u2028\\u2029])+$' };

const distinct = (items: Schema): Schema => ({ type: 'array', minItems: 1, uniqueItems: true, items });
const either = (...schemas: Schema[]): Schema => ({ oneOf: schemas });

/** The limits of a type whose values have an order. */
const limits = (value: Schema) => ({
  minimum: value,
  maximum: value,
  exclusiveMinimum: value,
  exclusiveMaximum: value,
});
const lengths = { minLength: size, maxLength: size };
const jsonSchema = { jsonSchema: { type: 'object' } };
/** Values of a physical or a logical kind, never both in one list. */
const chosen = (...kinds: Schema[]) => {
  const [first = {}, ...more] = kinds.map(distinct);
  return { enum: more.length === 0 ? first : either(first, ...more) };
};
const numeric = (kind: Schema) => ({ ...chosen(text, kind), ...limits(either(text, kind)) });
const temporal = { ...chosen(text), ...limits(text) };

/** Of each type of field: its formats (null: any), the properties that it alone has, and the constraints beside `required` and `unique`. */
const FIELD_TYPES: Record<
  string,
  { formats: readonly string[] | null; own?: Record<string, Schema>; constraints: Record<string, Schema> }
> = {
  string: {
    formats: ['default', 'email', 'uri', 'binary', 'uuid'],
    constraints: { ...chosen(text), ...lengths, pattern: { type: 'string', format: 'regex' } },
  },
  number: {
    formats: ['default'],
    own: { bareNumber: flag, groupChar: text, decimalChar: text },
    constraints: numeric(number),
  },
  integer: {
    formats: ['default'],
    own: { bareNumber: flag, groupChar: text },
    constraints: numeric(integer),
  },
  date: { formats: null, constraints: temporal },
  time: { formats: null, constraints: temporal },
  datetime: { formats: null, constraints: temporal },
  year: { formats: ['default'], constraints: numeric(integer) },
  yearmonth: { formats: ['default'], constraints: temporal },
  duration: { formats: ['default'], constraints: temporal },
  boolean: {
    formats: ['default'],
    own: { trueValues: someTexts, falseValues: someTexts },
    constraints: chosen(flag),
  },
  object: {
    formats: ['default'],
    constraints: { ...chosen(text, { type: 'object' }), ...lengths, ...jsonSchema },
  },
  array: {
    formats: ['default'],
    constraints: { ...chosen(text, { type: 'array' }), ...lengths, ...jsonSchema },
  },
  geopoint: {
    formats: ['default', 'array', 'object'],
    constraints: chosen(text, { type: 'array' }, { type: 'object' }),
  },
  geojson: {
    formats: ['default', 'topojson'],
    constraints: { ...chosen(text, { type: 'object' }), ...lengths },
  },
  any: { formats: null, constraints: chosen({}) },
};

const field: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: text,
    title: text,
    description: text,
    example: text,
    missingValues: texts,
    rdfType: text,
    format: text,
    type: { enum: Object.keys(FIELD_TYPES) },
  },
  allOf: Object.entries(FIELD_TYPES).map(([type, { formats, own = {}, constraints }]) => ({
    // A field of no type holds strings.
    if: { required: type === 'string' ? [] : ['type'], properties: { type: { const: type } } },
    then: {
      properties: {
        ...(formats === null ? {} : { format: { enum: formats } }),
        ...own,
        constraints: {
          type: 'object',
          additionalProperties: false,
          properties: { required: flag, unique: flag, ...constraints },
        },
      },
    },
  })),
};

/** The names of a key's fields here, and of those there: two lists, or two names. */
const foreignKey = (names: Schema): Schema => ({
  properties: {
    fields: names,
    reference: { type: 'object', required: ['fields'], properties: { resource: text, fields: names } },
  },
});

const tableSchema: Schema = {
  // An address of a schema will do.
  type: ['object', 'string'],
  required: ['fields'],
  properties: {
    $schema: address,
    fields: { type: 'array', minItems: 1, items: field },
    fieldsMatch: { type: 'array', items: { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] } },
    missingValues: { ...texts, uniqueItems: true },
    primaryKey: either(distinct(text), text),
    uniqueKeys: distinct(distinct(text)),
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        oneOf: [foreignKey(distinct(text)), foreignKey(text)],
      },
    },
  },
};

const dialect: Schema = {
  type: 'object',
  properties: {
    $schema: address,
    header: flag,
    headerRows: places,
    headerJoin: text,
    commentRows: places,
    commentChar: text,
    delimiter: text,
    lineTerminator: text,
    quoteChar: text,
    doubleQuote: flag,
    escapeChar: text,
    nullSequence: text,
    skipInitialSpace: flag,
    property: text,
    itemType: { enum: ['array', 'object'] },
    itemKeys: texts,
    sheetNumber: { type: 'integer', minimum: 1 },
    sheetName: text,
    table: text,
  },
};

const licenses: Schema = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    anyOf: [{ required: ['name'] }, { required: ['path'] }],
    properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path, title: text },
  },
};

const sources: Schema = {
  type: 'array',
  items: {
    type: 'object',
    minProperties: 1,
    properties: { title: text, path, email: { type: 'string', format: 'email' }, version: text },
  },
};

const contributors: Schema = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    minProperties: 1,
    properties: {
      title: text,
      path,
      email: { type: 'string', format: 'email' },
      givenName: text,
      familyName: text,
      organization: text,
      roles: someTexts,
    },
  },
};

const resource: Schema = {
  type: 'object',
  required: ['name'],
  oneOf: [{ required: ['path'] }, { required: ['data'] }],
  properties: {
    $schema: address,
    name: identifier,
    path: either(path, { type: 'array', minItems: 1, items: path }),
    type: { const: 'table' },
    title: text,
    description: text,
    homepage: address,
    sources,
    licenses,
    format: text,
    mediatype: { type: 'string', pattern: '^[^/]+/[^/]+$' },
    encoding: text,
    bytes: size,
    hash: { type: 'string', pattern: '^(?:[0-9a-f]{32}|[a-z0-9]+:[0-9a-f]+)$' },
    dialect,
    schema: tableSchema,
  },
};

export const dataPackageProfile: Schema = {
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: address,
    name: identifier,
    id: text,
    title: text,
    description: text,
    homepage: address,
    image: path,
    version: text,
    created: { type: 'string', format: 'date-time' },
    keywords: someTexts,
    contributors,
    licenses,
    sources,
    resources: { type: 'array', minItems: 1, items: resource },
  },
};
