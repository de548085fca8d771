/** The level above bodies: 主管部门, as the tables name it. Made once a build. */
import { onceASite } from '../astro-internals/once-a-site.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { cacheKey, keyOfBody } from './cache-key.ts';
import { readSite, sortByYuan, toTotal, type BodyYear, type Total, type Year } from './site.ts';

/** The projects of one department in one year. */
export interface Department extends Total {
  name: string;
  /** `/<year>/departments/<slug>/` is its page. */
  slug: string;
  /** Its bodies, each with the department's projects alone; largest first. */
  bodies: BodyYear[];
}

/** Departments by year, largest first; none where a year has one alone, which says nothing. */
export const readDepartments = onceASite(async () => {
  const { years } = await readSite();
  return new Map(years.map((year) => [year.year, departmentsOf(year)]));
});

function departmentsOf(year: Year): Department[] {
  const named = [...Map.groupBy(year.projects, departmentOf)];
  if (named.length < 2) return [];
  const bodies = new Map(year.bodies.map((body) => [body.id, body]));
  const alike = Map.groupBy(named, ([name]) => toSlug(name));
  return sortByYuan(
    named.map(([name, projects]) => ({
      ...{ id: name, name, slug: slugOf(name, alike.get(toSlug(name))?.length ?? 1) },
      ...toTotal(projects),
      bodies: sortByYuan(
        [...Map.groupBy(projects, ({ bodyId }) => bodyId)].flatMap(([id, own]) => {
          const body = bodies.get(id);
          return body ? [{ ...body, ...toTotal(own) }] : [];
        }),
        ({ yuan }) => yuan,
      ),
    })),
    ({ yuan }) => yuan,
  );
}

/** What a project is listed under; where it has none, whether its form asks for one. */
function departmentOf({ department, source }: Project): string {
  return department ?? (source.asked.fields.includes('department') ? '未写主管部门' : '表上没有主管部门');
}

/** Names that sound alike, or like the word of a list's later pages, get a digest behind them. */
function slugOf(name: string, alike: number): string {
  const slug = toSlug(name);
  return alike > 1 || slug === 'page' ? `${slug}-${cacheKey(name).slice(0, 8)}` : slug;
}

/** Represents the departments of a year. */
export function keyOfDepartments({ bodies }: Pick<Year, 'bodies'>): unknown {
  return bodies.map(keyOfBody);
}
