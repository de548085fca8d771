import { Decimal } from 'decimal.js';
import type { Target } from '../record/disclosure-schema.ts';

/** How a target is written: which values keep it. In the order of {@link WRITINGS}. */
export type WritingId = keyof typeof WRITINGS;

/** Ways to write a target: what readers call each, and how it looks. */
export const WRITINGS = {
  more: { label: '高于', signs: '>' },
  least: { label: '不低于', signs: '≥、以上、不少于' },
  exact: { label: '只写数', signs: '没有写高于、低于' },
  about: { label: '大约', signs: '约、左右' },
  range: { label: '范围', signs: '例如 2~3，记号在下限' },
  most: { label: '不高于', signs: '≤、以内、不超过' },
  less: { label: '低于', signs: '<' },
  words: { label: '只有文字', signs: '' },
  none: { label: '未写', signs: '' },
} as const;

const OF_COMPARATOR = {
  '>': 'more',
  '≥': 'least',
  '=': 'exact',
  '≈': 'about',
  '≤': 'most',
  '<': 'less',
} as const;

/** How a target is written. Null: the row has none. */
export function writingOf(target: Target | null): WritingId {
  if (!target) return 'none';
  if (target.value === null) return 'words';
  if (target.upper !== null) return 'range';
  return target.comparator === null ? 'exact' : OF_COMPARATOR[target.comparator];
}

/** A target as a figure that can be compared with others of its unit. */
export interface TypedValue {
  /** `%`, `元`; empty where the target names none. */
  unit: string;
  /** Exact decimal in `unit`; of a range, the lower end. */
  value: string;
}

/** Words for powers of ten before a unit, which change its size alone: 万元, 亿立方米. 千克 is a unit of its own. */
const POWER = /^(?:(?:百万|千)(?=元)|万|亿)/;
const FACTORS: Record<string, number> = { 千: 1_000, 万: 10_000, 百万: 1_000_000, 亿: 100_000_000 };

/** The figure of a target, 万 and 亿 before a unit multiplied exactly. Null: it has none. */
export function typedValueOf(target: Target | null): TypedValue | null {
  if (target?.value == null) return null;
  const unit = target.unit ?? '';
  const [power = ''] = POWER.exec(unit) ?? [];
  const factor = FACTORS[power] ?? 1;
  return { unit: unit.slice(power.length), value: new Decimal(target.value).times(factor).toFixed() };
}
