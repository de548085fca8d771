import type { Place } from '../../table/grid.ts';
import type { ParsedProject } from '../disclosure-schema.ts';
import type { Places } from '../places.ts';

/** The texts of a project that an office wrote freely, with their places. */
export function cellTexts(project: ParsedProject, places: Places): [text: string, place: Place][] {
  const texts: [string | null | undefined, Place][] = [
    [project.name, places.name],
    ...[project.type, project.level, project.department, project.spendingUnit].map(
      (text): [string | null, Place] => [text, places.table],
    ),
    [project.goals.period, places.goals.period],
    [project.goals.annual, places.goals.annual],
    ...project.otherFields.map((field): [string, Place] => [
      `${field.label}
${field.value}`,
      places.of(field),
    ]),
    ...project.indicators.flatMap((indicator): [string | undefined, Place][] => {
      const place = places.of(indicator);
      return [
        [`${indicator.category}\n${indicator.subcategory}\n${indicator.name}`, place],
        [indicator.periodTarget?.text, place],
        [indicator.annualTarget?.text, place],
        ...indicator.details.map(({ label, value }): [string, Place] => [`${label}\n${value}`, place]),
      ];
    }),
  ];
  return texts.flatMap(([text, place]) => (text ? [[text, place] as [string, Place]] : []));
}
