import { CATEGORIES } from '../record/categories.ts';

/** In the order of {@link CATEGORIES}. */
const PLAIN = ['做多少、做得怎样、什么时候做完', '带来什么变化', '服务的人满不满意', '花多少钱'];

/** What the indicators of a category say, in plain words; undefined for a category that an office added. */
export function describeCategory(category: string): string | undefined {
  return PLAIN[(CATEGORIES as readonly string[]).indexOf(category)];
}
