import { groupDigits } from '../record/group-digits.ts';

/** An amount with its unit: `27,700.00 元`. Null: the form has no funds. @param yuan Exact decimal. @param space Before the unit. */
export function formatYuan(yuan: string | null, space = ' '): string {
  return yuan === null ? '表上没有金额' : `${groupDigits(yuan)}${space}元`;
}
