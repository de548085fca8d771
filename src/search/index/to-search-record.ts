/**
 * In: a Project.
 * Out: its SearchRecord.
 */
import { formatReading } from '../../display/format-reading.ts';
import type { Indicator, Project } from '../../record/disclosure-schema.ts';
import { FIELD_LABELS, TEXT_FIELDS } from '../../record/fields.ts';
import type { SearchIndicator, SearchRecord } from '../search-record.ts';

/**
 * @param publisher The body that published the project; shown, and searched by the project's own cells only.
 * @param apart What tells it apart from other projects of its name, body and year, if there are any.
 */
export function toSearchRecord(project: Project, publisher: string, apart?: string): SearchRecord {
  const { goals, period, source } = project;
  const others: [label: string, text: string | null][] = [
    [FIELD_LABELS.budget, project.budget?.text ?? null],
    [FIELD_LABELS.periodGoal, goals.period],
    [`${project.year}${FIELD_LABELS.annualGoal}`, goals.annual],
    ...TEXT_FIELDS.slice(1).map((field): [string, string | null] => [FIELD_LABELS[field], project[field]]),
    [FIELD_LABELS.start, period && String(period.start)],
    [FIELD_LABELS.end, period && String(period.end)],
    ...project.otherFields.map(({ label, value }): [string, string] => [label, value || label]),
  ];
  return {
    url: `/${project.id}/`,
    year: project.year,
    publisher,
    name: project.name,
    ...(apart === undefined ? {} : { apart }),
    type: project.type,
    ...(source.asked.fields.includes('type') ? {} : { asksType: false }),
    ...(source.asked.columns.includes('annualTarget') ? {} : { asksAnnual: false }),
    yuan: project.budget?.yuan ?? null,
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
