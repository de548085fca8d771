/** A Data Package that has every property that the profile knows, each once and well: what a fault is planted in. */

const field = (type: string, more: object = {}) => ({
  name: type,
  type,
  title: '标题',
  description: '说明',
  example: '例',
  missingValues: ['', '-'],
  rdfType: 'https://schema.org/Thing',
  ...more,
});
const constraints = (more: object) => ({ constraints: { required: true, unique: false, ...more } });
const limits = (value: unknown) => ({
  minimum: value,
  maximum: value,
  exclusiveMinimum: value,
  exclusiveMaximum: value,
});
const temporal = (format: string, value: string) => ({
  format,
  ...constraints({ enum: [value], ...limits(value) }),
});

/** One field of each type, and one that names none. */
export const wholeFields = [
  { name: 'untyped', constraints: { minLength: 1 } },
  field('string', {
    format: 'email',
    ...constraints({ enum: ['a', 'b'], minLength: 1, maxLength: 9, pattern: '^[a-z]$' }),
  }),
  field('number', {
    format: 'default',
    bareNumber: true,
    groupChar: ',',
    decimalChar: '.',
    ...constraints({ enum: [1.5, 2], ...limits(1.5) }),
  }),
  field('integer', {
    format: 'default',
    bareNumber: true,
    groupChar: ',',
    ...constraints({ enum: ['1', '2'], ...limits('1') }),
  }),
  field('date', temporal('any', '2026-01-01')),
  field('time', temporal('any', '12:00:00')),
  field('datetime', temporal('any', '2026-01-01T12:00:00Z')),
  field('year', { format: 'default', ...constraints({ enum: [2026], ...limits(2026) }) }),
  field('yearmonth', temporal('default', '2026-01')),
  field('duration', temporal('default', 'P1Y')),
  field('boolean', {
    format: 'default',
    trueValues: ['是'],
    falseValues: ['否'],
    ...constraints({ enum: [true] }),
  }),
  field('object', {
    format: 'default',
    ...constraints({ enum: [{ a: 1 }], minLength: 1, maxLength: 9, jsonSchema: {} }),
  }),
  field('array', {
    format: 'default',
    ...constraints({ enum: [[1]], minLength: 1, maxLength: 9, jsonSchema: {} }),
  }),
  field('geopoint', { format: 'array', ...constraints({ enum: [[113.7, 23]] }) }),
  field('geojson', { format: 'topojson', ...constraints({ enum: ['{}'], minLength: 1, maxLength: 9 }) }),
  field('any', constraints({ enum: [1, 'a', null] })),
];

const licenses = [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: '许可' }];
const sources = [{ title: '来源', path: 'source.txt', email: 'office@example.gov.cn', version: '1' }];

export const wholeDataPackage = {
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'whole',
  id: 'urn:uuid:0',
  title: '标题',
  description: '说明',
  homepage: 'https://example.gov.cn/',
  image: 'image.png',
  version: '1.0.0',
  created: '2026-01-01T00:00:00Z',
  keywords: ['预算'],
  contributors: [
    {
      title: '单位',
      path: 'https://example.gov.cn/',
      email: 'office@example.gov.cn',
      givenName: '名',
      familyName: '姓',
      organization: '单位',
      roles: ['publisher'],
    },
  ],
  licenses,
  sources,
  resources: [
    {
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      name: 'first',
      path: ['first.csv', 'more/first.csv'],
      type: 'table',
      title: '标题',
      description: '说明',
      homepage: 'https://example.gov.cn/',
      sources,
      licenses,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: 9,
      hash: `sha256:${'0'.repeat(64)}`,
      dialect: {
        $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
        header: true,
        headerRows: [1],
        headerJoin: ' ',
        commentRows: [2],
        commentChar: '#',
        delimiter: ',',
        lineTerminator: '\r\n',
        quoteChar: '"',
        doubleQuote: true,
        escapeChar: '\\',
        nullSequence: '\\N',
        skipInitialSpace: false,
        property: 'rows',
        itemType: 'object',
        itemKeys: ['a'],
        sheetNumber: 1,
        sheetName: '表',
        table: 'first',
      },
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: wholeFields,
        fieldsMatch: ['exact'],
        missingValues: ['', '-'],
        primaryKey: ['untyped', 'string'],
        uniqueKeys: [['string'], ['number', 'integer']],
        foreignKeys: [
          { fields: ['string'], reference: { resource: 'second', fields: ['id'] } },
          { fields: 'number', reference: { resource: '', fields: 'integer' } },
        ],
      },
    },
    {
      name: 'second',
      path: 'https://example.gov.cn/second.csv',
      schema: { fields: [{ name: 'id' }], primaryKey: 'id' },
    },
    { name: 'third', data: [{ id: '1' }], schema: 'https://example.gov.cn/schema.json' },
  ],
};
