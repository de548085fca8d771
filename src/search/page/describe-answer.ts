import { formatCount } from '../../display/format-count.ts';
import type { Answer } from '../query.ts';
import { describeQuestions, mainQuestion } from './describe-question.ts';

/** Texts listed at most in a message. */
const MAX_TEXTS = 4;

/** The message above the results. */
export function describeAnswer(answer: Answer): string {
  const { hits, hitCount, groups } = answer;
  const read = describeReading(answer);
  const rows = groups.filter(({ id }) => id !== 'bodies' && id !== 'guide' && id !== 'nearest');
  const items = rows.reduce((sum, group) => sum + group.count, 0);
  const found = describeCount(answer);
  const main = mainQuestion(answer);
  const inItems = items > 0 ? `，${formatCount(items)} 项${main?.kind === 'target' ? '指标' : '金额'}` : '';
  const listed = items === 0 && hits.length < hitCount ? `，列出前 ${hits.length} 个` : '';
  if (groups.some(({ id }) => id === 'nearest'))
    return `${read}没有这个金额，下面是最接近的。${describeInside(answer)}`;
  const bodies = groups.find(({ id }) => id === 'bodies')?.count ?? 0;
  const inBodies = bodies > 0 ? `找到 ${formatCount(bodies)} 个单位。` : '';
  return `${read}${inBodies}${describeFailure(answer)}${describeInside(answer)}${found}${inItems}${listed}。`;
}

/** How many projects are found; of a list without words, how many pass the filters. */
function describeCount({ count, total, questions, words }: Answer): string {
  const [passing, found] = [count, total].map(formatCount);
  if (questions.length === 0 && words.length === 0)
    return count === total ? `共 ${passing} 个项目` : `符合筛选的有 ${passing} 个项目`;
  return count === total ? `找到 ${passing} 个项目` : `找到 ${found} 个项目，符合筛选的 ${passing} 个`;
}

/** What could not be loaded, and what was searched all the same. */
export function describeFailure({ isNamesOnly, isTextOnly }: Answer): string {
  const names = isNamesOnly ? '索引没有载入，只在项目和指标的名称里找，指标值和目标没有找。' : '';
  const text = isTextOnly ? '金额和指标值的清单没有载入，只找写法相同的。' : '';
  return names + text;
}

/** How the query was understood, where it was not taken by the letter. */
export function describeReading({ questions, readAs, bodiesMeant }: Answer): string {
  const asked = describeQuestions(questions);
  const meant = bodiesMeant.map(([word, names]) => `“${word}”也按${listTexts(names)}查找。`).join('');
  return `${asked === '' ? '' : `${asked}。`}${readAs.length === 0 ? '' : `按${listTexts(readAs)}查找。`}${meant}`;
}

function describeInside({ inside }: Answer): string {
  return inside.length === 0 ? '' : `没有单独写着${listTexts(inside)}的，只在更长的数里有这几个字。`;
}

function listTexts(texts: readonly string[]): string {
  return `“${texts.slice(0, MAX_TEXTS).join('”“')}”${texts.length > MAX_TEXTS ? '等' : ''}`;
}

/** The page's title with the query before its constant part: `党建 · 搜索 · …`. */
export function titleWith(text: string, title: string): string {
  const constant = title.slice(title.lastIndexOf('搜索 · '));
  return text === '' ? constant : `${text} · ${constant}`;
}
