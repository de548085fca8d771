import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openContent } from '../../../../src/content/open-content.ts';
import {
  findKept,
  keepState,
  lastPublished,
  listKept,
  previousState,
  readKept,
} from '../../../../src/desk/history/kept-states.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../../helpers/write-files.ts';
import { writeResult } from '../../../helpers/write-result.ts';

const newFolder = tempFolders();
const good = fixtureSource('a-plain-table');
const SOURCE = 'disclosures/2026/a.md';
const at = (minute: number) => `2026-03-12T08:${String(minute).padStart(2, '0')}:00.000Z`;

/** A content with a source of this text, kept at a minute. */
async function keep(state: string, folder: string, text: string, minute: number, isPublished = true) {
  writeFiles(folder, { [SOURCE]: text });
  const content = await openContent({ root: process.cwd(), folder });
  return keepState(state, content, { at: at(minute), did: `第 ${minute} 次`, isPublished });
}

test('a state has its files, its bodies and their sums; records of what was published are not kept', async () => {
  const [state, folder] = [newFolder(), newFolder()];
  writeFiles(folder, {
    'permalinks.json': '{"urls":[],"names":{},"moved":{}}',
    'disclosures/2026/a.original.xlsx': 'bytes',
    'notes.txt': 'mine',
  });
  const kept = await keep(state, folder, good, 1);
  expect(Object.keys(kept.files)).toEqual([SOURCE, 'disclosures/2026/a.original.xlsx']);
  expect(kept.bodies).toMatchObject([{ id: '2026/a', path: SOURCE, yuan: '30000.00' }]);
  expect([kept.yuan, kept.bodies[0]?.projects]).toEqual([
    '30000.00',
    [{ name: '河道清淤', yuan: '30000.00' }],
  ]);
  expect(findKept(state, kept.id)).toEqual(kept);
  expect(readKept(state, kept.files[SOURCE] ?? '').toString()).toBe(good);
});

test('results are kept by their names, also of a body that publishes nothing else', async () => {
  const [state, folder] = [newFolder(), newFolder()];
  const result = { year: 2025, unit: '青溪县水务局', department: '青溪县水务局', name: '河道保洁' };
  writeFiles(folder, { 'disclosures/results/2025/a.md': writeResult(result) });
  const { bodies } = await keep(state, folder, good, 1);
  expect(bodies.map(({ id, projects, results }) => [id, projects.length, results])).toEqual([
    ['2026/a', 1, []],
    ['2025/a/results', 0, ['河道保洁']],
  ]);
});

test('a state that was kept before results were is read', async () => {
  const [state, folder] = [newFolder(), newFolder()];
  const kept = await keep(state, folder, good, 1);
  const file = join(state, 'kept', `${kept.id}.json`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\s*"results": \[\],/, ''));
  expect(readFileSync(file, 'utf8')).not.toContain('results');
  expect(findKept(state, kept.id)).toEqual(kept);
});

test('ten states stay, the newest first; what only older ones had is removed, and no file is there twice', async () => {
  const [state, folder] = [newFolder(), newFolder()];
  writeFiles(folder, { 'disclosures/2026/a.original.xlsx': 'the same in all' });
  for (let minute = 1; minute <= 12; minute += 1)
    await keep(state, folder, `${good}\n第 ${minute} 次\n`, minute);
  const listed = listKept(state);
  expect(listed.map(({ did }) => did)).toEqual(
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((minute) => `第 ${minute} 次`),
  );
  const used = new Set(listed.flatMap(({ files }) => Object.values(files)));
  expect(readdirSync(join(state, 'kept/files')).sort()).toEqual([...used].sort());
  expect(used.size).toBe(11);
});

test('what was not published is no state that the last publication came after', async () => {
  const [state, folder] = [newFolder(), newFolder()];
  const first = await keep(state, folder, good, 1);
  expect([lastPublished(state)?.id, previousState(state)]).toEqual([first.id, null]);
  await keep(state, folder, `${good}\n`, 2, false);
  expect([lastPublished(state)?.id, previousState(state)]).toEqual([first.id, null]);
  const third = await keep(state, folder, good, 3);
  expect([lastPublished(state)?.id, previousState(state)?.id]).toEqual([third.id, first.id]);
});

test('of a state that is kept twice, there is one', async () => {
  const [state, folder] = [newFolder(), newFolder()];
  await keep(state, folder, good, 1);
  await keep(state, folder, good, 1);
  expect(listKept(state)).toHaveLength(1);
});

describe('what is broken', () => {
  test('a list that can not be read is left out', async () => {
    const [state, folder] = [newFolder(), newFolder()];
    const { id } = await keep(state, folder, good, 1);
    writeFileSync(join(state, `kept/${id}.json`), '{');
    expect([listKept(state), findKept(state, id)]).toEqual([[], null]);
  });

  test('a file that was changed is refused', async () => {
    const [state, folder] = [newFolder(), newFolder()];
    const { files } = await keep(state, folder, good, 1);
    const digest = files[SOURCE] ?? '';
    writeFileSync(join(state, 'kept/files', digest), 'changed');
    expect(() => readKept(state, digest)).toThrow('was changed');
  });

  test.each(['../memory', '..', '', '20260312T080100000Z/x', '2026'])('“%s” is no id', (id) => {
    const state = newFolder();
    writeFileSync(join(state, 'memory.json'), '{}');
    expect(findKept(state, id)).toBeNull();
    expect(existsSync(join(state, 'memory.json')) && readFileSync(join(state, 'memory.json'), 'utf8')).toBe(
      '{}',
    );
  });
});
