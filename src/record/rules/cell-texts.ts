import type { Position } from '../../table/grid.ts';
import type { ParsedIndicator, ParsedProject } from '../disclosure-schema.ts';
import type { Positions } from '../positions.ts';

type CellText = [text: string, position: Position];

/** The texts of a project that an office wrote freely, with their positions. Blank ones are left out. */
export function cellTexts(project: ParsedProject, positions: Positions): CellText[] {
  const { type, level, department, spendingUnit, goals } = project;
  const texts: [text: string | null, position: Position][] = [
    [project.name, positions.name],
    [type, positions.table],
    [level, positions.table],
    [department, positions.table],
    [spendingUnit, positions.table],
    [goals.period, positions.goals.period],
    [goals.annual, positions.goals.annual],
    ...project.otherFields.map((field): CellText => [`${field.label}\n${field.value}`, positions.of(field)]),
    ...project.indicators.flatMap((indicator) => {
      const position = positions.of(indicator);
      return indicatorTexts(indicator).map((text): [string | null, Position] => [text, position]);
    }),
  ];
  return texts.flatMap(([text, position]): CellText[] => (text ? [[text, position]] : []));
}

function indicatorTexts({ category, subcategory, name, ...others }: ParsedIndicator): (string | null)[] {
  const { periodTarget, annualTarget, details } = others;
  return [
    [category, subcategory, name].join('\n'),
    periodTarget?.text ?? null,
    annualTarget?.text ?? null,
    ...details.map(({ label, value }) => `${label}\n${value}`),
  ];
}
