/** The Data Packages keep to the standard, and the CSVs to their schemas. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, test } from 'vitest';
import { dataPackageProfile } from '../helpers/data-package-profile.ts';
import { findRowFaults, type Row, type TableSchema } from '../helpers/find-row-faults.ts';

interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: TableSchema & { $schema: string };
}
interface Descriptor {
  $schema: string;
  resources: Resource[];
  sources: { path: string; hash: string; bytes: number }[];
}

const dist = inject('dist');
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
(addFormats as unknown as { default: (instance: Ajv2020) => void }).default(ajv);
const validate = ajv.compile(dataPackageProfile);

describe.each(['', '2026/', '2026/dongguan-zhishu-jiguan-gongwei/'])('/%sdatapackage.json', (path) => {
  const read = (name: string) => readFileSync(join(dist, path, name));
  const descriptor = JSON.parse(read('datapackage.json').toString('utf8')) as Descriptor;
  const tables = Object.fromEntries(
    descriptor.resources.map((resource) => [
      resource.name,
      parse<Row>(read(resource.path), { bom: true, columns: true }),
    ]),
  );

  test('is a Data Package v2', () => {
    expect([validate(descriptor), validate.errors]).toEqual([true, null]);
  });

  // "The recommended value", https://datapackage.org/standard/data-package/#dollar-schema and the same of Table Schema.
  test('names the profiles of 2.0', () => {
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    for (const { schema } of descriptor.resources)
      expect(schema.$schema).toBe('https://datapackage.org/profiles/2.0/tableschema.json');
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

  test.each(descriptor.resources)('$path keeps to its schema, row by row', ({ name, schema }) => {
    expect(tables[name]?.length).toBe(name === 'projects' ? 7 : 45);
    expect(findRowFaults(schema, tables[name] ?? [], tables)).toEqual([]);
  });

  test.each([
    ['projects', 'year', '26', 'type'],
    ['projects', 'year', '', 'required'],
    ['projects', 'id', '2026/Body/project', 'pattern'],
    ['projects', 'period_open_ended', 'yes', 'type'],
    ['projects', 'budget_yuan', '27,700.00', 'type'],
    ['projects', 'budget_yuan', '-1.00', 'minimum'],
    ['projects', 'indicator_count', '2.5', 'type'],
    ['projects', 'other_fields', '{}', 'type'],
    ['indicators', 'annual_comparator', '！', 'enum'],
    ['indicators', 'source_line', '0', 'minimum'],
    ['indicators', 'project_id', '2026/body/nobody', 'foreign key'],
  ])('%s.csv with %s %j breaks its schema: %s', (name, field, cell, reason) => {
    const schema = descriptor.resources.find((resource) => resource.name === name)?.schema;
    const rows = (tables[name] ?? []).map((row, index) => (index === 1 ? { ...row, [field]: cell } : row));
    expect(schema && findRowFaults(schema, rows, tables)).toEqual([`1: ${field}: ${reason}`]);
  });

  test.each(descriptor.resources)(
    '$path with a row twice, or a column more, breaks its schema',
    (resource) => {
      const rows = tables[resource.name] ?? [];
      expect(findRowFaults(resource.schema, [...rows, ...rows.slice(0, 1)], tables)).toEqual([
        `${rows.length}: id: unique`,
      ]);
      expect(findRowFaults(resource.schema, [{ ...rows[0], more: '1' }], tables)).toEqual(['0: header']);
    },
  );
});
