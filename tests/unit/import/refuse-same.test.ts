import { expect, test } from 'vitest';
import type { Original } from '../../../src/import/open-original.ts';
import { refuseSame } from '../../../src/import/refuse-same.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const [A, B] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];
const original = (name: string, sha256: string): Original => ({
  ...{ name, sha256, bytes: Buffer.alloc(0), pieces: [], parts: ['表'] },
  ...{ pages: undefined, layouts: [], hasMore: false },
});
const folder = writeFiles(tempFolders()(), {
  'disclosures/2026/old.md': `---\noriginals:\n  - name: 甲.xlsx\n    sha256: ${A}\n---\n`,
});
const NEW = 'disclosures/2026/new.md';
const OLD = 'disclosures/2026/old.md';

test('an original is imported once', () => {
  expect(() => {
    refuseSame([original('乙.xlsx', B), original('甲.xlsx', A)], NEW, folder);
  }).toThrow(`甲.xlsx：这份原件已经导入为 ${OLD}，不能再导入为 ${NEW}`);
  expect(() => {
    refuseSame([original('甲.xlsx', B), original('丙.xlsx', B)], NEW, folder);
  }).toThrow('丙.xlsx 和 甲.xlsx 是同一份原件');
});

test('another, or one that replaces itself, is not refused', () => {
  refuseSame([original('乙.xlsx', B)], NEW, folder);
  refuseSame([original('甲.xlsx', A), original('乙.xlsx', B)], OLD, folder);
});
