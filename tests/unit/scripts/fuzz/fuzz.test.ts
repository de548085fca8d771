/** 10,000 generated disclosures are read as they were written; cases that once failed never fail again. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDamaged, checkRoundTrip } from '../../../../scripts/fuzz/check-case.ts';
import type { DisclosureModel, ProjectModel } from '../../../../scripts/fuzz/disclosure-model.ts';
import { checkCase, runCases, type FuzzCase } from '../../../../scripts/fuzz/run-cases.ts';

const fixtures = new URL('fixtures/', import.meta.url);

test.each(readdirSync(fixtures))('%s, which once failed, does not', (name) => {
  checkCase(JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as FuzzCase);
});

/** Ten tests, so that a failure names its seed. */
describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('seed %i', (seed) => {
  test('1,000 disclosures go round without a crash, a wait or a lost cell', { timeout: 120_000 }, () => {
    expect(runCases(1000, seed)).toBeNull();
  });
});

describe('the checks themselves', () => {
  const project: ProjectModel = {
    texts: { name: '河道清淤' },
    period: null,
    budget: { label: '预算金额(元)', text: '1.00', yuan: '1.00' },
    goals: { period: null, annual: null },
    columns: [],
    groups: [
      {
        category: '产出指标',
        subgroups: [
          {
            subcategory: '数量指标',
            rows: [{ name: '长度', periodTarget: '9', annualTarget: '3', details: [] }],
          },
        ],
      },
    ],
    others: [],
  };
  const model: DisclosureModel = {
    year: 2026,
    projects: [project],
    layout: {
      kind: 'tabs',
      lineEnding: '\n',
      isMerged: true,
      gap: 1,
      trailing: 0,
      isQuoted: false,
      hasByteOrderMark: false,
      hasTitles: true,
    },
  };

  test('find a record that is not what was written', () => {
    checkRoundTrip(model);
    const other = { ...model, projects: [{ ...project, budget: { ...project.budget, yuan: '2.00' } }] };
    expect(() => {
      checkRoundTrip(other);
    }).toThrow('expected');
  });

  test('take an error for an answer where a file is damaged, and only there', () => {
    checkDamaged(model, [{ at: 0, remove: 0, insert: '\0' }]);
    const broken = { ...model, projects: [{ ...project, budget: { ...project.budget, text: 'x' } }] };
    expect(() => {
      checkRoundTrip(broken);
    }).toThrow('unexpected error');
  });
});
