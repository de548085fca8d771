/**
 * In: a Project.
 * Out: its SearchRecord.
 */
import { formatReading } from '../../display/format-reading.ts';
import type { Indicator, Project } from '../../record/disclosure-schema.ts';
import type { SearchIndicator, SearchRecord } from '../search-record.ts';

/** @param publisher The body that published the project; shown, and searched by the project's own cells only. */
export function toSearchRecord(project: Project, publisher: string): SearchRecord {
  const { goals, period } = project;
  const others: [label: string, text: string | null][] = [
    ['预算金额', project.budget.text],
    ['实施周期总目标', goals.period],
    [`${project.year}年度目标`, goals.annual],
    ['项目类型', project.type],
    ['项目等级', project.level],
    ['主管部门', project.department],
    ['用款单位', project.spendingUnit],
    ['起始年度', period && String(period.start)],
    ['到期年度', period && String(period.end)],
    ...project.otherFields.map(({ label, value }): [string, string] => [label, value || label]),
  ];
  return {
    url: `/${project.id}/`,
    year: project.year,
    publisher,
    name: project.name,
    type: project.type,
    yuan: project.budget.yuan,
    indicators: project.indicators.map(toSearchIndicator),
    others: others.flatMap(([label, text]) => (text ? [{ label, text }] : [])),
  };
}

function toSearchIndicator(indicator: Indicator): SearchIndicator {
  const annual = formatReading(indicator.annualTarget);
  const period = formatReading(indicator.periodTarget);
  return {
    anchor: indicator.anchor,
    category: indicator.category,
    subcategory: indicator.subcategory,
    name: indicator.name,
    annual: indicator.annualTarget?.text ?? '',
    period: indicator.periodTarget?.text ?? '',
    ...(annual === null ? {} : { annualReading: annual }),
    ...(period === null ? {} : { periodReading: period }),
    details: indicator.details.map(({ value }) => value),
  };
}
