import { describe, expect, it } from 'vitest';
import { splitRow } from '../../../src/tab-table/split-row.ts';

describe('splitRow', () => {
  it.each([
    [
      'a\tb',
      [
        ['a', 0, 1],
        ['b', 2, 3],
      ],
    ],
    [
      '\t',
      [
        ['', 0, 0],
        ['', 1, 1],
      ],
    ],
    [
      '"a"\t',
      [
        ['a', 0, 3],
        ['', 4, 4],
      ],
    ],
    [
      '"a"\t"b""\tc"',
      [
        ['a', 0, 3],
        ['b"\tc', 4, 11],
      ],
    ],
    [
      'a\t"b\nc"',
      [
        ['a', 0, 1],
        ['b\nc', 2, 7],
      ],
    ],
    [
      '"a"b\tc',
      [
        ['"a"b', 0, 4],
        ['c', 5, 6],
      ],
    ],
  ])('splits %j', (row, cells) => {
    expect(splitRow(row).map(({ value, start, end }) => [value, start, end])).toEqual(cells);
  });

  it('says which cells are quoted', () => {
    expect(splitRow('"a"\t"b\t""').map((cell) => cell.isQuoted)).toEqual([true, false, true]);
  });
});
