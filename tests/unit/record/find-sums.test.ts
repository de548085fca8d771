import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSums, type Summand } from '../../../src/record/find-sums.ts';

const sum = (amount: string | number): Summand => ({
  amount: new Decimal(amount),
  isBare: true,
  isOffice: false,
});
const project = (amount: string | number): Summand => ({ ...sum(amount), isBare: false });
/** Places of the items that are sums. */
const placesOf = (...items: Summand[]) =>
  [...findSums(items).keys()].map((item) => items.indexOf(item)).sort();

test('sums of units, and of a body over them, are found; exactly', () => {
  const items = [sum('0.3'), sum('0.10'), project('0.1'), sum('0.2'), project('0.2')];
  expect(placesOf(...items)).toEqual([0, 1, 3]);
});

test('a row that is no sum of what is behind it is none, nor is one without a figure', () => {
  expect(placesOf(sum(5), project(4), sum(2), project(2))).toEqual([2]);
  expect(placesOf({ ...sum(0), amount: null }, project(4))).toEqual([]);
  expect(placesOf(sum(4), { ...project(0), amount: null }, project(4))).toEqual([0]);
});

test("an office's sum may be more than all behind it, and nothing else", () => {
  const office = { ...sum(9), isOffice: true };
  const added = (...items: Summand[]) => [...findSums(items).values()];
  expect(added(office, project(4))).toEqual([false]);
  expect(added(sum(9), project(4))).toEqual([]);
  expect(added(office, project(4), project(6))).toEqual([]);
  expect(added(project(4), office)).toEqual([]);
});

test('a sum of nothing has a project behind it', () => {
  expect(placesOf(sum(0))).toEqual([]);
  expect(placesOf(sum(0), sum(4), project(4))).toEqual([1]);
  expect(placesOf(sum(0), project(0))).toEqual([0]);
});

test('the sums of any bodies with units and projects are all found', () => {
  const units = fc.array(fc.array(fc.nat(100), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  const total = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0);
  fc.assert(
    fc.property(fc.array(units, { minLength: 1, maxLength: 4 }), (bodies) => {
      const items = bodies.flatMap((body) => [
        sum(total(body.flat())),
        ...body.flatMap((unit) => [sum(total(unit)), ...unit.map(project)]),
      ]);
      expect(findSums(items).size).toBe(items.filter(({ isBare }) => isBare).length);
    }),
  );
});
