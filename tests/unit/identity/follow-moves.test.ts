import { expect, test } from 'vitest';
import { followMoves } from '../../../src/identity/follow-moves.ts';

const moved = {
  '/2026/a/old/': '/2026/a/new/',
  '/2026/a/new/': '/2026/b/new/',
  '/2026/a/old/#row': '/2026/a/old/#other-row',
  '/2026/c/x/': '/2026/c/y/',
  '/2026/c/y/': '/2026/c/x/',
};

test.each([
  ['/2026/a/old/', '/2026/b/new/'],
  ['/2026/b/new/', '/2026/b/new/'],
  ['/2026/a/new/#cost', '/2026/b/new/#cost'],
  ['/2026/a/old/#row', '/2026/b/new/#other-row'],
  ['/2026/d/z/#row', '/2026/d/z/#row'],
  ['/2026/c/x/', null],
  ['/2026/c/x/#row', null],
])('%s leads to %s', (from, to) => {
  expect(followMoves(from, moved)).toBe(to);
});

test('the first page on the way that is there is where a path leads', () => {
  const isCurrent = (path: string) => path === '/2026/a/new/';
  expect(followMoves('/2026/a/old/', moved, isCurrent)).toBe('/2026/a/new/');
  expect(followMoves('/2026/b/new/', moved, isCurrent)).toBeNull();
});
