import { describe, expect, test } from 'vitest';
import { checkDamaged, checkRoundTrip } from '../../../../scripts/fuzz/check-case.ts';
import type { DisclosureModel, ProjectModel } from '../../../../scripts/fuzz/disclosure-arbitrary.ts';

describe('the checks themselves', () => {
  const project: ProjectModel = {
    texts: { name: '河道清淤', type: null, level: null, department: null, spendingUnit: null },
    period: null,
    budget: { label: '预算金额(元)', text: '1.00', yuan: '1.00' },
    goals: { period: null, annual: null },
    columns: [],
    rows: [
      {
        category: '产出指标',
        subcategory: '数量指标',
        name: '长度',
        periodTarget: '9',
        annualTarget: '3',
        details: [],
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
    }).toThrow('deep-equal');
  });

  test('take an error for an answer where a file is damaged, and only there', () => {
    checkDamaged(model, [{ at: 0, remove: 0, insert: '\0' }]);
    const broken = { ...model, projects: [{ ...project, budget: { ...project.budget, text: 'x' } }] };
    expect(() => {
      checkRoundTrip(broken);
    }).toThrow('unexpected error');
  });
});
