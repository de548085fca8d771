/** The pages of one project: a table that is too long for one page goes on at `page/2/`. */
import { pagePart, ROWS_OF_PROJECT, toListPages } from '../display/list-pages.ts';
import type { Indicator, Project } from '../record/disclosure-schema.ts';
import { isWithin } from '../record/is-within.ts';
import { must } from '../record/must.ts';

/** What one page of a project shows: indicators, and the lines of the source that hold them. */
export interface ProjectPart {
  /** From 1. */
  number: number;
  /** Of all pages; 1 where the project fits. */
  count: number;
  indicators: readonly Indicator[];
  /** Place of the first of them among all, from 1. */
  first: number;
  startLine: number;
  endLine: number;
}

/** Each line of the project is on one page: the first begins with the project, the last ends with it. */
export function partsOf({ indicators, source }: Project): ProjectPart[] {
  let startLine = source.startLine;
  return toListPages(indicators, ROWS_OF_PROJECT).map(({ items, number, count, first }) => {
    const endLine = number === count ? source.endLine : Math.max(...items.map(({ line }) => line));
    const part = { number, count, indicators: items, first, startLine, endLine };
    startLine = endLine + 1;
    return part;
  });
}

/** Where a page of a project links to, for a line of the source. Lines around a ledger are on the page of the whole file. */
export type HrefOf = (line: number) => string;

/** @param own The page that the links are on. */
export function toHrefOf(project: Project, parts: readonly ProjectPart[], own: ProjectPart): HrefOf {
  return (line) => {
    const fragment = `#L${line}`;
    if (!isWithin(project, line)) return `/${project.bodyId}/source/${fragment}`;
    const part = must(parts.find(({ endLine }) => line <= endLine));
    if (part.number === own.number) return fragment;
    return `/${[project.id, pagePart(part.number)].filter(Boolean).join('/')}/${fragment}`;
  };
}
