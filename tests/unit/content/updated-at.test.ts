import { expect, test } from 'vitest';
import { versionOf, type ContentHistory } from '../../../src/content/content-history.ts';
import { updatedAt } from '../../../src/content/updated-at.ts';

const commit = { id: 'ab12', date: '2026-03-01T08:00:00.000Z' };
const history: ContentHistory = {
  commit,
  modified: new Set(['changed.md', 'new.md']),
  byPath: new Map(['a.md', 'changed.md'].map((path) => [path, commit])),
};

test.each([
  ['a.md', undefined, commit.date],
  ['a.md', '2026-02-01', commit.date],
  ['a.md', '2026-04-01', '2026-04-01T00:00:00.000Z'],
  ['new.md', '2026-02-01', '2026-02-01T00:00:00.000Z'],
  ['new.md', undefined, null],
])('%s of %s was changed on %s', (path, published, date) => {
  expect(updatedAt({ path, publication: { published } }, history)).toBe(date);
});

test('a version says whether the file is still that', () => {
  expect(['a.md', 'changed.md', 'new.md'].map((path) => versionOf(path, history))).toEqual([
    { commit, isModified: false },
    { commit, isModified: true },
    null,
  ]);
});
