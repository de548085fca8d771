/** The Data Packages keep to the standard, and the CSVs to their schemas. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, test } from 'vitest';
import { dataPackageProfile } from './data-package-profile.ts';

interface Field {
  name: string;
  type: string;
  constraints?: { required?: true; unique?: true; minimum?: number; pattern?: string; enum?: string[] };
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}
interface Descriptor {
  resources: Resource[];
  sources: { path: string; hash: string; bytes: number }[];
}

const dist = inject('dist');
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
(addFormats as unknown as { default: (instance: Ajv2020) => void }).default(ajv);
const validate = ajv.compile(dataPackageProfile);

/** How a cell of each type is written (Table Schema, "Field Types"). */
const WRITTEN: Record<string, RegExp> = {
  string: /^[^]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
  year: /^-?\d{4}$/,
  array: /^\[[^]*\]$/,
};

describe.each(['', '2026/', '2026/dongguan-zhishu-jiguan-gongwei/'])('/%sdatapackage.json', (path) => {
  const read = (name: string) => readFileSync(join(dist, path, name));
  const descriptor = JSON.parse(read('datapackage.json').toString('utf8')) as Descriptor;
  const rowsOf = (resource: Resource) =>
    parse<Record<string, string>>(read(resource.path), { bom: true, columns: true });

  test('is a Data Package v2', () => {
    expect([validate(descriptor), validate.errors]).toEqual([true, null]);
  });

  test('names its files, its sources and their hashes', () => {
    const hashOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    expect(descriptor.resources.map(({ name }) => name)).toEqual(['projects', 'indicators']);
    for (const resource of descriptor.resources) {
      const bytes = read(resource.path);
      expect([resource.bytes, resource.hash]).toEqual([bytes.length, hashOf(bytes)]);
    }
    const original = readFileSync('content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md');
    expect(descriptor.sources.map(({ hash, bytes }) => [hash, bytes])).toEqual([
      [hashOf(original), original.length],
    ]);
  });

  test.each(descriptor.resources)('$path keeps to its schema', (resource) => {
    const rows = rowsOf(resource);
    const { fields, primaryKey, foreignKeys = [] } = resource.schema;
    expect(Object.keys(rows[0] ?? {})).toEqual(fields.map(({ name }) => name));
    const wrong = rows.flatMap((row, index) =>
      fields.flatMap(({ name, type, constraints = {} }) => {
        const cell = row[name] ?? '';
        if (cell === '') return constraints.required ? [`${index}: ${name} is missing`] : [];
        const { minimum = -Infinity, pattern, enum: allowed } = constraints;
        const ok =
          WRITTEN[type]?.test(cell) &&
          (type !== 'array' || Array.isArray(JSON.parse(cell))) &&
          !(Number(cell) < minimum) &&
          (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(cell)) &&
          (allowed === undefined || allowed.includes(cell));
        return ok ? [] : [`${index}: ${name}: ${cell}`];
      }),
    );
    expect(wrong).toEqual([]);
    for (const { name } of fields.filter(
      ({ name: own, constraints }) => constraints?.unique ?? primaryKey.includes(own),
    ))
      expect(new Set(rows.map((row) => row[name])).size).toBe(rows.length);
    for (const {
      fields: [own = ''],
      reference,
    } of foreignKeys) {
      const target = descriptor.resources.find(({ name }) => name === reference.resource);
      const keys = new Set(target && rowsOf(target).map((row) => row[reference.fields[0] ?? '']));
      expect(rows.filter((row) => !keys.has(row[own] ?? ''))).toEqual([]);
    }
  });
});

test('the profile refuses what the standard forbids', () => {
  const good = JSON.parse(readFileSync(join(dist, 'datapackage.json'), 'utf8')) as Descriptor;
  const [first] = good.resources;
  expect(validate({ ...good, resources: [] })).toBe(false);
  expect(validate({ ...good, resources: [{ ...first, name: undefined }] })).toBe(false);
  expect(validate({ ...good, resources: [{ ...first, path: '/etc/passwd' }] })).toBe(false);
  expect(validate({ ...good, resources: [{ ...first, hash: 'sha256:no' }] })).toBe(false);
  expect(validate({ ...good, licenses: [{ title: 'without name or path' }] })).toBe(false);
  expect(validate({ ...good, created: 'yesterday' })).toBe(false);
  const fields = [{ name: 'a', type: 'money' }];
  expect(validate({ ...good, resources: [{ ...first, schema: { fields } }] })).toBe(false);
});
