import { expect, test } from 'vitest';
import type { Version } from '../../../src/content/version.ts';
import { NOTHING_PUBLISHED, type Permalinks } from '../../../src/identity/permalinks.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { collectRevisions, type RevisionContext } from '../../../src/revisions/collect-revisions.ts';
import { writeProject } from '../../helpers/write-project.ts';
import { writeResult } from '../../helpers/write-result.ts';

const PATH = 'disclosures/2026/water.md';
const OF = { year: 2026, unit: '青溪县水务局', department: '青溪县水务局' };
const table = (name: string, yuan: string) => writeProject({ ...OF, name, yuan });

/** What was published, one after the other: day, path, text. */
type Published = readonly (readonly [date: string, path: string, text: string | null])[];

function collect(
  published: Published,
  permalinks: Permalinks = NOTHING_PUBLISHED,
  remember?: RevisionContext['remember'],
) {
  const texts = new Map<string, string>();
  const reads: string[] = [];
  const all = published.map(([date, path, text], index): Version => {
    if (text !== null) texts.set(`k${index}`, text);
    return { path, step: date, date, key: text === null ? null : `k${index}` };
  });
  const read = (keys: readonly string[]) => {
    reads.push(...keys);
    return new Map(keys.map((key) => [key, Buffer.from(texts.get(key) ?? '')]));
  };
  const revisions = collectRevisions({ all, read }, { forms, permalinks, ...(remember && { remember }) });
  return {
    reads,
    revisions,
    said: revisions.map(
      ({ day, projectId, projectName, field, before, after }) =>
        `${day} ${projectId} ${projectName} ${field}: ${before ?? '-'} > ${after ?? '-'}`,
    ),
  };
}

test('a source of one version changed nothing, and is not read', () => {
  const { revisions, reads } = collect([
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00')],
    ['2026-03-01T00:00:00.000Z', 'disclosures/2026/other.md', table('植树', '100.00')],
  ]);
  expect([revisions, reads]).toEqual([[], []]);
});

test('changes are the newest first, by the day in China', () => {
  const { said, revisions } = collect([
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00')],
    ['2026-02-28T16:00:00.000Z', PATH, table('河道保洁', '200.00') + table('管网养护', '5.00')],
    ['2026-03-04T15:59:59.000Z', PATH, table('管网养护', '5.00')],
  ]);
  expect(said).toEqual([
    '2026-03-04 2026/water/he-dao-bao-jie 河道保洁 撤下项目: 河道保洁 > -',
    '2026-03-01 2026/water/he-dao-bao-jie 河道保洁 预算金额: 100.00 > 200.00',
    '2026-03-01 2026/water/guan-wang-yang-hu 管网养护 增加项目: - > 管网养护',
  ]);
  expect(new Set(revisions.map(({ id }) => id)).size).toBe(3);
  expect(revisions.every(({ id }) => /^[\da-f]{16}$/.test(id))).toBe(true);
});

test('results that came, changed and went are named, with personal numbers masked', () => {
  const path = 'disclosures/results/2025/water.md';
  const result = (name: string, score: string, reason = '') =>
    writeResult({
      ...{ ...OF, year: 2025, name },
      rows: [['巡查河道', '≥12次', '15次', '30', score, reason]],
    });
  const { said } = collect([
    ['2026-08-01T00:00:00.000Z', path, result('河道保洁', '30')],
    ['2026-09-01T00:00:00.000Z', path, result('河道保洁', '28', '电话13900000001') + result('植树', '30')],
    ['2026-10-01T00:00:00.000Z', path, result('植树', '30')],
  ]);
  expect(said).toEqual([
    '2026-10-01 2025/water/results/he-dao-bao-jie 河道保洁 撤下自评: 河道保洁 > -',
    '2026-09-01 2025/water/results/he-dao-bao-jie 河道保洁 得分: 30 > 28',
    '2026-09-01 2025/water/results/he-dao-bao-jie 河道保洁 偏差原因: - > 电话139********',
    '2026-09-01 2025/water/results/zhi-shu 植树 增加自评: - > 植树',
  ]);
});

test('targets that join a file of results are new, and the results are as before', () => {
  const path = 'disclosures/2025/water.md';
  const result = writeResult({ ...OF, year: 2025, name: '河道保洁' });
  const { said } = collect([
    ['2026-08-01T00:00:00.000Z', path, result],
    [
      '2026-09-01T00:00:00.000Z',
      path,
      writeProject({ ...OF, year: 2025, name: '河道保洁', yuan: '1.00' }) + result,
    ],
  ]);
  expect(said).toEqual(['2026-09-01 2025/water/he-dao-bao-jie 河道保洁 增加项目: - > 河道保洁']);
});

test('a version with an error was never published: the next is compared with the one before', () => {
  const { said } = collect([
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00')],
    ['2026-02-02T00:00:00.000Z', PATH, table('河道保洁', '一百')],
    ['2026-02-03T00:00:00.000Z', PATH, table('河道保洁', '300.00')],
  ]);
  expect(said).toEqual(['2026-02-03 2026/water/he-dao-bao-jie 河道保洁 预算金额: 100.00 > 300.00']);
});

test('a step that is remembered is not read again; one of other bytes is', () => {
  const kept = new Map<string, unknown>();
  const remember = <Value>(key: unknown, make: () => Value): Value => {
    const name = JSON.stringify(key);
    if (!kept.has(name)) kept.set(name, JSON.parse(JSON.stringify(make())));
    return kept.get(name) as Value;
  };
  const published: Published = [
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00')],
    ['2026-02-02T00:00:00.000Z', PATH, table('河道保洁', '一百')],
    ['2026-02-03T00:00:00.000Z', PATH, table('河道保洁', '300.00')],
  ];
  const first = collect(published, NOTHING_PUBLISHED, remember);
  const second = collect(published, NOTHING_PUBLISHED, remember);
  expect(second.revisions).toEqual(first.revisions);
  expect([first.reads.length, second.reads.length]).toEqual([3, 0]);
  // What the permalinks say of this body is a part of the key; of others, not.
  const of = (id: string): Permalinks => ({ ...NOTHING_PUBLISHED, names: { [id]: '河道保洁' } });
  expect(collect(published, of('2026/other/a'), remember).reads).toEqual([]);
  const renamed = collect(published, of('2026/water/lao-ming-zi'), remember);
  expect(renamed.revisions.map(({ projectId }) => projectId)).toEqual(['2026/water/lao-ming-zi']);
});

test('drafts of before the first day of publication are no changes; later days of publication hide none', () => {
  const front = (day: string, text: string) => `---\npublished: ${day}\n---\n\n${text}`;
  const { said } = collect([
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00')],
    ['2026-02-10T00:00:00.000Z', PATH, front('2026-02-15', table('河道保洁', '200.00'))],
    ['2026-02-20T00:00:00.000Z', PATH, front('2026-02-15', table('河道保洁', '300.00'))],
    ['2026-03-20T00:00:00.000Z', PATH, front('2026-03-20', table('河道保洁', '400.00'))],
  ]);
  expect(said.map((text) => text.slice(0, 10))).toEqual(['2026-03-20', '2026-02-20']);
});

test('changesSince of the last version hides what was changed before', () => {
  const front = (text: string) => `---\nchangesSince: 2026-03-02\n---\n\n${text}`;
  const { said } = collect([
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00')],
    ['2026-03-01T00:00:00.000Z', PATH, table('河道保洁', '200.00')],
    ['2026-03-02T00:00:00.000Z', PATH, front(table('河道保洁', '300.00'))],
  ]);
  expect(said.map((text) => text.slice(0, 10))).toEqual(['2026-03-02']);
});

test('a project that was renamed, or whose file was, is compared where its move is recorded', () => {
  const moved = {
    '/2026/water/he-dao-bao-jie/': '/2026/shuiwu/he-dao-qing-jie/',
    '/2026/water/guan-wang-yang-hu/': '/2026/shuiwu/guan-wang-yang-hu/',
  };
  const published: Published = [
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00') + table('管网养护', '5.00')],
    ['2026-03-01T00:00:00.000Z', PATH, null],
    [
      '2026-03-01T00:00:00.000Z',
      'disclosures/2026/shuiwu.md',
      table('河道清洁', '100.00') + table('管网养护', '6.00'),
    ],
  ];
  expect(collect(published, { ...NOTHING_PUBLISHED, moved }).said).toEqual([
    '2026-03-01 2026/shuiwu/he-dao-qing-jie 河道清洁 项目名称: 河道保洁 > 河道清洁',
    '2026-03-01 2026/shuiwu/guan-wang-yang-hu 管网养护 预算金额: 5.00 > 6.00',
  ]);
  expect(collect(published).said.map((text) => text.split(' ')[3])).toEqual(['撤下项目:', '撤下项目:']);
});

test('a file that was removed and comes back is new', () => {
  const { said } = collect([
    ['2026-02-01T00:00:00.000Z', PATH, table('河道保洁', '100.00')],
    ['2026-02-02T00:00:00.000Z', PATH, null],
    ['2026-02-03T00:00:00.000Z', PATH, table('河道保洁', '200.00')],
    ['2026-02-04T00:00:00.000Z', PATH, table('河道保洁', '300.00')],
  ]);
  expect(said).toEqual([
    '2026-02-04 2026/water/he-dao-bao-jie 河道保洁 预算金额: 200.00 > 300.00',
    '2026-02-02 2026/water/he-dao-bao-jie 河道保洁 撤下项目: 河道保洁 > -',
  ]);
});

test('personal numbers are masked, and a change of masked digits alone is none', () => {
  const { said } = collect([
    [
      '2026-02-01T00:00:00.000Z',
      PATH,
      table('河道保洁', '100.00').replaceAll('保持河道清洁。', '电话13800138000'),
    ],
    [
      '2026-02-02T00:00:00.000Z',
      PATH,
      table('河道保洁', '100.00').replaceAll('保持河道清洁。', '电话13800138001'),
    ],
    [
      '2026-02-03T00:00:00.000Z',
      PATH,
      table('河道保洁', '100.00').replaceAll('保持河道清洁。', '拨13800138001'),
    ],
  ]);
  expect(said.join()).not.toContain('13800138');
  expect(said.map((text) => text.slice(0, 10))).toEqual(['2026-02-03', '2026-02-03']);
});
