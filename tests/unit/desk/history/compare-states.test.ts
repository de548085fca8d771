import { expect, test } from 'vitest';
import { openContent } from '../../../../src/content/open-content.ts';
import { compareStates } from '../../../../src/desk/history/compare-states.ts';
import { keepState, readKept } from '../../../../src/desk/history/kept-states.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../../helpers/write-files.ts';
import { writeResult } from '../../../helpers/write-result.ts';

const newFolder = tempFolders();
const good = fixtureSource('a-plain-table');
const front = (name: string) => `---\npublisher: ${name}\n---\n`;
const a = front('青溪县教育局') + good;
const b = front('青溪县水务局') + good.replaceAll('河道清淤', '堤岸修补');
const A = 'disclosures/2026/a.md';
const B = 'disclosures/2026/b.md';

/** What is said where the second content comes back after the first. */
async function said(now: Record<string, string>, target: Record<string, string>): Promise<string[]> {
  const state = newFolder();
  const kept = [];
  for (const [index, files] of [target, now].entries()) {
    const folder = writeFiles(newFolder(), files);
    const content = await openContent({ root: process.cwd(), folder });
    const at = `2026-03-12T08:0${index}:00.000Z`;
    kept.push({ content, kept: keepState(state, content, { at, did: '', isPublished: true }) });
  }
  const [before, after] = kept;
  if (!before || !after) throw new Error('two states');
  const { forms, permalinks } = after.content;
  return compareStates(after.kept, before.kept, {
    forms,
    permalinks,
    read: (sha256) => readKept(state, sha256),
  });
}

test('a body that comes or goes is named with its projects, and so is that the others stay', async () => {
  expect(await said({ [A]: a, [B]: b }, { [A]: a })).toEqual([
    '青溪县水务局2026年的 1 个项目不再公开。',
    '别的单位不变。',
  ]);
  expect(await said({ [A]: a }, { [A]: a, [B]: b })).toEqual([
    '青溪县水务局2026年的 1 个项目重新公开。',
    '别的单位不变。',
  ]);
});

test('of a body that changed, cells and projects are counted', async () => {
  expect(await said({ [A]: a.replaceAll('30,000.00', '31,000.00') }, { [A]: a })).toEqual([
    '青溪县教育局2026年：有 1 格变回以前的。',
  ]);
  expect(await said({ [A]: a.replaceAll('河道清淤', '河道疏浚') }, { [A]: a })).toEqual([
    '青溪县教育局2026年：1 个项目不再公开，1 个项目重新公开。',
  ]);
  expect(await said({ [A]: `${a}\n` }, { [A]: a })).toEqual([
    '青溪县教育局2026年：原件换回以前的，读出的一个字也不变。',
  ]);
});

test('results that come, go or change are said', async () => {
  const of = { year: 2025, unit: '青溪县水务局', department: '青溪县水务局' };
  const [one, two] = ['河道保洁', '管网养护'].map((name) => writeResult({ ...of, name })) as [string, string];
  const R = 'disclosures/results/2025/b.md';
  expect(await said({ [A]: a, [R]: one }, { [A]: a })).toEqual([
    '青溪县水务局2025年的 1 张自评表不再公开。',
    '别的单位不变。',
  ]);
  expect(await said({ [R]: one }, { [R]: one.replace('93.5%', '94.5%') + two })).toEqual([
    '青溪县水务局2025年：有 1 格变回以前的，1 张自评表重新公开。',
  ]);
});

test('settings and guide are said, and nothing where nothing differs', async () => {
  expect(await said({ [A]: a }, { [A]: a })).toEqual([]);
  const site = JSON.stringify({ name: '青溪县绩效目标' });
  expect(await said({ [A]: a, 'site.json': site }, { [A]: a })).toEqual([
    '网站的名称和设置变回那时的。',
    '别的单位不变。',
  ]);
});
