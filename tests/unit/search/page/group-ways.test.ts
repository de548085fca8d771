import { expect, test } from 'vitest';
import { groupWays } from '../../../../src/search/page/group-ways.ts';
import type { Way } from '../../../../src/search/query.ts';

const way = (kind: Way['kind']): Way => ({ kind, text: kind, count: 1 });

test('what sounds or looks alike comes before the parts', () => {
  const groups = groupWays([way('parts'), way('sound'), way('part'), way('near')]);
  expect(groups.map(({ id, ways }) => [id, ...ways.map(({ text }) => text)])).toEqual([
    ['near', 'sound', 'near'],
    ['apart', 'parts', 'part'],
  ]);
});

test.each<[Way['kind'], string[]]>([
  ['sound', ['near']],
  ['near', ['near']],
  ['parts', ['apart']],
  ['part', ['apart']],
  ['filter', []],
])('a search of the kind %s is in the groups %j', (kind, ids) => {
  expect(groupWays([way(kind)]).map(({ id }) => id)).toEqual(ids);
});
