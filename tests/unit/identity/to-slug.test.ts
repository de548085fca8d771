import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSlug } from '../../../src/identity/to-slug.ts';

test.each([
  ['民兵事业费', 'min-bing-shi-ye-fei'],
  ['党员培训出勤率', 'dang-yuan-pei-xun-chu-qin-lv'],
  ['APP开发2.0（二期）', 'app-kai-fa-2-0-er-qi'],
  ['慰问（联系人13800138000）', 'wei-wen-lian-xi-ren-138'],
  ['11010519491231002X补助', '110-bu-zhu'],
  ['dongguan-zhishu-jiguan-gongwei', 'dongguan-zhishu-jiguan-gongwei'],
])('%s becomes %s', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});

test('a name that pinyin can not carry whole ends in a digest', () => {
  expect(toSlug('——')).toMatch(/^[\da-f]{8}$/);
  expect(toSlug('𠮷野家')).toMatch(/^ye-jia-[\da-f]{8}$/);
  expect(toSlug('长'.repeat(500))).toMatch(/^chang(?:-chang)*-[\da-f]{8}$/);
});

test.each([
  ['长'.repeat(19) + '床', /^(?:chang-){19}chuang$/],
  ['长'.repeat(19) + '床𠮷', /^(?:chang-){19}chuang-[\da-f]{8}$/],
  ['长'.repeat(30), /^(?:chang-){20}[\da-f]{8}$/],
  [`费${'长'.repeat(30)}`, /^fei-(?:chang-){19}[\da-f]{8}$/],
])('is cut behind a syllable, where it has more than 120 letters: %s', (name, slug) => {
  expect(toSlug(name)).toMatch(slug);
});

test('is a short, safe path segment for any name, and the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (name) => {
      const slug = toSlug(name);
      expect(slug).toMatch(/^[\da-z]+(?:-[\da-z]+)*$/);
      expect(slug.length).toBeLessThan(140);
      expect(toSlug(name)).toBe(slug);
    }),
  );
});

test('spells more names than it remembers', () => {
  for (let number = 0; number <= 50_000; number += 1) toSlug(`n${number}`);
  expect(toSlug('n0')).toBe('n0');
  expect(toSlug('河道清淤')).toBe('he-dao-qing-yu');
});
