import { CATEGORIES } from '../record/categories.ts';

/** In the order of CATEGORIES. */
const PLAIN: readonly string[] = [
  '做多少、做得怎样、什么时候做完',
  '带来什么变化',
  '服务的人满不满意',
  '花多少钱',
];

/** What the indicators of a category tell, in plain words; null for a category of an office's own. */
export function describeCategory(category: string): string | null {
  return PLAIN[CATEGORIES.findIndex((name) => name === category)] ?? null;
}
