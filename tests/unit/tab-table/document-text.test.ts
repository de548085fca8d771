import type { ParseContext } from 'micromark-util-types';
import { expect, test } from 'vitest';
import { documentText } from '../../../src/tab-table/document-text.ts';

test('the text of a document that has not begun is empty', () => {
  expect(documentText({} as ParseContext)).toBe('');
});
