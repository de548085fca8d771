import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { DataSet, DataSource } from '../../../src/downloads/data-set.ts';
import { indicatorTable } from '../../../src/downloads/indicator-table.ts';
import { projectTable } from '../../../src/downloads/project-table.ts';
import { toDataPackage, type PackageContext } from '../../../src/downloads/to-data-package.ts';
import { dataPackageProfile } from '../../helpers/data-package-profile.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });
(addFormats as unknown as { default: (instance: Ajv2020) => void }).default(ajv);
const isValid = ajv.compile(dataPackageProfile);

const source: DataSource = {
  id: '2026/qingxi',
  year: 2026,
  publisher: '清溪镇',
  publication: {},
  path: 'disclosures/2026/qingxi.md',
  sha256: '0'.repeat(64),
  commit: null,
  bytes: 1,
  notices: [],
  projects: [],
  apart: new Map(),
};
const none: PackageContext = { url: undefined, licence: undefined, commit: null };
const tables = [projectTable, indicatorTable].map((table) => ({
  table: table((path) => path),
  file: { bytes: new Uint8Array(), sha256: 'f'.repeat(64) },
}));
const describeSet = (sources: readonly DataSource[], context: Partial<PackageContext> = {}) => {
  const set: DataSet = { id: '2026', kind: 'year', title: '标题', sources };
  return JSON.parse(JSON.stringify(toDataPackage(set, tables, { ...none, ...context }))) as {
    homepage?: string;
    sources: { path: string }[];
  };
};

test.each([
  ['nothing is known', describeSet([source])],
  ['nothing is published', describeSet([])],
  [
    'everything is known',
    describeSet([{ ...source, commit: { id: 'a'.repeat(40), date: '2026-01-01T00:00:00.000Z' } }], {
      url: 'https://example.gov.cn',
      licence: 'CC BY 4.0',
    }),
  ],
  ['the licence has no name of its own', describeSet([source], { licence: '保留所有权利' })],
  ['the site has a Chinese address', describeSet([source], { url: 'https://例子.中国' })],
  [
    'the page has two points in its address',
    describeSet([{ ...source, publication: { page: 'https://example.gov.cn/a..b/../1.html' } }]),
  ],
  ['the file has two points in its name', describeSet([{ ...source, path: 'disclosures/2026/a..b.md' }])],
])('is a Data Package where %s', (_, descriptor) => {
  expect([isValid(descriptor), isValid.errors]).toEqual([true, null]);
});

test('an address with two points leads where it led', () => {
  const page = 'https://example.gov.cn/a..b/1.html';
  const [written] = describeSet([{ ...source, publication: { page } }]).sources;
  expect(decodeURI(written?.path ?? '').replaceAll('%2E', '.')).toBe(page);
});
