import { expect, test } from 'vitest';
import { formatNotices } from '../../../src/content/format-notices.ts';
import { toNotice } from '../../../src/record/notices.ts';

const path = 'disclosures/2026/a.md';
const notices = [
  toNotice({ path, line: 7, column: 14 }, 'budget/not-a-number', '不是数字'),
  toNotice({ path, line: 9, column: 1 }, 'target/missing', '没有写'),
];

test('each notice is a line with its place, severity and rule', () => {
  expect(formatNotices(notices).split('\n')).toEqual([
    'disclosures/2026/a.md:7:14 error budget/not-a-number 不是数字',
    'disclosures/2026/a.md:9:1 warning target/missing 没有写',
  ]);
  expect(formatNotices([])).toBe('');
});

test('paths are written as the caller wants them', () => {
  expect(formatNotices(notices.slice(0, 1), (own) => `content/${own}`)).toMatch(/^content\/disclosures\//);
});
