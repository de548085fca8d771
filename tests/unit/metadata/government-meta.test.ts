import { expect, test } from 'vitest';
import { governmentMeta, type MetaFacts } from '../../../src/metadata/government-meta.ts';

const site = { name: '示例市绩效', siteCode: '1234567890', url: 'https://example.gov.cn:8443/' };
const facts: MetaFacts = {
  title: '河道保洁',
  address: 'https://example.gov.cn/2026/a/b/',
  column: '项目',
  source: '示例市水务局',
  date: '2026-02-10',
};

const ofSite = [
  ['SiteName', '示例市绩效'],
  ['SiteDomain', 'example.gov.cn:8443'],
  ['SiteIDCode', '1234567890'],
];
const ofColumn = [
  ['ColumnName', '项目'],
  ['ColumnType', '预算绩效'],
];
const ofArticle = [
  ['ArticleTitle', '河道保洁'],
  ['PubDate', '2026-02-10'],
  ['ContentSource', '示例市水务局'],
  ['Url', 'https://example.gov.cn/2026/a/b/'],
];

test.each<[string, Partial<MetaFacts>, string[][]]>([
  ['of a publisher', {}, [...ofSite, ...ofColumn, ...ofArticle]],
  ['of no publisher', { source: undefined }, [...ofSite, ...ofColumn]],
  ['of no column', { column: undefined }, [...ofSite, ...ofArticle]],
  [
    'without a date and an address',
    { date: undefined, address: undefined },
    [...ofSite, ...ofColumn, ...ofArticle.filter(([name]) => name !== 'PubDate' && name !== 'Url')],
  ],
])('a page %s has only the names that have a value', (_, own, metas) => {
  expect(governmentMeta(site, { ...facts, ...own })).toEqual(metas);
});

test('a site without an address has no domain, one without a code no names at all', () => {
  const names = (own: Partial<Record<keyof typeof site, undefined>>) =>
    governmentMeta({ ...site, ...own } as typeof site, facts).map(([name]) => name);
  expect(names({ url: undefined }).slice(0, 2)).toEqual(['SiteName', 'SiteIDCode']);
  expect(names({ siteCode: undefined })).toEqual([]);
});
