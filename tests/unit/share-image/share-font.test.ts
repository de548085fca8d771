import { expect, test } from 'vitest';
import { openShareFont } from '../../../src/share-image/share-font.ts';

const font = openShareFont();

test('a text has the files of its characters, each once', () => {
  const files = font.filesFor('市直机关 2026，12,500.00 元');
  const all = [...(files ?? [])].flatMap(({ characters }) => [...characters]);
  expect(files?.size).toBeGreaterThan(1);
  expect(all).toEqual(
    expect.arrayContaining(Array.from('市直机关 2026，.元', (each) => each.codePointAt(0))),
  );
  // No character is in two of them: which file draws it does not depend on what was drawn before.
  expect(new Set(all).size).toBe(all.length);
});

test.each(['第Ⅲ期', '䶮', '𬭎', '🏗', 'مشروع', '\n', '\u200B'])('the font lacks a character of %j', (text) => {
  expect(font.filesFor(`河道${text}`)).toBeNull();
});

test.each(['（一）“十四五”《规划》、；：！？％℃㎡—…·×≥①〔2026〕【】', 'ABCabc09.,-/()%', '镕喆堃昇犇淼鑫'])(
  'the font has %s',
  (text) => {
    expect(font.filesFor(text)).not.toBeNull();
  },
);
