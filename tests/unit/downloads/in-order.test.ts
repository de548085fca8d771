import { expect, test } from 'vitest';
import type { DataSet } from '../../../src/downloads/data-set.ts';
import type { MakeFiles } from '../../../src/downloads/files-in-worker.ts';
import { inOrder } from '../../../src/downloads/in-order.ts';
import { must } from '../../../src/record/must.ts';

const SETS = (
  [
    ['site', ''],
    ['year', '2025'],
    ['year', '2026'],
    ['body', '2026/b'],
    ['body', '2026/a'],
    ['body', '2026/a-b'],
    ['project', '2026/a/one'],
    ['project', '2026/a/two'],
  ] as const
).map(([kind, id]): DataSet => ({ kind, id, title: id, sources: [], results: { title: '', sources: [] } }));

/** Asks for the files of sets by their ids, and lists which sets were made then. Those of years and bodies are made elsewhere. */
function made(...ids: string[]): string[][] {
  let now: string[] = [];
  const here: MakeFiles = ({ id }) => {
    now.push(id);
    return Promise.resolve([]);
  };
  const elsewhere: MakeFiles = (set) => here(set);
  const files = inOrder(SETS, {
    ...{ site: here, year: elsewhere, body: elsewhere, project: here },
    ...{ results: elsewhere, result: here },
  });
  return ids.map((id) => {
    now = [];
    void files(must(SETS.find((set) => set.id === id)));
    return now;
  });
}

test('where files are made elsewhere, those of the next page are begun too, in the order of addresses', () => {
  expect(made('2026/a-b', '2026/a', '2026/b')).toEqual([['2026/a-b', '2026/a'], ['2026/b'], []]);
  expect(made('2025', '2026')).toEqual([['2025', '2026'], []]);
});

test('where files are made here, none are made ahead', () => {
  expect(made('2026/a/one', '2026/a/two')).toEqual([['2026/a/one'], ['2026/a/two']]);
});

test('files of the latest set of a kind are kept, and no others', () => {
  expect(made('2026/a/one', '2026/a/one', '2026/a/two', '2026/a/one')).toEqual([
    ['2026/a/one'],
    [],
    ['2026/a/two'],
    ['2026/a/one'],
  ]);
  expect(made('2026/a/one', '2025', '2026/a/one')).toEqual([['2026/a/one'], ['2025', '2026'], []]);
});

test('files of the whole site are kept until those of another page are asked for', () => {
  expect(made('', '')).toEqual([[''], []]);
  expect(made('', '2026/a/one', '')).toEqual([[''], ['2026/a/one'], ['']]);
});
