import { runInNewContext } from 'node:vm';
import { stripTypeScriptTypes } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const code = stripTypeScriptTypes(readFileSync('src/check/fill-in-builtins.ts', 'utf8'));

/** Runs the module and then an expression, in a world of its own. */
function run(expression: string, isOld: boolean): unknown {
  const old = 'delete Map.groupBy; delete Array.prototype.toReversed; delete Array.prototype.toSorted;';
  return JSON.parse(String(runInNewContext(`${isOld ? old : ''}${code}; JSON.stringify(${expression})`)));
}

test.each([
  [
    "[...Map.groupBy(['a', 'bb', 'c'], (text) => text.length)]",
    [
      [1, ['a', 'c']],
      [2, ['bb']],
    ],
  ],
  [
    "[...Map.groupBy(new Set(['a', 'b']), (_, index) => index)]",
    [
      [0, ['a']],
      [1, ['b']],
    ],
  ],
  [
    '[[1, 2].toReversed(), [3, 1, 2].toSorted((a, b) => b - a), [3, 11].toSorted()]',
    [
      [2, 1],
      [3, 2, 1],
      [11, 3],
    ],
  ],
  ['(() => { const list = [2, 1]; list.toSorted(); list.toReversed(); return list; })()', [2, 1]],
  ['Object.keys([])', []],
])('%s is the same in an old browser', (expression, value) => {
  expect(run(expression, false)).toEqual(value);
  expect(run(expression, true)).toEqual(value);
});

test('what a browser has stays', () => {
  expect(run('Map.groupBy.toString().includes("[native code]")', false)).toBe(true);
  expect(run('Map.groupBy.toString().includes("[native code]")', true)).toBe(false);
});
