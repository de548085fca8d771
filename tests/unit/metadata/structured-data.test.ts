import { expect, test } from 'vitest';
import type { DataFile } from '../../../src/downloads/data-file.ts';
import { toDataSets, type DataSource } from '../../../src/downloads/data-set.ts';
import { must } from '../../../src/record/must.ts';
import { toScriptText, toStructuredData, type PageFacts } from '../../../src/metadata/structured-data.ts';
import { school, water } from '../downloads/a-source.ts';

const url = 'https://example.gov.cn';
const page: PageFacts = { path: '/2026/', title: '2026年', description: '一年的项目', trail: [] };

function graphOf(own: Partial<PageFacts>, publisher?: string, address: string | undefined = url) {
  const identity = { name: '示例市绩效', ...(publisher === undefined ? {} : { publisher }) };
  const context = { url: address, licence: 'CC0', commit: null };
  return toStructuredData({ ...page, ...own }, identity, context)['@graph'] as readonly Record<
    string,
    unknown
  >[];
}

test('a page is part of the site, and the site names who runs it', () => {
  expect(graphOf({}, '示例市财政局')).toEqual([
    {
      '@type': 'WebSite',
      '@id': `${url}/#site`,
      url: `${url}/`,
      name: '示例市绩效',
      inLanguage: 'zh-CN',
      publisher: { '@type': 'GovernmentOrganization', name: '示例市财政局' },
    },
    {
      '@type': 'WebPage',
      '@id': `${url}/2026/`,
      url: `${url}/2026/`,
      name: '2026年',
      description: '一年的项目',
      inLanguage: 'zh-CN',
      isPartOf: { '@id': `${url}/#site` },
    },
  ]);
  expect(graphOf({})[0]).not.toHaveProperty('publisher');
});

test('a page may be in another language than the site', () => {
  expect(graphOf({ lang: 'en' }).map(({ inLanguage }) => inLanguage)).toEqual(['zh-CN', 'en']);
});

test('without the address of the site, ids are paths', () => {
  const context = { url: undefined, licence: undefined, commit: null };
  const { '@context': vocabulary, '@graph': things } = toStructuredData(page, { name: '示例市' }, context);
  expect(vocabulary).toBe('https://schema.org');
  expect(things).toMatchObject([{ '@id': '/#site' }, { '@id': '/2026/', url: '/2026/' }]);
});

test('the trail ends with the page itself', () => {
  const trail = [
    { label: '首页', href: '/' },
    { label: '各年', href: '/years/' },
  ];
  const item = (position: number, name: string, path: string) => ({
    ...{ '@type': 'ListItem', position, name, item: `${url}${path}` },
  });
  expect(graphOf({ trail })[1]).toMatchObject({
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: [item(1, '首页', '/'), item(2, '各年', '/years/'), item(3, '2026年', '/2026/')],
    },
  });
});

const published = { ...water, publication: { licence: 'CC BY 4.0', published: '2026-02-03' } };
const file: DataFile = {
  ...{ name: 'projects.csv', label: '项目表', mediaType: 'text/csv' },
  ...{ bytes: new Uint8Array(12), sha256: 'a'.repeat(64) },
};
/** The data that the page of a set shows. @param id Of the set. */
function datasetOf(sources: readonly DataSource[], id: string, updated: string | null = null) {
  const set = must(toDataSets('示例市', sources).find((each) => each.id === id));
  return graphOf({ data: { set, files: [file], updated } });
}

test("a body's data has its own licence and day", () => {
  const [, webPage, dataset, ...others] = datasetOf([published], '2026/water', '2026-02-04T00:00:00.000Z');
  expect(webPage).toMatchObject({ mainEntity: { '@id': `${url}/2026/#dataset` } });
  expect(dataset).toEqual({
    '@type': 'Dataset',
    '@id': `${url}/2026/#dataset`,
    url: `${url}/2026/`,
    name: '示例市水务局2026年项目绩效目标',
    description: '一年的项目',
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    temporalCoverage: '2026',
    creator: [{ '@type': 'GovernmentOrganization', name: '示例市水务局' }],
    license: 'CC BY 4.0',
    datePublished: '2026-02-03',
    dateModified: '2026-02-04T00:00:00.000Z',
    distribution: [
      {
        '@type': 'DataDownload',
        name: '项目表',
        encodingFormat: 'text/csv',
        contentUrl: `${url}/2026/water/projects.csv`,
        contentSize: '12 B',
        sha256: 'a'.repeat(64),
      },
    ],
  });
  expect(others).toEqual([]);
});

test("data of several bodies have the site's licence and no day; each publisher is named once", () => {
  const twin = { ...published, id: '2026/twin' };
  const dataset = datasetOf([published, twin, school], '')[2];
  expect(dataset).toMatchObject({
    temporalCoverage: '2025/2026',
    creator: [{ name: '示例市水务局' }, { name: '示例市第一中学' }],
    license: 'CC0',
    distribution: [{ contentUrl: `${url}/projects.csv` }],
  });
  expect(dataset).not.toHaveProperty('datePublished');
  expect(dataset).not.toHaveProperty('dateModified');
});

test("data of a body that states no licence have the site's, and what is missing is left out", () => {
  expect(datasetOf([school], '2025/school')[2]).toMatchObject({ license: 'CC0' });
  const set = must(toDataSets('示例市', []).find(({ kind }) => kind === 'site'));
  const facts = { ...page, data: { set, files: [], updated: null } };
  const context = { url, licence: undefined, commit: null };
  const dataset = (toStructuredData(facts, { name: '示例市' }, context)['@graph'] as readonly object[])[2];
  expect(dataset).toMatchObject({ temporalCoverage: '', creator: [], distribution: [] });
  expect(dataset).not.toHaveProperty('license');
});

test.each([
  ['</script><!-- &', String.raw`"\u003c/script\u003e\u003c!-- \u0026"`],
  ['a\u2028b\u2029c', String.raw`"a\u2028b\u2029c"`],
  ['“引号”', '"“引号”"'],
])('in a script, %j is %s, and is read as the same', (text, script) => {
  expect(toScriptText(text)).toBe(script);
  expect(JSON.parse(toScriptText(text))).toBe(text);
});
