import { expect, test } from 'vitest';
import { largestRows } from '../../../src/display/largest-rows.ts';
import { aProject } from './a-project.ts';

const before = { ...aProject({ name: '操场翻新', yuan: '50000.00' }), id: '2025/a/b' };
const after = { ...aProject({ name: '运动场修缮', yuan: '80000.00' }), id: '2026/a/c' };
const unfunded = { ...after, budget: null };

test.each([
  [
    'in both years is called as in the later one',
    { before, after, yuan: '30000.00' },
    { name: '运动场修缮', href: '/2026/a/c/', id: '2026/a/c', before: '50000.00', after: '80000.00' },
  ],
  [
    'of the later year alone is new',
    { after, yuan: '80000.00' },
    { name: '运动场修缮', href: '/2026/a/c/', id: '2026/a/c', note: '新列', after: '80000.00' },
  ],
  [
    'of the earlier year alone is no longer listed',
    { before, yuan: '-50000.00' },
    { name: '操场翻新', href: '/2025/a/b/', id: '2025/a/b', note: '没有再列', before: '50000.00' },
  ],
  [
    'without a sum in a year has none there',
    { before: unfunded, after: unfunded, yuan: '0.00' },
    { name: '运动场修缮', href: '/2026/a/c/', id: '2026/a/c', before: null, after: null },
  ],
])('a project %s', (_, change, row) => {
  expect(largestRows([change], 1)).toEqual([{ ...row, yuan: change.yuan }]);
});

test('at most so many rows as are asked for', () => {
  const changes = ['3.00', '-2.00', '1.00'].map((yuan) => ({ before, after, yuan }));
  expect(largestRows(changes, 2).map(({ yuan }) => yuan)).toEqual(['3.00', '-2.00']);
});
