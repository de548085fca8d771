import type { Place } from '../../table/grid.ts';
import type { Project } from '../disclosure-schema.ts';
import type { Places } from '../places.ts';
import { at, type Rule } from './rule.ts';

/** Mobile numbers, and area code with number. */
const PHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-－—]\d{7,8})(?!\d)/;

/** A target table is about money and promises; a person's number in it is likely there by mistake. */
export const noPhoneNumber: Rule = {
  id: 'cell/phone-number',
  severity: 'warning',
  check(project, places) {
    return textsOf(project, places).flatMap(([text, place]) => {
      const found = PHONE.exec(text?.normalize('NFKC') ?? '');
      return found ? [at(place, `这一格有电话号码 ${found[0].slice(0, 3)}…，公开前请确认`)] : [];
    });
  },
};

function textsOf(project: Project, places: Places): [string | null | undefined, Place][] {
  return [
    [project.name, places.name],
    [project.goals.period, places.goals.period],
    [project.goals.annual, places.goals.annual],
    ...project.otherFields.map(({ value }, index): [string, Place] => [
      value,
      places.otherFields[index] ?? places.table,
    ]),
    ...project.indicators.flatMap((indicator): [string | undefined, Place][] => {
      const place = places.indicators.get(indicator) ?? places.table;
      return [
        [indicator.name, place],
        [indicator.periodTarget?.text, place],
        [indicator.annualTarget?.text, place],
        ...indicator.details.map(({ value }): [string, Place] => [value, place]),
      ];
    }),
  ];
}
