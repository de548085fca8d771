import { expect, test } from 'vitest';
import { sentence, splitMessage } from '../../../src/record/message.ts';

const position = { line: 7, column: 3 };

test('a position is written as its line, and kept with its offsets', () => {
  const message = sentence`预算金额（${position}）${'27,700.00'} 元`;
  expect(message).toEqual({
    message: '预算金额（第 7 行）27,700.00 元',
    related: [{ line: 7, column: 3, start: 5, end: 10 }],
  });
});

test('a message is split at the positions that it names', () => {
  expect(splitMessage(sentence`在${position}已有`)).toEqual([
    '在',
    { line: 7, column: 3, start: 1, end: 6 },
    '已有',
  ]);
  expect(splitMessage(sentence`${position}`)).toHaveLength(1);
});

test('text that looks like a position stays text', () => {
  expect(splitMessage({ message: '见第 7 行' })).toEqual(['见第 7 行']);
});
