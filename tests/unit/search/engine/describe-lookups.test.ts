import { expect, test } from 'vitest';
import { describeLookups } from '../../../../src/search/engine/describe-lookups.ts';
import type { ProjectTable } from '../../../../src/search/engine/filter-projects.ts';
import type { Lookup } from '../../../../src/search/engine/look-up.ts';

const bodies = ['青溪县卫生健康局', '云岭市卫生健康局'];
const projects = { table: { bodies }, names: bodies } as unknown as ProjectTable;

function describe(typed: string, found: Partial<Lookup>, asked = typed) {
  const lookup: Lookup = {
    ...{ typed, matches: new Map(), word: [typed], bodies: [] },
    ...{ isPinyin: false, isNamesOnly: false, isInside: false },
    ...found,
  };
  return describeLookups([lookup], [{ kind: 'word', text: asked }], projects);
}

const plain = { readAs: [], bodiesMeant: [], isNamesOnly: false };

test('a word that names no body is only itself', () => {
  expect(describe('清淤', {})).toEqual({ ...plain, words: ['清淤'] });
});

test('a short name is explained by the bodies that it means, a part of their name is not', () => {
  expect(describe('卫健委', { bodies: [0, 1] })).toEqual({
    ...{ ...plain, words: ['卫健委'] },
    bodiesMeant: [['卫健委', bodies]],
  });
  expect(describe('卫生', { bodies: [0, 1] })).toEqual({ ...plain, words: ['卫生'] });
});

test('pinyin is explained by the texts that it is read as, and not by bodies', () => {
  const read = { ...plain, words: ['卫生'], readAs: ['卫生'] };
  expect(describe('weisheng', { isPinyin: true, word: ['卫生'], bodies: [0] })).toEqual(read);
  expect(describe('weisheng', { isPinyin: true, word: ['卫生'], bodies: [] })).toEqual(read);
});

test('a word in traditional characters is explained by the simplified one', () => {
  expect(describe('卫生', {}, '衛生')).toEqual({ ...plain, words: ['卫生'], readAs: ['卫生'] });
});

test('that only names were searched is said', () => {
  expect(describe('清淤', { isNamesOnly: true })).toEqual({ ...plain, words: ['清淤'], isNamesOnly: true });
});
