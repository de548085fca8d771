import { expect, test } from 'vitest';
import { directionNotices } from '../../../src/content/report-directions.ts';

const PATH = 'disclosures/2026/a.md';

test('a character that turns text round is a warning at its place, one a line', () => {
  const text = '项目名称\t\u202E河道\u202C清淤\n预算\n用款单位\t甲\u2067局';
  expect(directionNotices(PATH, text)).toMatchObject([
    {
      rule: 'cell/direction-mark',
      severity: 'warning',
      line: 1,
      column: 6,
      message: expect.stringContaining('U+202E') as string,
    },
    { line: 3, column: 7, message: expect.stringContaining('U+2067') as string },
  ]);
});

test.each(['项目名称\t河道清淤', '\u200F甲', ''])('in %j there is none', (text) => {
  expect(directionNotices(PATH, text)).toEqual([]);
});
