import { expect, test } from 'vitest';
import { symbolCharacter } from '../../../src/import/symbol-characters.ts';

test.each([
  ['Symbol', 0xb3, '≥'],
  ['Symbol', 0xf0b3, '≥'],
  ['Wingdings', 0xfe, '☑'],
  ['Wingdings', 0xf0fe, '☑'],
  ['Wingdings 2', 0x52, '☑'],
  ['Wingdings', 0x52, null],
  ['宋体', 0xb3, null],
  ['宋体', 0xf0b3, null],
  ['宋体', 0x2264, '≤'],
  ['Symbol', 0x100, 'Ā'],
  ['Symbol', 0xff, null],
  // Private characters of other fonts.
  ['Symbol', 0xdfff, '\udfff'],
  ['Symbol', 0xe000, null],
  ['Symbol', 0xf100, null],
  ['Symbol', 0xf8ff, null],
  ['Symbol', 0xf900, '\uf900'],
])('in %s %i is %s', (font, code, character) => {
  expect(symbolCharacter(font, code)).toBe(character);
});
