import { expect, test } from 'vitest';
import { Numbering } from '../../../../src/import/word/numbering.ts';
import { fault, remark, type WordContext } from '../../../../src/import/word/word-context.ts';

const contextAt = (place: string): WordContext => ({
  ...{ numbering: new Numbering(''), styles: new Map(), place },
  ...{ remarks: [], faults: [] },
});

test('what is unreadable in a cell is a fault of its row', () => {
  const context = contextAt('第 1 张表第 3 行第 2 格');
  fault(context, '图片');
  expect(context).toMatchObject({ remarks: [], faults: ['第 1 张表第 3 行第 2 格：图片'] });
});

test('what is unreadable between tables is no value, so that it is only remarked on', () => {
  const context = contextAt('');
  fault(context, '图片');
  expect(context).toMatchObject({ remarks: ['表格以外：图片'], faults: [] });
});

test('a remark names its place', () => {
  const context = contextAt('第 2 张表第 1 行第 1 格');
  remark(context, '批注');
  expect(context).toMatchObject({ remarks: ['第 2 张表第 1 行第 1 格：批注'], faults: [] });
});
