import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { NoticeSchema, ProjectSchema } from '../../../src/record/disclosure-schema.ts';
import { faultsOf } from './faults-of.ts';

describe('the record', () => {
  const path = 'disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
  const { projects } = readDisclosure(new VFile({ path, value: readFileSync(`content/${path}`) }));
  const [project] = projects;
  if (!project) throw new Error('the published file has no project');

  test('is right as it is read from the published file', () => {
    expect(faultsOf(ProjectSchema, project)).toEqual([]);
  });

  test.each([
    ['budget.yuan', { budget: { ...project.budget, yuan: '-1.00' } }],
    ['budget.yuan', { budget: { ...project.budget, yuan: '1.000' } }],
    ['budget.yuan', { budget: { ...project.budget, yuan: '1.0' } }],
    ['source.sha256', { source: { ...project.source, sha256: `${project.source.sha256}0` } }],
    ['source.sha256', { source: { ...project.source, sha256: `0${project.source.sha256}` } }],
    ['source.startLine', { source: { ...project.source, startLine: 0 } }],
  ])('is wrong at %s: %j', (fault, change) => {
    expect(faultsOf(ProjectSchema, { ...project, ...change })).toEqual([fault]);
  });

  test.each(['≥', '≤', '>', '<', '=', '≈', null])('knows the comparator %s', (comparator) => {
    const [indicator] = project.indicators;
    const target = { text: '1', comparator, value: '1', upper: null, unit: null };
    expect(
      faultsOf(ProjectSchema, { ...project, indicators: [{ ...indicator, annualTarget: target }] }),
    ).toEqual([]);
  });

  const notice = { severity: 'error', path, line: 1, column: 1, message: '没有读出一张表' };

  test.each([
    ['budget/cost-mismatch', 'error', 0],
    ['budget/cost-mismatch', 'warning', 0],
    ['budget/cost-mismatch', 'info', 0],
    ['budget/cost-mismatch', '', 1],
    ['1budget/cost-mismatch', 'error', 1],
    ['budget/cost-mismatch2', 'error', 1],
  ])('of the notice %s (%s) has %i faults', (rule, severity, count) => {
    expect(faultsOf(NoticeSchema, { ...notice, rule, severity })).toHaveLength(count);
  });
});
