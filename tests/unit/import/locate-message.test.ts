import { expect, test } from 'vitest';
import { locateMessage } from '../../../src/import/locate-message.ts';
import { sentence } from '../../../src/record/message.ts';

test('lines of the text become rows of the original, where it has them', () => {
  const origins = new Map([
    [7, { part: '工作表“表”', row: 3 }],
    [8, { part: '第 2 页', row: null }],
  ]);
  const at = (line: number) => ({ line, column: 1 });
  expect(locateMessage(sentence`金额（${at(7)}）和 ${at(8)}、${at(9)}不同`, origins)).toBe(
    '金额（工作表“表”第 3 行）和 第 2 页、第 9 行不同',
  );
  expect(locateMessage({ message: '第 7 行' }, origins)).toBe('第 7 行');
});
