import { expect, test } from 'vitest';
import { correctionAnchor } from '../../../src/identity/correction-anchor.ts';

test('a correction has an id that lasts, and that no other correction has', () => {
  const correction = { date: '2026-03-05', project: '河道保洁', text: '预算金额更正' };
  const anchor = correctionAnchor(correction);
  expect(anchor).toMatch(/^correction-[\da-f]{12}$/);
  expect(correctionAnchor({ ...correction })).toBe(anchor);
  const others = [
    { ...correction, date: '2026-03-06' },
    { ...correction, project: '水质监测' },
    { ...correction, text: '预算金额更正。' },
    { date: correction.date, text: correction.text },
  ].map(correctionAnchor);
  expect(new Set([anchor, ...others]).size).toBe(5);
});
