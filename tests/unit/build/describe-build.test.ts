import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildOptions } from '../../../src/build/build-options.ts';
import type { BuildReport } from '../../../src/build/build-site.ts';
import { describeBuild } from '../../../src/build/describe-build.ts';
import { measurePhases } from '../../../src/build/measure-phases.ts';
import { toNotice } from '../../../src/record/notices.ts';

const options: BuildOptions = {
  root: resolve('.'),
  folder: resolve('content'),
  out: resolve('dist'),
  shard: null,
  merge: null,
  recheck: false,
  compress: false,
};
const report: BuildReport = {
  out: resolve('dist'),
  projects: 7,
  notices: [],
  conservation: null,
  reusedPages: 3,
  history: { commit: null, modified: new Set(), byPath: new Map() },
  unrecorded: 0,
  phases: measurePhases(),
};
const BUILT = '已生成 7 个项目的网站：dist/';
const commit = { id: 'ab12', date: '2026-01-05T00:00:00.000Z' };
const place = { path: 'disclosures/2026/a.md', line: 3, column: 2 };

const cases: [string, Partial<BuildOptions>, Partial<BuildReport>, string[]][] = [
  ['nothing but the site', {}, {}, [BUILT]],
  ['the working directory itself', {}, { out: resolve('.') }, ['已生成 7 个项目的网站：./']],
  [
    'notices at their places',
    {},
    { notices: [toNotice(place, 'file/not-read', '没有读')] },
    [`${join('content', place.path)}:3:2 warning file/not-read 没有读`, BUILT],
  ],
  [
    'a conservation check',
    {},
    { conservation: { projects: 7, cells: 703, losses: [], known: 0, verified: new Map() } },
    [expect.stringContaining('7 个项目，703 个单元格') as string, BUILT],
  ],
  ['a merge', { merge: ['a', 'b'] }, {}, ['合并 2 份：3 页取自各份，其余为新生成', BUILT]],
  ['a merge of nothing', { merge: [] }, {}, [BUILT]],
  ['a commit', {}, { history: { ...report.history, commit } }, [BUILT, '内容版本 ab12']],
  [
    'a commit and changes',
    {},
    { history: { ...report.history, commit, modified: new Set(['a.md']) } },
    [BUILT, '内容版本 ab12，另有未提交的修改'],
  ],
  ['new URLs', {}, { unrecorded: 5 }, [BUILT, '有 5 个新网址还没有登记；公开以后请运行 npm run permalinks']],
  ['new URLs of a shard', { shard: { number: 1, count: 2 } }, { unrecorded: 5 }, [BUILT]],
];

test.each(cases)('reports %s', (_name, own, done, lines) => {
  expect(describeBuild({ ...options, ...own }, { ...report, ...done }).split('\n')).toEqual(lines);
});
