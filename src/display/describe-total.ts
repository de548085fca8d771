import { formatCount } from './format-count.ts';
import type { Sums } from '../record/total-of.ts';
import { formatYuan } from './format-yuan.ts';

/** What projects come to, as a clause: `预算合计 27,700.00 元`, and how many of them it leaves out. */
export function describeTotal(sums: Sums): string {
  const left = describeLeftOut(sums);
  return sums.yuan === null ? '表上没有金额' : `预算合计 ${formatYuan(sums.yuan)}${left && `（${left}）`}`;
}

/** How many projects a total leaves out, as a clause: `不含 2 个表上没有金额的项目`. Empty: none. */
export function describeLeftOut({ withoutBudget }: Sums): string {
  return withoutBudget === 0 ? '' : `不含 ${formatCount(withoutBudget)} 个表上没有金额的项目`;
}
