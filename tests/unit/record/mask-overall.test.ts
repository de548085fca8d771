import { expect, test } from 'vitest';
import { maskOverall } from '../../../src/record/mask-overall.ts';
import type { Overall } from '../../../src/record/overall-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

const PHONE = '13912345678';
const MASKED = '139********';
const sum = { label: PHONE, text: PHONE, yuan: null };
const details = [{ label: '备注', value: PHONE }];

const overall: Overall = {
  id: '2026/water#overall',
  year: 2026,
  name: PHONE,
  funds: [{ ...sum, line: 3 }],
  tasks: [{ name: PHONE, content: PHONE, amounts: [{ ...sum, over: PHONE }], details, line: 5 }],
  total: { label: '合计', amounts: [{ ...sum, over: null, yuan: `${PHONE}.00` }], details, line: 6 },
  goal: PHONE,
  indicators: [
    {
      ...{ category: PHONE, subcategory: PHONE, name: PHONE, target: parseTarget(`电话 ${PHONE}`) },
      ...{ weight: { text: PHONE, value: null }, details, line: 9 },
    },
  ],
  otherFields: [{ label: '电话', value: PHONE, line: 12 }],
  source: {
    ...{ path: 'disclosures/2026/water.md', sha256: '0'.repeat(64), startLine: 1, endLine: 12 },
    lines: { name: 2, goal: 8 },
  },
};

test('numbers of persons are masked in every text', () => {
  const text = JSON.stringify(maskOverall(overall));
  // An amount keeps its digits.
  expect(text.split(PHONE)).toHaveLength(3);
  expect(text).toContain(`"text":"${PHONE}","yuan":"${PHONE}.00"`);
  expect(text.split(MASKED)).toHaveLength(20);
});

test('what is not there stays away', () => {
  const bare: Overall = { ...overall, name: null, total: null, goal: null };
  expect(maskOverall(bare)).toMatchObject({ name: null, total: null, goal: null });
});
