import { CATEGORIES } from '../record/categories.ts';
import { must } from '../record/must.ts';
import type { English } from './english.ts';

/** What the indicators of each category say, in plain words and in the glossary; in the order of {@link CATEGORIES}. */
const TEXTS: readonly { plain: string; meaning: string; english: English }[] = [
  {
    plain: '做多少、做得怎样、什么时候做完',
    meaning: '项目直接做出来的东西：做多少（数量）、做得怎样（质量）、什么时候做完（时效）。',
    english: {
      title: 'Output',
      description:
        'What the project itself produces: how much (quantity), how well (quality) and by when (timeliness).',
    },
  },
  {
    plain: '带来什么变化',
    meaning: '事情做完以后带来什么变化：社会、经济、生态方面的影响。',
    english: {
      title: 'Benefit',
      description: 'What changes once the work is done: effects on society, the economy and the environment.',
    },
  },
  {
    plain: '服务的人满不满意',
    meaning: '服务对象或受益人对结果是否满意。',
    english: {
      title: 'Satisfaction',
      description: 'Whether the people who are served, or who benefit, are satisfied with the result.',
    },
  },
  {
    plain: '花多少钱',
    meaning: '为此要花的钱或其他代价。它应当与预算金额对得上。',
    english: {
      title: 'Cost',
      description: 'The money or other cost that it takes. It should agree with the budget.',
    },
  },
];

/** What the indicators of a category say, in plain words; undefined for a category that an office added. */
export function describeCategory(category: string): string | undefined {
  return TEXTS[CATEGORIES.indexOf(category)]?.plain;
}

/** The categories with their meanings for the glossary. */
export const categoryEntries: Record<string, { meaning: string; english: English }> = Object.fromEntries(
  CATEGORIES.map((category, place) => {
    const { meaning, english } = must(TEXTS[place]);
    return [category, { meaning, english }];
  }),
);
