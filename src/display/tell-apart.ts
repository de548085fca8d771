import type { Project } from '../record/disclosure-schema.ts';
import { formatYuan } from './format-yuan.ts';

/** What can tell projects of one name apart, the first that does. Null: the project does not say it. */
const TRAITS: readonly ((project: Project) => string | null)[] = [
  ({ spendingUnit }) => spendingUnit,
  ({ budget }) => budget && formatYuan(budget.yuan),
  ({ spendingUnit, budget }) => spendingUnit && budget && `${spendingUnit}，${formatYuan(budget.yuan)}`,
  ({ department }) => department,
  ({ source }) => `原文第 ${source.startLine} 行起`,
];

/**
 * What readers tell projects of one body, year and name apart by, by the projects' ids: the spending unit (实施单位), else the
 * budget. Projects that are alone with their name are not in it.
 *
 * @param projects Of any bodies and years, with names as pages show them.
 */
export function tellApart(projects: readonly Project[]): Map<string, string> {
  const named = Map.groupBy(projects, ({ bodyId, name }) => `${bodyId}\n${name}`);
  return new Map(
    [...named.values()].flatMap((twins) =>
      twins.length === 1
        ? []
        : twins.map((project): [string, string] => [project.id, traitOf(project, twins)]),
    ),
  );
}

/** The first trait that no other project of the name has. */
function traitOf(project: Project, twins: readonly Project[]): string {
  const texts = TRAITS.flatMap((trait) => {
    const text = trait(project);
    const isAlone = twins.every((other) => other === project || trait(other) !== text);
    return text !== null && isAlone ? [text] : [];
  });
  return texts[0] ?? project.id;
}
