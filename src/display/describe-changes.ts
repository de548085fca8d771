import { Decimal } from 'decimal.js';
import { groupDigits } from '../record/group-digits.ts';
import { must } from '../record/must.ts';
import type { ProjectPair } from '../record/project-pair.ts';
import { signOf, type Changes, type LedgerLine } from './changes.ts';
import { formatGrowth } from './format-share.ts';
import { formatHeadline } from './format-yi.ts';

/** What a line of the ledger is called. */
export const LINE_LABELS: Record<LedgerLine['kind'], string> = {
  ended: '没有再列',
  added: '新列',
  raised: '两年都有，金额增加',
  lowered: '两年都有，金额减少',
  same: '两年都有，金额不变',
  unknown: '两年都有，有一年表上没有金额',
};

/** The list in which the projects of a line are. */
export const LINE_LISTS: Record<LedgerLine['kind'], 'ended' | 'added' | 'stay'> = {
  ...{ ended: 'ended', added: 'added' },
  ...{ raised: 'stay', lowered: 'stay', same: 'stay', unknown: 'stay' },
};

/** How it is known that a renamed project is the same. */
export const MATCH_LABELS: Record<ProjectPair['by'], string> = {
  moved: '网址登记簿里的改名',
  code: '项目代码相同',
  name: '名称相同',
};

/** `+14,326,000.00`, `−9,190,000.00`, `0.00`. @param yuan Exact, with two places. */
export function formatChange(yuan: string): string {
  return `${must(SIGNS[signOf(yuan) + 1])}${groupDigits(new Decimal(yuan).abs().toFixed(2))}`;
}

const SIGNS = ['−', '', '+'] as const;

/** `2026年比2025年多 1,006 万元（4.8%）`: how the second total differs from the first. */
export function describeDifference({ before, after }: Changes): string {
  const [year, next] = [`${before.year}年`, `${after.year}年`];
  if (before.yuan === null || after.yuan === null)
    return `${before.yuan === null ? year : next}的表上没有金额，两年的合计不能比`;
  const difference = new Decimal(after.yuan).minus(before.yuan);
  if (difference.isZero()) return `${next}和${year}的合计相同`;
  const size = difference.abs().toFixed(2);
  const share = new Decimal(before.yuan).isZero() ? '' : `（${formatGrowth(size, before.yuan)}）`;
  return `${next}比${year}${difference.isPositive() ? '多' : '少'} ${formatHeadline(size)}${share}`;
}

/** `27 个项目两年都有，其中 2 个改了名；6 个新列，4 个没有再列`. */
export function describeProjects({ stay, renamed, added, ended }: Changes): string {
  const both =
    stay.length === 0
      ? '没有两年都有的项目'
      : `${stay.length} 个项目两年都有${renamed.length > 0 ? `，其中 ${renamed.length} 个改了名` : ''}`;
  const moves = [
    ...(added.length > 0 ? [`${added.length} 个新列`] : []),
    ...(ended.length > 0 ? [`${ended.length} 个没有再列`] : []),
  ];
  return [both, ...(moves.length > 0 ? [moves.join('，')] : [])].join('；');
}

/** How many projects both totals leave out, as a sentence. Empty: none. */
export function describeLeftOutOfBoth({ before, after }: Changes): string {
  const parts = [before, after].flatMap(({ year, withoutBudget }) =>
    withoutBudget > 0 ? [`${year}年 ${withoutBudget} 个`] : [],
  );
  return parts.length === 0 ? '' : `表上没有金额的项目不在合计里：${parts.join('，')}。`;
}
