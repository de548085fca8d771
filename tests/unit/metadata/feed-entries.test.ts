import { expect, test } from 'vitest';
import { toDataSets, type DataSource } from '../../../src/downloads/data-set.ts';
import { correctionAnchor } from '../../../src/identity/correction-anchor.ts';
import { feedEntries, revisionEntry } from '../../../src/metadata/feed-entries.ts';
import type { ListedRevision } from '../../../src/site/listed-revisions.ts';
import type { BodyYear } from '../../../src/site/site.ts';
import { must } from '../../../src/record/must.ts';
import { water } from '../downloads/a-source.ts';

function entriesOf(source: DataSource) {
  const set = must(toDataSets('示例市', [source]).find(({ kind }) => kind === 'body'));
  return feedEntries(set, null);
}

test('a disclosure is one entry, of the day that is given', () => {
  expect(entriesOf({ ...water, publication: { published: '2026-02-03' } })).toEqual([
    {
      path: '/2026/water/',
      title: '示例市水务局2026年项目绩效目标',
      updated: null,
      published: '2026-02-03',
      text: '示例市水务局公开 2 个项目：河道保洁、水质监测',
      authors: ['示例市水务局'],
    },
  ]);
});

test('a correction is an entry of its day: of its project, or of the body where it names none', () => {
  const [ofProject, ofBody] = [
    { date: '2026-03-05', project: '水质监测', text: '预算金额更正' },
    { date: '2026-03-06', text: '改正错别字' },
  ];
  const [, ...entries] = entriesOf({ ...water, publication: { corrections: [ofProject, ofBody] } });
  const { id } = must(water.projects.find(({ name }) => name === '水质监测'));
  expect(entries).toEqual([
    {
      path: `/${id}/#${correctionAnchor(ofProject)}`,
      title: '更正：水质监测',
      updated: '2026-03-05T00:00:00.000Z',
      text: '预算金额更正',
      authors: ['示例市水务局'],
    },
    {
      path: `/2026/water/#${correctionAnchor(ofBody)}`,
      title: '更正：示例市水务局2026年项目绩效目标',
      updated: '2026-03-06T00:00:00.000Z',
      text: '改正错别字',
      authors: ['示例市水务局'],
    },
  ]);
});

test('a change is an entry with project, field, before, after and day', () => {
  const revision: ListedRevision = {
    ...{ id: 'abc', date: '2026-03-01T16:00:00.000Z', day: '2026-03-02', anchor: 'a' },
    ...{ projectId: '2026/water/p', projectName: '河道保洁', body: undefined, href: undefined },
    ...{ field: '2026年指标值', indicators: ['巡查河道', '巡河'], before: null, after: '≥12次' },
    path: '/changes/2026-03-02/page/2/#abc',
  };
  expect(revisionEntry(revision)).toEqual({
    id: '/changes/2026-03-02/#abc',
    path: '/changes/2026-03-02/page/2/#abc',
    title: '改动：河道保洁，巡查河道：2026年指标值',
    updated: '2026-03-01T16:00:00.000Z',
    text: '2026-03-02，项目“河道保洁”的“巡查河道：2026年指标值”。改前：没有。改后：≥12次。',
    authors: [],
  });
  const body = { entry: { publisher: '示例市水务局' } } as BodyYear;
  const head = { ...revision, indicators: [], field: '年度目标', before: '少', after: null, body };
  expect(revisionEntry(head)).toMatchObject({
    title: '改动：河道保洁，年度目标',
    text: '2026-03-02，项目“河道保洁”的“年度目标”。改前：少。改后：没有。',
    authors: ['示例市水务局'],
  });
});
