import { expect, test } from 'vitest';
import { LabelMap } from '../../../src/record/label-map.ts';

const map = LabelMap.of([
  ['年度预算金额', 'year'],
  ['项目预算', 'project'],
  ['主管部门', 'department'],
  ['年度预算数', 'second'],
]);

test.each([
  ['年度预算金额', 'year'],
  ['年度预算数', 'second'],
  ['本年度预算资金总额', 'year'],
  ['主管部门及代码', 'department'],
  ['项目主管部门', 'department'],
  ['项目预算', 'project'],
  ['部门', undefined],
  ['', undefined],
])('%s means %s', (label, meaning) => {
  expect(map.get(label)).toBe(meaning);
  expect(map.has(label)).toBe(meaning !== undefined);
});

test('lists its labels as they are written, each once', () => {
  expect([
    ...LabelMap.of([
      ['甲', 1],
      ['乙', 2],
      ['甲', 3],
    ] as const),
  ]).toEqual([
    ['甲', 1],
    ['乙', 2],
  ]);
});
