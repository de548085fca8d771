import { expect, test } from 'vitest';
import { chooseLines } from '../../../../scripts/mutation/choose-lines.ts';

const FILE = [
  'src/a.ts',
  [
    "import { join } from 'node:path';", // 1
    'import {',
    '  resolve,',
    "} from 'node:path';",
    '',
    '/** A comment', // 6
    ' * of lines. */',
    'interface Place {',
    '}',
    '// Another.', // 10
    'export function a(): string {',
    "  return join('a', resolve('b'));", // 12
    '}',
    '',
  ].join('\n'),
] as const;

test('lines of code are chosen, each once, and no others', () => {
  expect(chooseLines([FILE], 9, 1).toSorted()).toEqual(['src/a.ts:11-11', 'src/a.ts:12-12']);
});

test('a seed chooses the same lines each time, and another seed others', () => {
  const long = ['src/b.ts', Array.from({ length: 99 }, (_, index) => `call(${index});`).join('\n')] as const;
  const [first, again, other] = [1, 1, 2].map((seed) => chooseLines([long], 5, seed));
  expect(first).toHaveLength(5);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});
