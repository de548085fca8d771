import { expect, test } from 'vitest';
import { joinConservation } from '../../../src/build/join-conservation.ts';

const part = (name: string, cells: number) => ({
  ...{ cells, projects: 2 * cells, losses: [`${name}丢`], known: 3 * cells },
  verified: new Map([[name, { cells, projects: 1 }]]),
});

test('what was found in parts, and in the rest of the site, is added up in their order', () => {
  expect(joinConservation([part('甲', 100), part('乙', 10)], { cells: 1, losses: ['站'] })).toEqual({
    ...{ cells: 111, projects: 220, losses: ['甲丢', '乙丢', '站'], known: 330 },
    verified: new Map([
      ['甲', { cells: 100, projects: 1 }],
      ['乙', { cells: 10, projects: 1 }],
    ]),
  });
});
