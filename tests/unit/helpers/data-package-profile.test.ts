/** The profile refuses every fault that the standard forbids, and each of its rules refuses one. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { dataPackageProfile } from '../../helpers/data-package-profile.ts';
import { wholeDataPackage, wholeFields } from '../../helpers/whole-data-package.ts';

type Place = readonly (string | number)[];
/** Where it is planted; what is written there instead. Undefined: what stood there is gone. */
type Fault = readonly [place: string, value: unknown];

const RULE =
  /^(?:type|pattern|format|enum|const|required|minItems|uniqueItems|minimum|minProperties|additionalProperties|oneOf|anyOf)$/;
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
(addFormats as unknown as { default: (instance: Ajv2020) => void }).default(ajv);
const isValid = ajv.compile(dataPackageProfile);

const RESOURCE = 'resources.0';
const SCHEMA = `${RESOURCE}.schema`;
const DIALECT = `${RESOURCE}.dialect`;
/** The place of the field of a type, and of its constraints. */
const fieldOf = (type: string) => `${SCHEMA}.fields.${wholeFields.findIndex(({ name }) => name === type)}`;
const constraintsOf = (type: string) => `${fieldOf(type)}.constraints`;
const BAD_PATHS = ['', '/etc/passwd', './a.csv', '~/a.csv', 'a/../b.csv', 'https://a.cn/b..csv', 'a\nb.csv'];

const faults: Fault[] = [
  ['', []],
  ['resources', undefined],
  ['resources', []],
  ['name', 'Two words'],
  ['created', 'yesterday'],
  ['keywords', []],
  ['contributors', []],
  ['contributors.0', {}],
  ['contributors.0.roles', []],
  ...['', `${RESOURCE}.`].flatMap((owner): Fault[] => [
    [`${owner}homepage`, 'no address'],
    [`${owner}$schema`, 'no address'],
    [`${owner}licenses`, []],
    [`${owner}licenses.0`, { title: 'neither name nor path' }],
    [`${owner}licenses.0.name`, 'CC BY 4.0'],
    [`${owner}sources.0`, {}],
    [`${owner}sources.0.email`, 'nobody'],
    ...BAD_PATHS.flatMap((path): Fault[] => [
      [`${owner}licenses.0.path`, path],
      [`${owner}sources.0.path`, path],
    ]),
  ]),
  ...BAD_PATHS.flatMap((path): Fault[] => [
    ['image', path],
    ['contributors.0.path', path],
    [`${RESOURCE}.path`, path],
    [`${RESOURCE}.path.0`, path],
  ]),
  ['contributors.0.email', 'nobody'],
  [`${RESOURCE}.name`, undefined],
  [`${RESOURCE}.name`, 'Two words'],
  [`${RESOURCE}.path`, undefined],
  [`${RESOURCE}.path`, []],
  [`${RESOURCE}.data`, []],
  [`${RESOURCE}.type`, 'file'],
  [`${RESOURCE}.mediatype`, 'csv'],
  [`${RESOURCE}.bytes`, -1],
  [`${RESOURCE}.bytes`, 1.5],
  [`${RESOURCE}.hash`, 'sha256:no'],
  [`${DIALECT}.$schema`, 'no address'],
  [`${DIALECT}.headerRows`, [0]],
  [`${DIALECT}.headerRows`, [1.5]],
  [`${DIALECT}.commentRows`, [0]],
  [`${DIALECT}.commentRows`, [1.5]],
  [`${DIALECT}.itemType`, 'text'],
  [`${DIALECT}.sheetNumber`, 0],
  [`${DIALECT}.sheetNumber`, 1.5],
  [`${SCHEMA}.$schema`, 'no address'],
  [`${SCHEMA}.fields`, undefined],
  [`${SCHEMA}.fields`, []],
  [`${SCHEMA}.fieldsMatch`, ['nearly']],
  [`${SCHEMA}.missingValues`, ['', '']],
  [`${SCHEMA}.primaryKey`, []],
  [`${SCHEMA}.primaryKey`, ['string', 'string']],
  [`${SCHEMA}.uniqueKeys`, []],
  [`${SCHEMA}.uniqueKeys`, [['string'], ['string']]],
  [`${SCHEMA}.uniqueKeys`, [[]]],
  [`${SCHEMA}.uniqueKeys`, [['string', 'string']]],
  [`${SCHEMA}.foreignKeys`, []],
  [`${SCHEMA}.foreignKeys.0.fields`, undefined],
  [`${SCHEMA}.foreignKeys.0.fields`, []],
  [`${SCHEMA}.foreignKeys.0.fields`, ['string', 'string']],
  [`${SCHEMA}.foreignKeys.0.reference`, undefined],
  [`${SCHEMA}.foreignKeys.0.reference.fields`, undefined],
  [`${SCHEMA}.foreignKeys.0.reference.fields`, []],
  [`${SCHEMA}.foreignKeys.0.reference.fields`, ['id', 'id']],
  // A list here and a name there.
  [`${SCHEMA}.foreignKeys.0.reference.fields`, 'id'],
  [`${SCHEMA}.foreignKeys.1.reference.fields`, undefined],
  [`${SCHEMA}.foreignKeys.1.reference.fields`, ['integer']],
  [`${fieldOf('string')}.name`, undefined],
  ...['money', 'list', 'String', null].map((type): Fault => [`${fieldOf('untyped')}.type`, type]),
  ...[
    'string',
    'number',
    'integer',
    'year',
    'yearmonth',
    'duration',
    'boolean',
    'object',
    'array',
    'geopoint',
    'geojson',
  ].map((type): Fault => [`${fieldOf(type)}.format`, '%Y']),
  ...['date', 'time', 'datetime', 'any'].map((type): Fault => [`${fieldOf(type)}.format`, 7]),
  ...['trueValues', 'falseValues'].map((name): Fault => [`${fieldOf('boolean')}.${name}`, []]),
  // An untyped field is a string's, and has the constraints of one.
  [`${constraintsOf('untyped')}.minimum`, 1],
  [`${constraintsOf('untyped')}.minLength`, 'one'],
  [`${constraintsOf('string')}.pattern`, '('],
  [`${constraintsOf('string')}.minimum`, 'a'],
  [`${constraintsOf('boolean')}.minimum`, false],
  ...[
    'number',
    'integer',
    'year',
    'date',
    'time',
    'datetime',
    'yearmonth',
    'duration',
    'geopoint',
    'any',
  ].map((type): Fault => [`${constraintsOf(type)}.minLength`, 1]),
  ...['object', 'array', 'geojson'].map((type): Fault => [`${constraintsOf(type)}.minimum`, 1]),
  ...['string', 'object', 'array', 'geojson'].flatMap((type): Fault[] =>
    ['minLength', 'maxLength'].flatMap((name): Fault[] => [
      [`${constraintsOf(type)}.${name}`, -1],
      [`${constraintsOf(type)}.${name}`, 1.5],
    ]),
  ),
  ...['integer', 'year'].flatMap((type): Fault[] =>
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((name): Fault => [
      `${constraintsOf(type)}.${name}`,
      1.5,
    ]),
  ),
  ...Object.entries({
    string: ['a'],
    number: [1, '1'],
    integer: [1, '1'],
    year: [2026, '2026'],
    date: ['a'],
    time: ['a'],
    datetime: ['a'],
    yearmonth: ['a'],
    duration: ['a'],
    boolean: [true],
    object: ['{}', {}],
    array: ['[]', []],
    geopoint: ['1, 2', [1, 2], { lon: 1, lat: 2 }],
    geojson: ['{}', {}],
    any: [null],
  }).flatMap(([type, values]): Fault[] => [
    [`${constraintsOf(type)}.enum`, []],
    ...values.map((value): Fault => [`${constraintsOf(type)}.enum`, [value, value]]),
    // One list holds values of one kind.
    ...(values.length > 1 ? [[`${constraintsOf(type)}.enum`, values] as const] : []),
    ...(type === 'any' ? [] : [[`${constraintsOf(type)}.enum`, [null]] as const]),
  ]),
  ...['integer', 'year'].map((type): Fault => [`${constraintsOf(type)}.enum`, [1.5]]),
];

/** Every property of the whole package is null, which none may be. */
const nulls: Fault[] = [...placesIn(wholeDataPackage)]
  // Values that may be anything.
  .filter(
    (place) =>
      !/\.data\b|\.jsonSchema\..|\.enum\.\d+\.|\.fields\.15\.constraints\.enum\../.test(place.join('.')),
  )
  .map((place) => [place.join('.'), null]);

test('takes a package that has all there is', () => {
  expect([isValid(wholeDataPackage), isValid.errors]).toEqual([true, null]);
});

test.each([
  ['a package of one resource', { resources: [{ name: 'a', path: 'a.csv' }] }],
  ['data in the descriptor', { resources: [{ name: 'a', data: [] }] }],
  ['properties of our own', { ...wholeDataPackage, unit: '元' }],
  ['no sources', { ...wholeDataPackage, sources: [] }],
])('takes %s', (_, descriptor) => {
  expect(isValid(descriptor)).toBe(true);
});

test.each(faults)('refuses %s: %j', (place, value) => {
  expect(isValid(plant(place, value))).toBe(false);
});

test('refuses null for every property that it knows', () => {
  expect(nulls.length).toBeGreaterThan(300);
  expect(nulls.filter(([place, value]) => isValid(plant(place, value)))).toEqual([]);
});

test('has no rule that refuses nothing', () => {
  const used = new Set(
    [...faults, ...nulls].flatMap(([place, value]) => {
      isValid(plant(place, value));
      return (isValid.errors ?? []).map(({ schemaPath }) => decodeURIComponent(schemaPath));
    }),
  );
  expect(rulesIn(dataPackageProfile, '#').filter((rule) => !used.has(rule))).toEqual([]);
});

/** The whole package with a fault in it. */
function plant(place: string, value: unknown): unknown {
  if (place === '') return value;
  const descriptor = structuredClone(wholeDataPackage) as unknown;
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce((node, key) => (node as Record<string, unknown>)[key], descriptor);
  if (value === undefined) Reflect.deleteProperty(owner as object, last);
  else (owner as Record<string, unknown>)[last] = value;
  return descriptor;
}

function* placesIn(value: unknown, place: Place = []): Generator<Place> {
  if (place.length > 0) yield place;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* placesIn(part, [...place, key]);
}

/** Where the keywords of a schema stand that refuse something, as its errors name them. */
function rulesIn(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null || place.endsWith('/if')) return [];
  return Object.entries(schema).flatMap(([key, part]) => {
    const path = `${place}/${key}`;
    const own = RULE.test(key) && !place.endsWith('/properties') ? [path] : [];
    return [...own, ...(Array.isArray(part) && typeof part[0] !== 'object' ? [] : rulesIn(part, path))];
  });
}
