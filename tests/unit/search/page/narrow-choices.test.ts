import { expect, test } from 'vitest';
import { narrowChoices } from '../../../../src/search/page/narrow-choices.ts';

const bodies = ['青溪县水务局', '青溪县卫生健康局', '青溪县财政局'].map((value) => ({ value, count: 2 }));
const narrow = (typed: string) => {
  const [named, chosen] = narrowChoices(bodies, typed);
  return [named.map(({ value }) => value), chosen];
};

test('an empty box lists all bodies and chooses none', () => {
  expect(narrow(' ')).toEqual([bodies.map(({ value }) => value), '']);
});

test.each([
  ['青 溪 县', bodies.map(({ value }) => value), ''],
  ['水务', ['青溪县水务局'], '青溪县水务局'],
  ['卫健局', ['青溪县卫生健康局'], '青溪县卫生健康局'],
  ['税务', [], ''],
])('“%s” lists %j and chooses “%s”', (typed, named, chosen) => {
  expect(narrow(typed)).toEqual([named, chosen]);
});

test('a single body that nothing has to name is chosen', () => {
  expect(narrowChoices(bodies.slice(0, 1), '')).toEqual([bodies.slice(0, 1), '青溪县水务局']);
});
