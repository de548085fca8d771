import { expect, test } from 'vitest';
import { unwrittenGroup } from '../../../src/display/unwritten-group.ts';
import type { Asked } from '../../../src/record/disclosure-schema.ts';
import { aProject } from './a-project.ts';

const { source } = aProject();
const formWith = (...columns: Asked['columns']) => ({
  source: { ...source, asked: { fields: [], columns } },
});

test.each([
  ['each form asks for it', [formWith('category', 'subcategory'), formWith('subcategory')], '未写二级指标'],
  ['one form does not ask for it', [formWith('subcategory'), formWith('category')], '没有二级指标'],
  ['no form asks for it', [formWith('category')], '没有二级指标'],
])('where %s', (_, projects, words) => {
  expect(unwrittenGroup('二级指标', 'subcategory', projects)).toBe(words);
});
