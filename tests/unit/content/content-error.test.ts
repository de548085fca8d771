import { relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ContentError } from '../../../src/content/content-error.ts';
import { toNotice } from '../../../src/record/notices.ts';

test('an error lists all that is wrong, with paths from the working directory', () => {
  const notices = ['a.md', 'b.md'].map((path) =>
    toNotice({ path, line: 2, column: 3 }, 'file/unreadable', '打不开'),
  );
  const error = new ContentError(notices, '/some/content');
  expect(error.name).toBe('ContentError');
  expect(error.message).toContain('有 2 处错误');
  expect(error.message.split('\n').slice(1)).toEqual(
    ['a.md', 'b.md'].map(
      (path) => `${relative('', resolve('/some/content', path))}:2:3 error file/unreadable 打不开`,
    ),
  );
});
