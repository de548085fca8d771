import { expect, test } from 'vitest';
import { maskResult } from '../../../src/record/mask-result.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { resultRow, settledResult } from '../../helpers/make-result.ts';

const PHONE = '13912345678';
const MASKED = '139********';
const funds = {
  label: `年度资金总额 ${PHONE}`,
  initial: { text: PHONE, yuan: `${PHONE}.00` },
  revised: { text: `问 ${PHONE}`, yuan: null },
  ...{ spent: null, weight: null, rate: { text: PHONE, value: null }, score: { text: '10', value: '10' } },
  details: [{ label: '备注', value: PHONE }],
  line: 6,
};

test('numbers of persons are masked in every text', () => {
  const masked = maskResult(
    settledResult({
      name: `清淤 ${PHONE}`,
      department: PHONE,
      spendingUnit: PHONE,
      funds: { total: funds, sources: [funds] },
      goals: { expected: PHONE, actual: PHONE },
      indicators: [
        resultRow({
          ...{ name: PHONE, category: PHONE, subcategory: PHONE, reason: PHONE },
          ...{ target: parseTarget(PHONE), actual: parseTarget(`电话 ${PHONE}`) },
          weight: { text: PHONE, value: null },
          details: [{ label: '备注', value: PHONE }],
        }),
      ],
      total: { weight: null, score: { text: PHONE, value: null }, line: 20 },
      otherFields: [{ label: '联系电话', value: PHONE, line: 21 }],
    }),
  );
  // An amount keeps its digits.
  const fund = {
    label: `年度资金总额 ${MASKED}`,
    initial: { text: PHONE },
    revised: { text: `问 ${MASKED}` },
    rate: { text: MASKED },
    score: { text: '10' },
    details: [{ value: MASKED }],
  };
  expect(masked).toMatchObject({
    ...{ name: `清淤 ${MASKED}`, department: MASKED, spendingUnit: MASKED },
    funds: { total: fund, sources: [fund] },
    goals: { expected: MASKED, actual: MASKED },
    indicators: [
      {
        ...{ name: MASKED, category: MASKED, subcategory: MASKED, reason: MASKED },
        target: { text: MASKED, value: null },
        actual: { text: `电话 ${MASKED}`, value: null },
        weight: { text: MASKED },
        details: [{ value: MASKED }],
      },
    ],
    total: { score: { text: MASKED } },
    otherFields: [{ value: MASKED, line: 21 }],
  });
});

test('a result without such numbers stays as it is', () => {
  const result = settledResult({
    code: '13912345678',
    funds: { total: { ...funds, label: '总额' }, sources: [] },
  });
  const masked = maskResult(result);
  expect(masked.code).toBe('13912345678');
  expect(maskResult(settledResult())).toEqual(settledResult());
});
