import { expect, test } from 'vitest';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { countAnswers, dueDay } from '../../../src/site/count-answers.ts';

const projects = ['a', 'b', 'c', 'd'].map((id) => ({ id }) as Project);
const answer = (published?: string) => ({
  file: { entry: { publication: published === undefined ? {} : { published } } },
});
const answers = new Map([
  ['a', answer('2026-06-30')],
  ['b', answer('2026-07-01')],
  ['c', answer()],
  ['elsewhere', answer('2027-01-01')],
]);

test('results are due in the year after, where the site sets a day', () => {
  expect(dueDay(2025, '06-30')).toBe('2026-06-30');
  expect(dueDay(2025, undefined)).toBeNull();
});

test('a result is late after the last day; without a day of publication it is not called late', () => {
  const counted = countAnswers(projects, answers, '2026-06-30');
  expect(counted).toMatchObject({ total: 4, published: 3, late: 1 });
  expect(counted.missing.map(({ id }) => id)).toEqual(['d']);
});

test('nothing is late where no day is set', () => {
  expect(countAnswers(projects, answers, null)).toMatchObject({ published: 3, late: 0 });
});
