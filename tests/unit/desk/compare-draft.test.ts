import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { openContent } from '../../../src/content/open-content.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { compareDraft, isSame, movesOf } from '../../../src/desk/compare-draft.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const PATH = 'disclosures/2026/a.md';
const one = fixtureSource('a-plain-table');
const published = [one, one.replaceAll('河道清淤', '堤岸修补')].join('\n');

async function compare(text: string, gone: Record<string, string> = {}) {
  const folder = writeFiles(newFolder(), { [PATH]: published });
  const content = await openContent({ root: process.cwd(), folder });
  const reading = readDisclosure(new VFile({ path: PATH, value: text }));
  return compareDraft(PATH, reading, content, { gone });
}

test('a body that has published nothing has nothing to compare', async () => {
  const content = await openContent({ root: process.cwd(), folder: newFolder() });
  expect(compareDraft(PATH, { projects: [], results: [] }, content, {})).toBeNull();
});

test('the same text is the same, whatever its front matter', async () => {
  const changes = await compare(`---\npublisher: 青溪\n---\n${published}`);
  expect(changes && isSame(changes)).toBe(true);
});

test('a figure that differs is a difference of its project', async () => {
  const changes = await compare(published.replace('30,000.00', '31,000.00'));
  expect(
    changes?.changed.map(({ project, differences }) => [project.name, differences.map(({ field }) => field)]),
  ).toEqual([['河道清淤', ['预算金额']]]);
  expect(changes && isSame(changes)).toBe(false);
});

test('a project that is gone is asked about, with the one that is like it', async () => {
  const renamed = published.replaceAll('堤岸修补', '堤岸加固');
  const open = await compare(renamed);
  expect(open?.questions.map(({ before, like, answer }) => [before.name, like?.name, answer])).toEqual([
    ['堤岸修补', '堤岸加固', undefined],
  ]);
  const answered = await compare(renamed, { '2026/a/di-an-xiu-bu': '2026/a/di-an-jia-gu' });
  expect(answered && [...movesOf(answered)]).toEqual([['/2026/a/di-an-xiu-bu/', '/2026/a/di-an-jia-gu/']]);
  // Compared with itself, it differs by its name alone.
  expect(answered?.changed.flatMap(({ differences }) => differences.map(({ field }) => field))).toEqual([
    '项目名称',
  ]);
  expect(answered?.added).toEqual([]);
});

test('a new project is proposed for one that is gone, and not for one that has little of it', async () => {
  const changes = await compare(
    one
      .replaceAll('河道清淤', '河道疏浚')
      .replace('30,000.00', '31,000.00')
      .replace('沿岸居民满意度', '村民满意度')
      .replace('清淤长度', '疏浚长度'),
  );
  expect(changes?.questions.map(({ like }) => like)).toEqual([null, null]);
});

test('a project that is withdrawn leads to its body', async () => {
  const changes = await compare(one, { '2026/a/di-an-xiu-bu': '' });
  expect(changes?.questions.map(({ like, answer }) => [like, answer])).toEqual([[null, '']]);
  expect(changes && [...movesOf(changes)]).toEqual([['/2026/a/di-an-xiu-bu/', '/2026/a/']]);
});

test('an answer that names no project of the file is none', async () => {
  const changes = await compare(one, { '2026/a/di-an-xiu-bu': '2026/b/x' });
  expect(changes?.questions[0]?.answer).toBeUndefined();
});
