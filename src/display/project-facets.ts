import type { Project } from '../record/disclosure-schema.ts';
import { budgetRange, budgetRanges } from './budget-range.ts';

/** One choice by which a list is filtered: the name of the `data-` attribute, and the values it offers. */
export interface Filter {
  name: string;
  label: string;
  values: readonly string[];
}

/** What a project without a type is listed under. */
export const NO_TYPE = '未写项目类型';

/** Attributes by which an item is filtered and sorted. @param publisher Undefined where the list is of one body. */
export function projectFacets({ type, budget }: Project, publisher: string | undefined) {
  return {
    'data-body': publisher,
    'data-type': type ?? NO_TYPE,
    'data-budget': budgetRange(budget.yuan),
    'data-sum': budget.yuan,
  };
}

/** The filters of a list by its projects, each with the values that occur. */
export function projectFilters(
  projects: readonly Project[],
  publisherOf: (project: Project) => string | undefined,
  budgetLabel: string,
): Filter[] {
  const ranges = new Set(projects.map(({ budget }) => budgetRange(budget.yuan)));
  const bodies = new Set(projects.flatMap((project) => publisherOf(project) ?? []));
  return [
    { name: 'body', label: '单位', values: [...bodies] },
    { name: 'type', label: '项目类型', values: [...new Set(projects.map(({ type }) => type ?? NO_TYPE))] },
    { name: 'budget', label: budgetLabel, values: budgetRanges.filter((range) => ranges.has(range)) },
  ];
}
