import type { Position } from '../../table/grid.ts';
import type { ParsedIndicator, ParsedProject } from '../disclosure-schema.ts';
import type { Positions } from '../positions.ts';

type CellText = [text: string, position: Position, label?: string | undefined];

/** The texts of a project that an office wrote freely, with their positions. Blank ones are left out. */
export function cellTexts(project: ParsedProject, positions: Positions): CellText[] {
  const { type, level, department, spendingUnit, goals } = project;
  const texts: [text: string | null, position: Position, label?: string | undefined][] = [
    [project.name, positions.name],
    [type, positions.table],
    [level, positions.table],
    [department, positions.table],
    [spendingUnit, positions.table],
    [goals.period, positions.goals.period],
    [goals.annual, positions.goals.annual],
    ...project.otherFields.flatMap((field): CellText[] => [
      [field.label, positions.of(field)],
      [field.value, positions.of(field), field.label],
    ]),
    ...project.indicators.flatMap((indicator) => {
      const position = positions.of(indicator);
      return indicatorTexts(indicator).map(([text, label]): [string | null, Position, string | undefined] => [
        text,
        position,
        label,
      ]);
    }),
  ];
  return texts.flatMap(([text, position, label]): CellText[] => (text ? [[text, position, label]] : []));
}

function indicatorTexts({
  category,
  subcategory,
  name,
  ...others
}: ParsedIndicator): [text: string | null, label?: string | undefined][] {
  const { periodTarget, annualTarget, details } = others;
  return [
    [[category, subcategory, name].join('\n')],
    [periodTarget?.text ?? null, name],
    [annualTarget?.text ?? null, name],
    ...details.flatMap(({ label, value }): [string, string?][] => [[label], [value, label]]),
  ];
}
