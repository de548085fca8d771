import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkFiles } from '../../../src/build/check-content.ts';
import { describeCheck } from '../../../src/build/describe-check.ts';
import { toNotice } from '../../../src/record/notices.ts';
import { toPasted } from '../../helpers/office-files.ts';
import { ministryForm } from '../../helpers/result-forms.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';

const folder = resolve('some/content');
const none = { error: 0, warning: 0, info: 0 };
const counts = (projects: number, { error, warning, info }: typeof none) =>
  `${projects} 个项目：${error} 处错误（error），${warning} 处提示（warning），${info} 条说明（info）`;

test('says of an empty folder where files belong', () => {
  expect(describeCheck({ projects: [], results: [], notices: [] }, folder).split('\n')).toEqual([
    counts(0, none),
    expect.stringContaining(` ${join('some/content/disclosures')}/<年份>/`) as string,
  ]);
});

test.each([
  ['disclosures/2026/a.md', 'some/content/disclosures/2026/a.md'],
  ['guide/a.mdx', 'some/content/guide/a.mdx'],
  ['permalinks.json', 'some/content/permalinks.json'],
  ['site.json', 'some/content/site.json'],
  ['other/site.json', 'other/site.json'],
  ['old/disclosures/a.md', 'old/disclosures/a.md'],
  ['a.md', 'a.md'],
])('a notice of %s is at %s', (path, shown) => {
  const notice = toNotice({ path, line: 2, column: 5 }, 'file/unreadable', '打不开');
  expect(describeCheck({ projects: [], results: [], notices: [notice] }, folder).split('\n')).toEqual([
    `${join(shown)}:2:5 error file/unreadable 打不开`,
    counts(0, { ...none, error: 1 }),
  ]);
});

test('counts projects and notices of each kind, and nothing more where projects are clean', () => {
  const at = { path: 'a.md', line: 1, column: 1 };
  const file = join(writeFiles(tempFolders()(), { 'a.md': fixtureSource('a-plain-table') }), 'a.md');
  const { projects } = checkFiles([file], folder).disclosure;
  const notices = [
    toNotice(at, 'file/unreadable', '甲'),
    toNotice(at, 'file/not-read', '乙'),
    toNotice(at, 'file/not-read', '丙'),
  ];
  expect(describeCheck({ projects, results: [], notices }, folder).split('\n').at(-1)).toBe(
    counts(1, { error: 1, warning: 2, info: 0 }),
  );
  expect(describeCheck({ projects, results: [], notices: [] }, folder)).toBe(counts(1, none));
});

test('counts the tables of results next to the projects', () => {
  const content = writeFiles(tempFolders()(), {
    'a.md': fixtureSource('a-plain-table'),
    'b.md': toPasted([ministryForm()]),
  });
  const { projects, results } = checkFiles(
    ['a.md', 'b.md'].map((file) => join(content, file)),
    folder,
  ).disclosure;
  const zeros = '0 处错误（error），0 处提示（warning），0 条说明（info）';
  expect(describeCheck({ projects, results, notices: [] }, folder)).toBe(`1 个项目、1 张自评表：${zeros}`);
  expect(describeCheck({ projects: [], results, notices: [] }, folder)).toBe(
    `0 个项目、1 张自评表：${zeros}`,
  );
});
