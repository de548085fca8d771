/**
 * In: the table of a project's indicators on a page, and the indicators as published in JSON.
 * Out: the rows of both in the same order of values, so that they can be compared.
 */
import { attributeOf, findAll, hasClass, textOf, type Element } from './read-elements.ts';
import type { RecordedIndicator, RecordedProject } from './record.ts';

/** The page's words for a text that is not there. */
export const NOT_WRITTEN = '未写';
const NO_CATEGORY = '未写一级指标';
const NOTHING: Element = { tag: '', attributes: '', children: [] };

/** Whether the form has a field or column. */
export function isAsked({ source }: RecordedProject, name: string): boolean {
  return !source.notAsked?.includes(name);
}

/** The values of an indicator, in the order of {@link readRows}. @param place Address and name of its line; empty: the page has none. */
export function rowOf(
  { category, subcategory, name, periodTarget, annualTarget, details }: RecordedIndicator,
  project: RecordedProject,
  place: string,
): string[] {
  const targets = [
    ...(isAsked(project, 'annualTarget') ? [annualTarget] : []),
    ...(isAsked(project, 'periodTarget') ? [periodTarget] : []),
  ].map((target) => target?.text ?? NOT_WRITTEN);
  return [
    ...(isAsked(project, 'category') ? [category || NO_CATEGORY] : []),
    ...(isAsked(project, 'subcategory') ? [subcategory] : []),
    name,
    place,
    ...targets,
    ...details.map(({ label, value }) => `${label}：${value}`),
  ];
}

/** What each row of a table says, behind its anchor. */
export function readRows(body: Element, project: RecordedProject): string[][] {
  const [heading] = findAll(body, ({ tag }) => tag === 'th');
  const [hasCategory, hasSubcategory] = ['category', 'subcategory'].map((name) => isAsked(project, name));
  const hasBoth = isAsked(project, 'annualTarget') && isAsked(project, 'periodTarget');
  const rows = findAll(body, ({ tag, attributes }) => tag === 'tr' && attributes.includes(' data-indicator'));
  return rows.map((row) => {
    const cells = row.children.filter((child) => typeof child !== 'string');
    const group = hasSubcategory ? cells.shift() : undefined;
    const [, ...targets] = cells;
    // Equal targets are one cell over both columns.
    if (hasBoth && targets.length === 1) targets.push(...targets);
    const [place] = findAll(row, (element) => hasClass(element, 'place'));
    return [
      attributeOf(row, 'id') ?? '',
      ...(hasCategory ? [textOf(wordOf(heading))] : []),
      ...(hasSubcategory ? [textOf(wordOf(group))] : []),
      textOf(findAll(row, (element) => hasClass(element, 'phrase'))[0]),
      place ? `${attributeOf(place, 'href') ?? ''} ${textOf(place)}` : '',
      ...targets.map(readTarget),
      ...findAll(row, (element) => hasClass(element, 'promise')).map((element) => textOf(element)),
    ];
  });
}

/** A word without its explanation, which it opens. */
export function wordOf(element: Element | undefined): Element | undefined {
  const [summary] = findAll(element ?? NOTHING, ({ tag }) => tag === 'summary');
  return summary ?? element;
}

function readTarget(cell: Element | undefined): string {
  const [target] = findAll(cell ?? NOTHING, (element) => hasClass(element, 'target'));
  return target ? textOf(target) : textOf(cell);
}
