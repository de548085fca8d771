import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { toChanges } from '../../../src/display/changes.ts';
import {
  describeDifference,
  describeLeftOutOfBoth,
  describeProjects,
  formatChange,
} from '../../../src/display/describe-changes.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';

const project = (id: string, yuan: string | null) =>
  ({
    id,
    name: id,
    budget: yuan === null ? null : { text: yuan, yuan },
    indicators: [],
  }) as unknown as Project;
const pairsOf = (pairs: readonly (readonly [Project, Project])[]) =>
  new Map(pairs.map(([before, after]) => [after.id, { before, after, by: 'code' as const }]));

const [stays, ends, rises, nothing] = [
  project('a', '5.00'),
  project('b', '1.50'),
  project('c', '10.00'),
  project('d', null),
];
const [stayed, risen, funded, added] = [
  project('a2', '4.99'),
  project('c', '12.00'),
  project('d', '3.00'),
  project('e', '0.10'),
];
const changes = toChanges(
  [rises, stays, ends, nothing],
  [risen, stayed, funded, added],
  pairsOf([
    [stays, stayed],
    [rises, risen],
    [nothing, funded],
  ]),
  [2025, 2026],
);

test('says what stayed, came and is no longer listed, and what each adds', () => {
  expect(changes.lines).toEqual([
    { kind: 'ended', count: 1, yuan: '-1.50' },
    { kind: 'added', count: 1, yuan: '0.10' },
    { kind: 'raised', count: 1, yuan: '2.00' },
    { kind: 'lowered', count: 1, yuan: '-0.01' },
    { kind: 'unknown', count: 1, yuan: '3.00' },
  ]);
  expect(changes.renamed.map(({ before, after }) => [before.id, after.id])).toEqual([['a', 'a2']]);
  expect(changes.stay.map(({ yuan }) => yuan)).toEqual(['2.00', '-0.01', null]);
  expect(changes.largest.map(({ yuan }) => yuan)).toEqual(['2.00', '-1.50', '0.10', '-0.01']);
});

test('in words: the difference, the projects, and those without a sum', () => {
  expect(describeDifference(changes)).toBe('2026年比2025年多 0.000359 万元（21.8%）');
  expect(describeProjects(changes)).toBe('3 个项目两年都有，其中 1 个改了名；1 个新列，1 个没有再列');
  expect(describeLeftOutOfBoth(changes)).toBe('表上没有金额的项目不在合计里：2025年 1 个。');
  const none = toChanges([nothing], [risen], new Map(), [2025, 2026]);
  expect(describeDifference(none)).toBe('2025年的表上没有金额，两年的合计不能比');
  expect(describeProjects(none)).toBe('没有两年都有的项目；1 个新列，1 个没有再列');
  const same = toChanges([stays], [stays], pairsOf([[stays, stays]]), [2025, 2026]);
  expect([describeDifference(same), describeProjects(same), describeLeftOutOfBoth(same)]).toEqual([
    '2026年和2025年的合计相同',
    '1 个项目两年都有',
    '',
  ]);
  expect(['-1234.50', '0.00', '1234.50'].map(formatChange)).toEqual(['−1,234.50', '0.00', '+1,234.50']);
});

test('the largest difference comes first; budgets that are equal or missing differ by none', () => {
  const [equal, later] = [project('s', '3.00'), project('s', '3.00')];
  const unfunded = project('n', null);
  const { stay, largest, lines } = toChanges(
    [nothing, stays, equal, rises],
    [funded, stayed, later, risen, unfunded],
    pairsOf([
      [nothing, funded],
      [stays, stayed],
      [equal, later],
      [rises, risen],
    ]),
    [2025, 2026],
  );
  expect(stay.map(({ yuan }) => yuan)).toEqual(['2.00', '-0.01', '0.00', null]);
  expect(largest.map(({ yuan }) => yuan)).toEqual(['2.00', '-0.01']);
  expect(lines.map(({ kind, yuan }) => [kind, yuan])).toEqual([
    ['added', '0.00'],
    ['raised', '2.00'],
    ['lowered', '-0.01'],
    ['same', '0.00'],
    ['unknown', '3.00'],
  ]);
});

test('a pair with a project of another year is none', () => {
  const elsewhere = project('z', '1.00');
  const { stay, added, ended } = toChanges([ends], [risen], pairsOf([[elsewhere, risen]]), [2025, 2026]);
  expect([stay, added, ended]).toEqual([[], [risen], [ends]]);
});

test('from the first total the lines lead to the second, to the fen, whatever the projects', () => {
  const budget = fc.option(fc.nat(1e9).map((fen) => (fen / 100).toFixed(2)));
  const one = fc.record({
    before: fc.option(budget, { nil: undefined }),
    after: fc.option(budget, { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (all) => {
      const made = all.map(({ before, after }, place) => ({
        before: before === undefined ? [] : [project(`${place}`, before)],
        after: after === undefined ? [] : [project(`${place}`, after)],
      }));
      const [before, after] = [made.flatMap((each) => each.before), made.flatMap((each) => each.after)];
      const pairs = made.flatMap((each) =>
        each.before[0] && each.after[0] ? [[each.before[0], each.after[0]] as const] : [],
      );
      const { lines, ...totals } = toChanges(before, after, pairsOf(pairs), [2025, 2026]);
      const sum = lines.reduce((total, { yuan }) => total.plus(yuan), new Decimal(totals.before.yuan ?? 0));
      expect(sum.toFixed(2)).toBe(totals.after.yuan ?? '0.00');
      const count = (kind: string) => lines.find((line) => line.kind === kind)?.count ?? 0;
      expect(totals.before.count - count('ended') + count('added')).toBe(totals.after.count);
      expect(totals.stay.length + totals.added.length).toBe(after.length);
      expect(totals.stay.length + totals.ended.length).toBe(before.length);
    }),
  );
});
