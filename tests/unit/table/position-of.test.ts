import { expect, test } from 'vitest';
import { positionOf } from '../../../src/table/position-of.ts';

test('a tree that was not parsed is refused', () => {
  expect(() => positionOf({ type: 'table', children: [] })).toThrow('Unexpected table without a position');
});
