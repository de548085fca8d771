import { CATEGORIES } from '../record/categories.ts';
import { must } from '../record/must.ts';

/** What the indicators of each category say, in plain words and in the glossary; in the order of {@link CATEGORIES}. */
const TEXTS: readonly (readonly [plain: string, meaning: string])[] = [
  [
    '做多少、做得怎样、什么时候做完',
    '项目直接做出来的东西：做多少（数量）、做得怎样（质量）、什么时候做完（时效）。',
  ],
  ['带来什么变化', '事情做完以后带来什么变化：社会、经济、生态方面的影响。'],
  ['服务的人满不满意', '服务对象或受益人对结果是否满意。'],
  ['花多少钱', '为此要花的钱或其他代价。它应当与预算金额对得上。'],
];

/** What the indicators of a category say, in plain words; undefined for a category that an office added. */
export function describeCategory(category: string): string | undefined {
  return TEXTS[CATEGORIES.indexOf(category)]?.[0];
}

/** The categories with their meanings for the glossary. */
export const categoryMeanings: Record<string, string> = Object.fromEntries(
  CATEGORIES.map((category, place) => [category, must(TEXTS[place])[1]]),
);
