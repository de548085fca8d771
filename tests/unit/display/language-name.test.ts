import { expect, test } from 'vitest';
import { languageName } from '../../../src/display/language-name.ts';

test.each([
  ['en', 'English'],
  ['fr', 'français'],
  ['qqq', 'qqq'],
])('the language %s calls itself %s', (lang, name) => {
  expect(languageName(lang)).toBe(name);
});
