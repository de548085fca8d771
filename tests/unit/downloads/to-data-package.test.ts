import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { DataSet, DataSource } from '../../../src/downloads/data-set.ts';
import { indicatorTable } from '../../../src/downloads/indicator-table.ts';
import { projectTable } from '../../../src/downloads/project-table.ts';
import {
  toDataPackage,
  type PackageContext,
  type WrittenTable,
} from '../../../src/downloads/to-data-package.ts';
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
  overall: [],
};
const none: PackageContext = { url: undefined, licence: undefined, commit: null };
const tables = [projectTable, indicatorTable].map((table) => ({
  table: table((path) => path),
  file: { bytes: new Uint8Array(), sha256: 'f'.repeat(64) },
}));
const describeSet = (sources: readonly DataSource[], context: Partial<PackageContext> = {}) => {
  const set: DataSet = { id: '2026', kind: 'year', title: '标题', sources, results: null };
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

/** Its cells are not looked at. */
const written: WrittenTable = {
  table: {
    ...{ name: 'indicators', title: '指标', description: '每行一项', primaryKey: 'id' },
    english: { title: 'Indicators', description: 'One a row.' },
    columns: [
      {
        ...{ name: 'id', title: '编号', description: '锚点', type: 'string', width: 9, value: () => null },
        english: { title: 'ID', description: 'The anchor.' },
      },
      {
        ...{ name: 'yuan', title: '金额', description: '', type: 'number', unit: '元', width: 9 },
        ...{ constraints: { minimum: 0 }, value: () => null },
        english: { title: 'Money', description: 'In yuan.' },
      },
    ],
    foreignKeys: [{ field: 'project_id', table: 'projects', key: 'id' }],
    sheet: { first: [], last: [], frozen: 0 },
  },
  file: { bytes: new Uint8Array(12), sha256: 'f'.repeat(64) },
};
/** The table to which the key of the other leads. */
const projects: WrittenTable = {
  ...written,
  table: { ...written.table, name: 'projects', foreignKeys: [] },
};
const site = { url: 'https://example.gov.cn', licence: undefined, commit: null };
const ofSite = (change: Partial<DataSet>, context: Partial<PackageContext> = {}) =>
  toDataPackage(
    { id: '', kind: 'site', title: '标题', sources: [source], results: null, ...change },
    [written, projects],
    { ...site, ...context },
  );

test('a table has its file, its columns without what is for sheets, and its keys', () => {
  const { keywords, ...description } = ofSite({});
  expect(keywords).toContain('绩效目标');
  expect(description).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    title: '标题',
    languages: ['zh-CN', 'en'],
    contributors: [{ title: '清溪镇', roles: ['publisher'] }],
    sources: [{ file: 'disclosures/2026/qingxi.md', bytes: 1, hash: `sha256:${'0'.repeat(64)}` }],
  });
  expect(description.resources.map(({ name }) => name)).toEqual(['indicators', 'projects']);
  expect(description.resources.slice(0, 1)).toEqual([
    {
      ...{
        name: 'indicators',
        type: 'table',
        path: 'indicators.csv',
        title: '指标',
        description: '每行一项',
      },
      ...{ 'title@en': 'Indicators', 'description@en': 'One a row.' },
      ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', bytes: 12 },
      hash: `sha256:${'f'.repeat(64)}`,
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: [
          {
            ...{ name: 'id', type: 'string', title: '编号', description: '锚点' },
            ...{ 'title@en': 'ID', 'description@en': 'The anchor.' },
          },
          {
            ...{ name: 'yuan', type: 'number', title: '金额', description: '', unit: '元' },
            ...{ 'title@en': 'Money', 'description@en': 'In yuan.' },
            constraints: { minimum: 0 },
          },
        ],
        missingValues: [''],
        primaryKey: ['id'],
        foreignKeys: [{ fields: ['project_id'], reference: { resource: 'projects', fields: ['id'] } }],
      },
    },
  ]);
});

test.each([
  ['without foreign keys', projects],
  ['whose keys lead to a table of another package', written],
])('a table %s has no list of them', (_, table) => {
  const set: DataSet = { id: '', kind: 'site', title: '', sources: [], results: null };
  const made = toDataPackage(set, [table], site);
  expect(made.resources[0]?.schema.foreignKeys).toBeUndefined();
  expect([made.licenses, made.contributors, made.sources]).toEqual([undefined, undefined, []]);
});

test.each([
  ['', 'jixiao', 'https://example.gov.cn/'],
  ['2026', 'jixiao-2026', 'https://example.gov.cn/2026/'],
  ['2026/qingxi', 'jixiao-2026-qingxi', 'https://example.gov.cn/2026/qingxi/'],
])('the set “%s” is called %s and is at %s', (id, name, homepage) => {
  expect(ofSite({ id })).toMatchObject({ name, homepage });
  expect(ofSite({ id }, { url: undefined }).homepage).toBeUndefined();
});

test.each<[publication: DataSource['publication'], url: string | undefined, path: string]>([
  [{ page: 'https://qingxi.example.gov.cn/1.html' }, site.url, 'https://qingxi.example.gov.cn/1.html'],
  [{}, site.url, 'https://example.gov.cn/2026/qingxi/source.txt'],
  [{}, undefined, 'disclosures/2026/qingxi.md'],
])('a source with the front matter %j of the site %s is at %s', (publication, url, path) => {
  const [written] = ofSite({ sources: [{ ...source, publication }] }, { url }).sources;
  expect(written?.path).toBe(path);
});

test('the version of the site is its last commit, that of a part the newest of its sources', () => {
  const commit = (id: string, date: string) => ({ id, date });
  const last = commit('c', '2026-03-01T00:00:00.000Z');
  const sources = [
    { ...source, commit: commit('a', '2026-01-01T00:00:00.000Z') },
    { ...source, commit: commit('b', '2026-02-01T00:00:00.000Z') },
    { ...source, commit: null },
    { ...source, commit: commit('d', '2025-12-01T00:00:00.000Z') },
  ];
  const versionOf = (change: Partial<DataSet>) => {
    const { version, created } = ofSite(change, { commit: last });
    return [version, created];
  };
  expect(versionOf({ sources })).toEqual(['c', last.date]);
  for (const kind of ['year', 'body', 'project'] as const)
    expect(versionOf({ kind, sources })).toEqual(['b', '2026-02-01T00:00:00.000Z']);
  expect(versionOf({ kind: 'year', sources: sources.toReversed() })[0]).toBe('b');
  expect(versionOf({ kind: 'year' })).toEqual([undefined, undefined]);
});

test('what a package holds is described in both languages', () => {
  const results = { title: '自评', sources: [] };
  const describe = (change: Partial<DataSet>) => {
    const made = ofSite({ kind: 'year', ...change });
    return [made.description, made['description@en']];
  };
  const [targetsAlone, inEnglish] = describe({});
  expect(targetsAlone).toMatch(/^《项目绩效目标表》的全部项目和指标。原文逐字保留/);
  expect(inEnglish).toMatch(/^All projects and indicators of the performance target tables\. [A-Z].*\.$/);
  const [both, bothInEnglish] = describe({ results });
  expect(both).toMatch(/^《项目绩效目标表》的全部项目和指标。《项目支出绩效自评表》的全部自评和指标。原文/);
  expect(bothInEnglish).toMatch(/^All projects .*\. All results .*\. [A-Z].*\.$/);
  expect(describe({ sources: [], results })[1]).toMatch(/^All results and their indicators/);
});

test('each publisher is named once', () => {
  const { contributors } = ofSite({ sources: [source, source, { ...source, publisher: '水务局' }] });
  expect(contributors?.map(({ title }) => title)).toEqual(['清溪镇', '水务局']);
});

test.each([
  ['CC BY 4.0', 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['知识共享 cc-by-4.0', 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['CCBY4', 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['CC BY-SA 4.0', 'CC-BY-SA-4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ['CC-BY SA4', 'CC-BY-SA-4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ['CCBYSA4.0', 'CC-BY-SA-4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  ['CC0 1.0', 'CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  ['CC BY 3.0', 'other', undefined],
  ['保留所有权利', 'other', undefined],
])('the licence %s is %s', (title, name, path) => {
  expect(ofSite({}, { licence: title }).licenses).toEqual([{ name, path, title }]);
});

test('a file may state a licence of its own; each is named once', () => {
  const titlesOf = (licences: readonly (string | undefined)[], licence: string | undefined) => {
    const sources = licences.map((own) => ({
      ...source,
      publication: own === undefined ? {} : { licence: own },
    }));
    return ofSite({ sources }, { licence }).licenses?.map(({ title }) => title);
  };
  expect(titlesOf([undefined, 'CC0', undefined], 'CC BY 4.0')).toEqual(['CC BY 4.0', 'CC0']);
  expect(titlesOf(['CC0', undefined], undefined)).toEqual(['CC0']);
  expect(titlesOf([undefined], undefined)).toBeUndefined();
});
