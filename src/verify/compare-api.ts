/**
 * In: the lists of the API, and what the bodies publish, which is compared with the sources elsewhere.
 * Out: what a list does not hold or says otherwise.
 */
import { dirname } from 'node:path';
import type { JoinedResult } from './join-results.ts';
import type { RecordedProject } from './record.ts';
import type { PublishedSite } from './published-site.ts';
import { groupDigits, totalOf, withoutBudget } from './sums.ts';

/** @returns What each list says otherwise. */
export function compareApi(site: PublishedSite, joined: readonly JoinedResult[]): string[] {
  const { origin, projects, bodies } = site;
  const entryOf = (path: string) => ({
    page: `${path}/`,
    json: `${path}/disclosure.json`,
    csv: { projects: `${path}/projects.csv`, indicators: `${path}/indicators.csv` },
    xlsx: `${path}/disclosure.xlsx`,
    dataPackage: `${path}/datapackage.json`,
  });
  const totalsOf = (keyOf: (project: RecordedProject) => string) =>
    [...Map.groupBy(projects, keyOf)].map(([key, parts]) => {
      const indicatorCount = parts.flatMap(({ indicators }) => indicators).length;
      return {
        key,
        totals: {
          projectCount: parts.length,
          indicatorCount,
          yuan: totalOf(parts),
          withoutBudget: withoutBudget(parts),
        },
      };
    });
  const lists = {
    years: totalsOf(({ year }) => String(year)).map(({ key, totals }) => ({
      ...{ year: Number(key), ...totals, ...entryOf(`${origin}/${key}`) },
    })),
    bodies: totalsOf(({ id }) => dirname(id)).map(({ key, totals }) => {
      const { publisher, published, sha256 } = bodies.get(key) ?? {};
      const path = `${origin}/${key}`;
      const source = { text: `${path}/source.txt`, page: `${path}/source/`, sha256 };
      const year = Number(dirname(key));
      return { id: key, year, publisher, published: published ?? null, ...totals, ...entryOf(path), source };
    }),
    projects: projects.map(({ id, year, name, budget, indicators }) => ({
      ...{ id, year, publisher: bodies.get(dirname(id))?.publisher, name, yuan: budget?.yuan ?? null },
      ...{
        indicatorCount: indicators.length,
        page: `${origin}/${id}/`,
        json: `${origin}/${id}/project.json`,
      },
    })),
    indicators: [...site.rows].map(([address, { project, indicator, place }]) => ({
      ...{ id: address, year: project.year, publisher: bodies.get(dirname(project.id))?.publisher },
      ...{ project: project.name, category: indicator.category, subcategory: indicator.subcategory },
      name: indicator.name,
      annualTarget: indicator.annualTarget?.text ?? null,
      periodTarget: indicator.periodTarget?.text ?? null,
      page: `${origin}/${address.replace('#', '/#')}`,
      json: `${origin}/${project.id}/project.json#/indicators/${place}`,
    })),
    ...(joined.length > 0 && {
      results: joined.map(({ result: { id, year, name, funds, total }, project }) => ({
        ...{ id, year, publisher: site.results.get(dirname(id))?.publisher, name },
        projectId: project?.id ?? null,
        spent: funds.total?.spent?.yuan ?? null,
        score: total?.score?.value ?? null,
        page: `${origin}/${id}/`,
        json: `${origin}/${id}/result.json`,
      })),
    }),
  };
  const losses = Object.entries(lists).flatMap(([name, expected]) => {
    const published = site.readJson(`api/${name}.json`) as unknown[];
    const [first, second] = [published, expected].map((list) =>
      list.map((each) => JSON.stringify(each)).sort(),
    );
    const at = first?.findIndex((each, index) => each !== second?.[index]) ?? 0;
    const isSame = first?.length === second?.length && at < 0;
    return isSame
      ? []
      : [
          `api/${name}.json: ${published.length} 项，应有 ${expected.length} 项：${first?.[at] ?? ''}，应是 ${second?.[at] ?? ''}`,
        ];
  });
  const page = site.read('api/index.html').replaceAll(/\s/g, '');
  for (const [name, { length }] of Object.entries(lists))
    if (!new RegExp(`href="/api/${name}\\.json">[^<]*，${groupDigits(String(length))}条<`).test(page))
      losses.push(`api/index.html: ${name} 应有 ${length} 条`);
  const address = (path: string) => origin + path;
  const { title, contentCommit, ...index } = Object(site.readJson('api/index.json')) as Record<
    string,
    unknown
  >;
  const expected = {
    guide: address('/guide/'),
    schemas: {
      ...{ project: address('/schemas/project.json'), disclosure: address('/schemas/disclosure.json') },
      ...(joined.length > 0 && { result: address('/schemas/result.json') }),
    },
    dataPackage: address('/datapackage.json'),
    checksums: address('/SHA256SUMS'),
    lists: Object.fromEntries(
      Object.entries(lists).map(([name, { length: count }]) => [
        name,
        { url: address(`/api/${name}.json`), count },
      ]),
    ),
  };
  if (!title || contentCommit === '' || JSON.stringify(index) !== JSON.stringify(expected))
    losses.push('api/index.json: 与各表不符');
  return losses;
}
