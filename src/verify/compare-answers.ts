/**
 * In: a built site, and its results with the projects that they answer.
 * Out: what its pages say otherwise of how many projects have a result, which have none, and which results came late.
 */
import { dirname } from 'node:path';
import { isOfClass, isTag } from './compare-result-page.ts';
import type { JoinedResult } from './join-results.ts';
import type { PublishedSite } from './published-site.ts';
import { attributeOf, findAll, hasId, readElements, textOf, type Element } from './read-elements.ts';
import type { RecordedProject } from './record.ts';
import { countOf } from './sums.ts';
import { withoutSpaces } from './without-spaces.ts';

/** Projects without a result that the page of a body lists. */
const LISTED = 20;
/** Bodies that the page of a year lists. */
const BODIES_LISTED = 200;

interface Answers {
  total: number;
  published: number;
  late: number;
  /** Projects without a result. */
  missing: RecordedProject[];
  /** `YYYY-MM-DD`. Undefined: `site.json` does not say. */
  due: string | undefined;
}

/** The results that answer projects, by the ids of these. */
export function resultsByProject(joined: readonly JoinedResult[]): Map<string, JoinedResult> {
  return new Map(joined.flatMap((each) => (each.project ? [[each.project.id, each]] : [])));
}

/** @param projects Of one year. @param ofProjects As of {@link resultsByProject}. */
export function countAnswers(
  projects: readonly RecordedProject[],
  ofProjects: ReadonlyMap<string, JoinedResult>,
  { results, resultsDue }: PublishedSite,
): Answers {
  const due = resultsDue && `${(projects[0]?.year ?? 0) + 1}-${resultsDue}`;
  const own = projects.flatMap(({ id }) => ofProjects.get(id) ?? []);
  const late = own.filter(({ result }) => {
    const day = results.get(dirname(result.id))?.published;
    return due !== undefined && day !== undefined && day > due;
  });
  return {
    ...{ total: projects.length, published: own.length, late: late.length, due },
    missing: projects.filter(({ id }) => !ofProjects.has(id)),
  };
}

/** `4 个项目里，3 个公布了自评，1 个未公布自评。公布的期限是2026年6月30日，2 个晚于期限。` */
export function sentenceOfAnswers({ total, published, late, due }: Answers): string {
  const missing = total - published > 0 ? `，${countOf(total - published)} 个未公布自评` : '';
  const lateness = late > 0 ? `，${countOf(late)} 个晚于期限` : '';
  const ofDue = due === undefined ? '' : `公布的期限是${inWords(due)}${lateness}。`;
  return `${countOf(total)} 个项目里，${countOf(published)} 个公布了自评${missing}。${ofDue}`;
}

export function compareAnswers(joined: readonly JoinedResult[], site: PublishedSite): string[] {
  const losses: string[] = [];
  const ofProjects = resultsByProject(joined);
  const years = new Set(joined.map(({ result }) => result.year));
  const bodies = Map.groupBy(site.projects, ({ id }) => dirname(id));
  const sectionOf = (file: string, id: string): Element | undefined => {
    const html = site.hasFile(`/${file}`) ? site.read(file) : '';
    const page = html.includes(` id="${id}"`) ? readElements(html) : undefined;
    return page && findAll(page, (each) => each.tag === 'section' && hasId(each, id))[0];
  };
  const lose = (file: string, found: unknown, expected: unknown) => {
    const [text, other] = [found, expected].map((value) => JSON.stringify(value));
    if (text !== other) losses.push(`${file}: 自评的数是 ${text ?? ''}，应是 ${other ?? ''}`);
  };
  for (const [id, projects] of bodies) {
    const file = `${id}/index.html`;
    const section = sectionOf(file, 'results');
    const isAsked = years.has(projects[0]?.year ?? 0);
    lose(file, section !== undefined, isAsked);
    if (!section || !isAsked) continue;
    const answers = countAnswers(projects, ofProjects, site);
    const sentence = withoutSpaces(`${projects[0]?.year ?? ''}年，${sentenceOfAnswers(answers)}`);
    lose(file, withoutSpaces(textOf(section)).startsWith(withoutSpaces(`自评${sentence}`)), true);
    const listed = findAll(section, isOfClass('missing')).flatMap((list) => findAll(list, isTag('a')));
    const expected = answers.published > 0 ? answers.missing.slice(0, LISTED) : [];
    // In the order of the body's page, which is by budget.
    const inOrder = (list: readonly (readonly [string, string])[]) => list.map((each) => each.join()).sort();
    const found = listed.map(
      (link) => [attributeOf(link, 'href') ?? '', withoutSpaces(textOf(link))] as const,
    );
    const named = answers.missing.map((each) => [`/${each.id}/`, withoutSpaces(each.name)] as const);
    const isWhole = answers.missing.length <= LISTED;
    if (isWhole || expected.length === 0) lose(file, inOrder(found), inOrder(expected.length ? named : []));
    else
      lose(file, [found.length, found.every((each) => inOrder(named).includes(each.join()))], [LISTED, true]);
  }
  for (const year of years) {
    const own = [...bodies].filter(([, projects]) => projects[0]?.year === year);
    if (own.length === 0) continue;
    const ofYear = site.projects.filter((project) => project.year === year);
    const sentence = withoutSpaces(
      `年初公开目标的 ${sentenceOfAnswers(countAnswers(ofYear, ofProjects, site))}`,
    );
    const said = withoutSpaces(textOf(sectionOf(`${year}/index.html`, 'results')));
    lose(`${year}/index.html`, said.includes(sentence), true);
    const file = `${year}/results/index.html`;
    const section = sectionOf(file, 'bodies');
    const rows = section
      ? findAll(section, isTag('tbody')).flatMap((part) => findAll(part, isTag('tr')))
      : [];
    const counts = new Map(
      own.map(([id, projects]): [string, string[]] => {
        const { total, published, late, missing, due } = countAnswers(projects, ofProjects, site);
        const numbers = [total, published, missing.length, ...(due === undefined ? [] : [late])].map(countOf);
        return [`/${id}/#results`, [site.bodies.get(id)?.publisher ?? '', ...numbers].map(withoutSpaces)];
      }),
    );
    lose(file, rows.length, Math.min(own.length, BODIES_LISTED));
    const links = rows.map((row) => attributeOf(findAll(row, isTag('a'))[0] ?? row, 'href') ?? '');
    lose(file, new Set(links).size, links.length);
    for (const [index, row] of rows.entries()) {
      const cells = findAll(row, ({ tag }) => tag === 'th' || tag === 'td');
      const found = cells.map((cell) => withoutSpaces(textOf(cell)));
      lose(file, found, counts.get(links[index] ?? ''));
    }
  }
  return losses;
}

function inWords(day: string): string {
  return day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
}
