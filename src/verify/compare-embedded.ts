/**
 * In: the page of a project for frames of other sites, and the project as published in JSON.
 * Out: what the page says otherwise.
 */
import { readRows, rowOf } from './project-rows.ts';
import { attributeOf, findAll, hasClass, readElements, textOf } from './read-elements.ts';
import type { Comparison, RecordedProject } from './record.ts';
import { toWords } from './sums.ts';

/** Rows of the page, at most. */
const MOST = 500;

/** @param anchors Of the rows of its indicators. */
export function compareEmbedded(
  html: string,
  project: RecordedProject,
  anchors: readonly string[],
  publisher: string,
): Comparison {
  const page = readElements(html);
  const [main] = page ? findAll(page, ({ tag }) => tag === 'main') : [];
  if (!main) return { cells: 0, losses: ['页面的标记不完整'] };
  const { id, name, year, budget, indicators } = project;
  const own = indicators
    .slice(0, MOST)
    .map((indicator, index) => ({ ...indicator, anchor: anchors[index] ?? '' }));
  const groups = [...Map.groupBy(own, ({ category }) => category).values()].flat();
  const left = indicators.length - own.length;
  const links = findAll(main, ({ tag }) => tag === 'a');
  const expected = [
    [name],
    [`${publisher}，${year}年项目`],
    budget ? [budget.yuan, toWords(budget.yuan)] : [],
    [`/${id}/`],
    ...groups.map((indicator) => [indicator.anchor, ...rowOf(indicator, project, '')]),
    ...(left > 0 ? [[`另有 ${left} 项指标在项目页上。`]] : []),
  ];
  const [total] = findAll(main, (element) => hasClass(element, 'total'));
  const paragraphs = findAll(main, ({ tag }) => tag === 'p').map((element) => textOf(element).trim());
  const shown = [
    findAll(main, ({ tag }) => tag === 'h1').map((element) => textOf(element)),
    paragraphs.slice(0, 1),
    total ? [attributeOf(total, 'value') ?? '', textOf(total)] : [],
    links.map((link) => attributeOf(link, 'href') ?? ''),
    ...findAll(main, ({ tag }) => tag === 'tbody').flatMap((body) => readRows(body, project)),
    ...(left > 0 ? [paragraphs.slice(-2, -1)] : []),
  ];
  const losses = Array.from({ length: Math.max(expected.length, shown.length) }, (_, index) => {
    const [wanted = [], found = []] = [expected[index], shown[index]];
    return wanted.length === found.length && wanted.every((text, at) => text.trim() === found[at]?.trim())
      ? []
      : [`“${wanted.join('，')}”，页面上是“${found.join('，')}”`];
  });
  return { cells: expected.flat().length, losses: losses.flat() };
}
