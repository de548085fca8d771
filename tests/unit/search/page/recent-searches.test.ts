import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  forgetSearches,
  recentSearches,
  rememberSearch,
} from '../../../../src/search/page/recent-searches.ts';

/** What a browser keeps. Node has no such store. */
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('searches are listed with the latest first, each once, without spaces around it', () => {
  for (const text of ['党建', ' 民兵 ', '党建']) rememberSearch(text);
  expect(recentSearches()).toEqual(['党建', '民兵']);
});

test('a search for nothing is not kept', () => {
  rememberSearch(' \u3000');
  expect(kept.size).toBe(0);
});

test('six searches are kept', () => {
  for (const text of '一二三四五六七') rememberSearch(text);
  expect(recentSearches()).toEqual(['七', '六', '五', '四', '三', '二']);
});

test('of searches that are forgotten nothing is left on the device', () => {
  rememberSearch('党建');
  forgetSearches();
  expect(recentSearches()).toEqual([]);
  expect(kept.size).toBe(0);
});

test.each([
  ['no list', '{"a":1}', []],
  ['no JSON', '[', []],
  ['other things besides texts', '["党建",1,null]', ['党建']],
])('where the device holds %s, only texts are listed', (_name, value, expected) => {
  rememberSearch('x');
  for (const key of kept.keys()) kept.set(key, value);
  expect(recentSearches()).toEqual(expected);
});

test('a browser that keeps nothing has no recent searches, and no error', () => {
  const refuse = () => {
    throw new Error('SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  rememberSearch('党建');
  forgetSearches();
  expect(recentSearches()).toEqual([]);
});
