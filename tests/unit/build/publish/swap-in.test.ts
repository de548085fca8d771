import { expect, test } from 'vitest';
import { checkOutput } from '../../../../src/build/publish/swap-in.ts';

test('a mount point is no output folder: it can not be renamed', () => {
  expect(() => checkOutput('/proc', [])).toThrow('输出文件夹 /proc 是一个挂载点');
  expect(() => checkOutput('/proc', [])).toThrow('/proc/site');
});
