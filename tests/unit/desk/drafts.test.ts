import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDrafts } from '../../../src/desk/drafts.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();

test('a file that was dropped is there after the desk was closed, with what was answered', () => {
  const folder = join(newFolder(), 'drafts');
  const drafts = openDrafts(folder);
  const draft = drafts.add('水务局.xlsx', Buffer.from('bytes'));
  drafts.answer(draft, { year: '2026', slug: 'shui-wu-ju' });
  const [again, ...others] = openDrafts(folder).list();
  expect(others).toEqual([]);
  expect(again).toEqual({ ...draft, answers: { year: '2026', slug: 'shui-wu-ju' } });
  expect(openDrafts(folder).read(draft).toString()).toBe('bytes');
});

test('of a file that is too large only the name and the size are kept', () => {
  const folder = newFolder();
  const draft = openDrafts(folder).addLarge('大.xlsx', 40_000_000);
  expect(draft).toMatchObject({ name: '大.xlsx', bytes: 40_000_000, isKept: false });
  expect(readdirSync(join(folder, draft.id))).toEqual(['draft.json']);
});

test('what is no id finds nothing, though it is the path of a draft', () => {
  const folder = newFolder();
  const draft = openDrafts(join(folder, 'a')).add('a.txt', Buffer.from('a'));
  const drafts = openDrafts(join(folder, 'b'));
  expect(drafts.find(`../a/${draft.id}`)).toBeNull();
  expect(drafts.find('')).toBeNull();
  expect(drafts.list()).toEqual([]);
});

test('a draft that is broken is not listed', () => {
  const folder = newFolder();
  const drafts = openDrafts(folder);
  const draft = drafts.add('a.txt', Buffer.from('a'));
  writeFileSync(join(folder, draft.id, 'draft.json'), '{"id": 1}');
  expect(drafts.list()).toEqual([]);
});

test('a draft that is taken away leaves nothing', () => {
  const folder = newFolder();
  const drafts = openDrafts(folder);
  const draft = drafts.add('a.txt', Buffer.from('a'));
  drafts.remove(draft);
  expect([drafts.find(draft.id), existsSync(join(folder, draft.id))]).toEqual([null, false]);
});
