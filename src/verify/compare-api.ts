/**
 * In: the lists of the API, and the projects as published in JSON, which are compared with the sources elsewhere.
 * Out: what a list does not hold or says otherwise.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordedIndicator, RecordedProject } from './record.ts';

/** An indicator in the API; its id ends with `#` and the fragment of its row. */
interface Entry extends Record<string, unknown> {
  id: string;
  json: string;
}

/** @returns The indicators by the addresses of their rows, without the slashes. */
export function compareApi(
  dist: string,
  projects: readonly RecordedProject[],
  losses: string[],
): Map<string, RecordedIndicator> {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(dist, `api/${name}.json`), 'utf8')) as (Entry & Record<string, string>)[];
  const compare = (name: string, published: readonly unknown[], expected: readonly unknown[]) => {
    const [first, second] = [published, expected].map((list) =>
      list.map((each) => JSON.stringify(each)).sort(),
    );
    const at = first?.findIndex((each, index) => each !== second?.[index]) ?? 0;
    if (first?.length !== second?.length || at >= 0)
      losses.push(
        `api/${name}.json: ${first?.length ?? 0} 项，应有 ${second?.length ?? 0} 项：${first?.[at] ?? ''}`,
      );
  };
  const sums = (keyOf: (project: RecordedProject) => string) =>
    [...Map.groupBy(projects, keyOf)].map(([key, parts]) => [
      key,
      parts.length,
      parts.flatMap(({ indicators }) => indicators).length,
      totalOf(parts),
      parts.filter(({ budget }) => budget === null).length,
    ]);
  for (const [name, key, keyOf] of [
    ['years', 'year', ({ year }: RecordedProject) => String(year)],
    ['bodies', 'id', ({ id }: RecordedProject) => dirname(id)],
  ] as const)
    compare(
      name,
      read(name).map((each) => [
        String(each[key]),
        each['projectCount'],
        each['indicatorCount'],
        fenOf(each['yuan'] ?? ''),
        each['withoutBudget'],
      ]),
      sums(keyOf),
    );
  compare(
    'projects',
    read('projects').map(({ id, year, name, yuan, indicatorCount }) => [
      id,
      year,
      name,
      yuan,
      indicatorCount,
    ]),
    projects.map(({ id, year, name, budget, indicators }) => [
      id,
      year,
      name,
      budget?.yuan ?? null,
      indicators.length,
    ]),
  );
  const rows = read('indicators');
  compare(
    'indicators',
    rows.map(({ id, json, year, project, category, subcategory, name, annualTarget, periodTarget }) => [
      ...[id.replace(/#.*/, ''), json.replace(/.*\//, ''), year, project],
      ...[category, subcategory, name, annualTarget, periodTarget],
    ]),
    projects.flatMap(({ id, year, name, indicators }) =>
      indicators.map((each, index) => [
        ...[id, String(index), year, name, each.category, each.subcategory, each.name],
        ...[each.annualTarget?.text ?? null, each.periodTarget?.text ?? null],
      ]),
    ),
  );
  const byId = new Map(projects.map((project) => [project.id, project]));
  return new Map(
    rows.flatMap(({ id, json }) => {
      const row = byId.get(id.replace(/#.*/, ''))?.indicators[Number(json.replace(/.*\//, ''))];
      return row ? [[id, row] as const] : [];
    }),
  );
}

/** An amount in fen, as digits. */
export function fenOf(yuan: string): string {
  return yuan.replace('.', '').replace(/^0+(?=\d)/, '');
}

/** In fen, as digits. Empty: the form of none has funds. */
export function totalOf(projects: readonly RecordedProject[]): string {
  const budgets = projects.flatMap(({ budget }) => budget ?? []);
  return budgets.length === 0 ? '' : String(budgets.reduce((sum, { yuan }) => sum + BigInt(fenOf(yuan)), 0n));
}
