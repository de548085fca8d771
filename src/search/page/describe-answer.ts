import type { Answer } from '../query.ts';

/** Texts listed at most in a message. */
const MAX_TEXTS = 4;

/** The message above the results. */
export function describeAnswer({ count, total, hits, readAs, isNamesOnly }: Answer): string {
  const texts = readAs.slice(0, MAX_TEXTS).join('”“');
  const read = texts === '' ? '' : `按“${texts}”${readAs.length > MAX_TEXTS ? '等' : ''}查找。`;
  const names = isNamesOnly ? '索引没有载入，只在项目和指标的名称里找，指标值和目标没有找。' : '';
  const found = count === total ? `找到 ${count} 个项目` : `找到 ${total} 个项目，符合筛选的 ${count} 个`;
  const listed = hits.length < count ? `，列出前 ${hits.length} 个` : '';
  return `${read}${names}${found}${listed}。`;
}

/** The page's title with the query before its constant part: `党建 · 搜索 · …`. */
export function titleWith(text: string, title: string): string {
  const constant = title.slice(title.lastIndexOf('搜索 · '));
  return text === '' ? constant : `${text} · ${constant}`;
}
