/**
 * In: a page that lists projects, bodies or departments with their sums.
 * Out: counts and sums that are not those of the projects.
 */
import { dirname } from 'node:path';
import type { PublishedSite } from './published-site.ts';
import { plainTextOf } from './read-elements.ts';
import type { RecordedProject } from './record.ts';
import { groupDigits, toHeadline, totalOf } from './sums.ts';

/** A row of sums: of a body or a department, which is a link, or of a type of projects. */
const SUMS =
  /<th scope="row">((?:(?!<\/th>)[^])*)<\/th>\s*(?:<td class="chart">(?:(?!<\/td>)[^])*<\/td>\s*)?<td class="num pieces">([\d,]+) 个<\/td>\s*<td class="num yuan(?: none)?">([\d,.]+|—)</g;
const NO_TYPE = '未写项目类型';
const NO_TYPES = '表上没有项目类型';
const TOTAL = /<data class="total" value="([\d.]+)">([^]*?)<\/data>/;

/** @param name The page's headline. */
export function compareSums(
  html: string,
  folder: string,
  name: string,
  { projects, bodies }: PublishedSite,
): { losses: string[]; linked: string[] } {
  const [losses, linked]: [string[], string[]] = [[], []];
  const year = Number(/(?:^|\/)(\d{4})\//.exec(html.match(SUMS)?.[0] ?? '')?.[1] ?? folder.split('/')[0]);
  const ofYear = projects.filter((project) => project.year === year);
  const isDepartment = /\/departments\/./.test(folder);
  const parts = projectsOf(folder, name, projects);
  const listed = new Set<string>();
  let typed = 0;
  for (const [, heading = '', count = '', yuan = ''] of html.matchAll(SUMS)) {
    const [, target, link = heading] = /href="\/([^"]+)\/"[^>]*>([^]*?)<\/a>/.exec(heading) ?? [];
    const text = plainTextOf(link).trim();
    if (target !== undefined) linked.push(target);
    let own: readonly RecordedProject[];
    let expected = text;
    if (target === undefined && text === '合计') own = ofYear;
    else if (target === undefined) {
      own = parts.filter((project) => typeOf(project) === text);
      typed += own.length;
    } else if (target.endsWith('/departments')) {
      own = ofYear.filter((project) => !listed.has(departmentOf(project)));
      expected = `其余 ${new Set(own.map(departmentOf)).size} 个部门`;
    } else if (target.includes('/departments/')) {
      own = ofYear.filter((project) => departmentOf(project) === text);
      listed.add(text);
    } else {
      own = (isDepartment ? parts : projects).filter(({ id }) => dirname(id) === target);
      expected = bodies.get(target)?.publisher ?? '';
    }
    if (
      text !== expected ||
      groupDigits(String(own.length)) !== count ||
      groupDigits(totalOf(own) ?? '—') !== yuan
    )
      losses.push(`“${text}”写着 ${count} 个，${yuan} 元`);
  }
  if (typed > 0 && typed !== parts.length) losses.push(`按类型共 ${typed} 个项目`);
  const [, total, shown = ''] = TOTAL.exec(html) ?? [];
  if (total !== undefined && parts.length > 0 && totalOf(parts) !== total) losses.push(`合计是 ${total} 元`);
  if (total !== undefined && plainTextOf(shown).replaceAll(/\s/g, '') !== groupDigits(toHeadline(total)))
    losses.push(`合计 ${total} 元写成了“${shown}”`);
  return { losses, linked };
}

/** The projects that a page is about. @param name Its headline. */
export function projectsOf(
  folder: string,
  name: string,
  projects: readonly RecordedProject[],
): readonly RecordedProject[] {
  const [, of = folder] = /^(.*)\/(?:changes|bodies|departments)(?:\/[^/]*)?$/.exec(folder) ?? [];
  const newest = Math.max(...projects.map(({ year }) => year));
  const own = projects.filter(({ id }) => id.startsWith(`${of === '.' ? newest : of}/`));
  return /\/departments\/./.test(folder) ? own.filter((project) => departmentOf(project) === name) : own;
}

/** What a project is listed under as its type. */
export function typeOf({ type, source }: RecordedProject): string {
  return type ?? (source.notAsked?.includes('type') ? NO_TYPES : NO_TYPE);
}

/** What a project is listed under as its department. */
export function departmentOf({ department, source }: RecordedProject): string {
  return department ?? (source.notAsked?.includes('department') ? '表上没有主管部门' : '未写主管部门');
}
