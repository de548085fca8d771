import { expect, test } from 'vitest';
import { foldText } from '../../../src/verify/fold-text.ts';

test('a text has one form, without spaces', () => {
  expect(foldText(' ２０２６年（１）\u200b 目标：\n≥9 5％ ')).toBe('2026年(1)目标:≥95%');
});

test('a radical is the ideograph that it is written as', () => {
  expect(foldText('⽤⼾⻅⻓⻋⻣⺠⾭')).toBe('用户见长车骨民青');
});
