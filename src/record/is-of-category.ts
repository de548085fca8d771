import { CATEGORY_WORDS } from './categories.ts';
import forms from './forms/forms.json' with { type: 'json' };

/** The categories (一级指标) that a subcategory can be of, by its words. Older forms have 成本 under 产出, and 满意度 under 效益. */
const CATEGORIES_OF = (forms.categoriesOf as [string, string[]][]).map(
  ([pattern, categories]) => [new RegExp(pattern), categories] as const,
);

/** Whether a subcategory is a usual word: 数量指标, 社会效益. */
export function isUsualSubcategory(subcategory: string): boolean {
  return CATEGORIES_OF.some(([pattern]) => pattern.test(subcategory));
}

/** Whether an indicator of this subcategory can be of this category. True where either is a word of the office's own. */
export function isOfCategory(subcategory: string, category: string): boolean {
  const [, words] = CATEGORIES_OF.find(([pattern]) => pattern.test(subcategory)) ?? [];
  if (!words || !CATEGORY_WORDS.some(({ word }) => category.startsWith(word))) return true;
  return words.some((word) => category.startsWith(word));
}
