import { expect, test } from 'vitest';
import { simplifiedCharacters } from '../../../../src/search/index/simplified-characters.ts';

test('maps traditional characters to those that the content has, and leaves its own alone', () => {
  const known = simplifiedCharacters(new Set('党建满意度里说黨'.split('')));
  expect(known).toMatchObject({ 滿: '满', 裏: '里', 裡: '里', 說: '说' });
  expect(known).not.toHaveProperty('黨');
  expect(known).not.toHaveProperty('動');
});
