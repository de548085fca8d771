import type { Project } from '../record/disclosure-schema.ts';
import { budgetRange, budgetRanges } from './budget-range.ts';
import { formatYuan } from './format-yuan.ts';

/** One choice by which a list is filtered: the name of the `data-` attribute, and the values it offers. */
export interface Filter {
  name: string;
  label: string;
  values: readonly string[];
}

/** The type that a project is listed under; where it has none, whether its form asks for one. */
export function typeOf({ type, source }: Pick<Project, 'type' | 'source'>): string {
  return type ?? (source.asked.fields.includes('type') ? '未写项目类型' : '表上没有项目类型');
}

/** What projects without a budget are listed under. */
const WITHOUT_BUDGET = formatYuan(null);

function rangeOf({ budget }: Project): string {
  return budget ? budgetRange(budget.yuan) : WITHOUT_BUDGET;
}

/** Attributes by which an item is filtered and sorted. @param publisher Undefined where the list is of one body. */
export function projectFacets(project: Project, publisher: string | undefined) {
  return {
    'data-body': publisher,
    'data-type': typeOf(project),
    'data-budget': rangeOf(project),
    'data-sum': project.budget?.yuan,
  };
}

/** The filters of a list by its projects, each with the values that occur. */
export function projectFilters(
  projects: readonly Project[],
  publisherOf: (project: Project) => string | undefined,
  budgetLabel: string,
): Filter[] {
  const ranges = new Set(projects.map(rangeOf));
  const bodies = new Set(projects.flatMap((project) => publisherOf(project) ?? []));
  return [
    { name: 'body', label: '单位', values: [...bodies] },
    { name: 'type', label: '项目类型', values: [...new Set(projects.map(typeOf))] },
    {
      name: 'budget',
      label: budgetLabel,
      values: [...budgetRanges, WITHOUT_BUDGET].filter((range) => ranges.has(range)),
    },
  ];
}
