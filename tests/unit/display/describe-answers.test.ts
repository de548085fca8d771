import { expect, test } from 'vitest';
import { describeAnswers } from '../../../src/display/describe-answers.ts';

test.each([
  [{ total: 4, published: 3, late: 0 }, null, '4 个项目里，3 个公布了自评，1 个未公布自评。'],
  [{ total: 4, published: 4, late: 0 }, null, '4 个项目里，4 个公布了自评。'],
  [
    { total: 1200, published: 0, late: 0 },
    '2026-06-30',
    '1,200 个项目里，0 个公布了自评，1,200 个未公布自评。公布的期限是2026年6月30日。',
  ],
  [
    { total: 4, published: 3, late: 2 },
    '2026-06-30',
    '4 个项目里，3 个公布了自评，1 个未公布自评。公布的期限是2026年6月30日，2 个晚于期限。',
  ],
])('%o, due on %s', (counts, due, sentence) => {
  expect(describeAnswers(counts, due)).toBe(sentence);
});
