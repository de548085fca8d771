import type { Period } from '../record/disclosure-schema.ts';

/** `2024年起，长期（未定结束年度）` or `2023年至2025年`. */
export function formatPeriod({ start, end, openEnded }: Period): string {
  if (openEnded) return `${start}年起，长期（未定结束年度）`;
  return start === end ? `${start}年` : `${start}年至${end}年`;
}
