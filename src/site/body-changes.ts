/** How the sums of bodies differ from one year of the site to the next. */
import { Decimal } from 'decimal.js';
import type { History } from './history.ts';
import type { Site, Year } from './site.ts';

/** One body in two years. */
export interface BodyChange {
  name: string;
  /** Its page of changes; where it is in one of the years only, its page of that year. */
  href: string;
  note?: string;
  /** Sums, yuan. Null: no form has funds; undefined: it published nothing in that year. */
  before: string | null | undefined;
  after: string | null | undefined;
  /** The difference, yuan. */
  yuan: string;
}

/** The bodies of a year and of the year before, the largest difference first. Those whose sums can't be compared are left out. */
export function bodyChanges(year: Year, { years }: Site, history: History): BodyChange[] {
  const last = years[years.indexOf(year) + 1];
  if (!last) return [];
  const continued = new Set<string>();
  const current = year.bodies.map((body): BodyChange => {
    const before = history.previous.get(body.id);
    const isInBoth = before !== undefined && before.entry.year === last.year;
    if (isInBoth) continued.add(before.id);
    return {
      name: body.entry.publisher,
      href: isInBoth ? `/${body.id}/changes/` : `/${body.id}/`,
      ...(!isInBoth && { note: '新公开' }),
      before: isInBoth ? before.yuan : undefined,
      after: body.yuan,
      yuan: differenceOf(isInBoth ? before.yuan : '0', body.yuan),
    };
  });
  const gone = last.bodies
    .filter(({ id }) => !continued.has(id))
    .map((body): BodyChange => ({
      name: body.entry.publisher,
      href: `/${body.id}/`,
      note: '没有再公开',
      ...{ before: body.yuan, after: undefined, yuan: differenceOf(body.yuan, '0') },
    }));
  return [...current, ...gone]
    .filter(({ yuan }) => yuan !== '')
    .sort((a, b) => new Decimal(b.yuan).abs().comparedTo(new Decimal(a.yuan).abs()));
}

/** How many bodies have more and how many less, as a sentence: `31 个单位增加，28 个单位减少。` */
export function describeBodies(changes: readonly BodyChange[]): string {
  const parts = (
    [
      ['增加', ({ note, yuan }) => note === undefined && !yuan.startsWith('-') && yuan !== '0.00'],
      ['减少', ({ note, yuan }) => note === undefined && yuan.startsWith('-')],
      ['新公开', ({ note }) => note === '新公开'],
      ['没有再公开', ({ note }) => note === '没有再公开'],
    ] as const satisfies readonly (readonly [string, (change: BodyChange) => boolean])[]
  ).map(([word, fits]) => ({ word, count: changes.filter(fits).length }));
  const said = parts.filter(({ count }) => count > 0).map(({ word, count }) => `${count} 个单位${word}`);
  return said.length === 0 ? '' : `${said.join('，')}。`;
}

/** Empty: one of the sums is missing. */
function differenceOf(before: string | null, after: string | null): string {
  return before === null || after === null ? '' : new Decimal(after).minus(before).toFixed(2);
}
