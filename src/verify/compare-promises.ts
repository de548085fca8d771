/**
 * In: the lists of what became of the targets, on a body's page of changes, and the projects of both years as published in JSON.
 * Out: counts that are not those of the rows or of the projects, and rows that say otherwise than the projects.
 */
import { attributeOf, findAll, textOf, type Element } from './read-elements.ts';
import type { RecordedIndicator, RecordedProject } from './record.ts';

/** A project of the later year, and the same one of the earlier year. */
interface Pair {
  now: RecordedProject | undefined;
  match: RecordedProject | undefined;
}

/** What a row says of a year that lacks the indicator, or its target. */
const ABSENT = '没有这一项';
const UNWRITTEN = '未写';

export function comparePromises(page: Element, pairs: readonly Pair[]): string[] {
  const groups = new Map(
    findAll(page, ({ attributes }) => attributes.includes(' data-promises=')).map((group) => [
      attributeOf(group, 'data-promises') ?? '',
      { count: attributeOf(group, 'data-count'), said: wordsOf(group), rows: readRows(group) },
    ]),
  );
  const losses: string[] = [];
  const countOf = (kind: string) => Number(groups.get(kind)?.count ?? 0);
  for (const [kind, { count, said, rows }] of groups) {
    if (!said.includes(`${groupThousands(count ?? '')} 项`)) losses.push(`承诺的变化，${kind}：写着 ${said}`);
    if (kind !== 'same' && rows.length !== Number(count))
      losses.push(`承诺的变化，${kind}：${rows.length} 行，写着 ${count ?? ''} 项`);
    for (const row of rows)
      if (!isOfPair(kind, row, pairs)) losses.push(`承诺的变化，${kind}：“${row.cells.join(' ')}”`);
  }
  const expected = { same: 0, added: 0, ended: 0, all: 0 };
  for (const { now, match } of pairs) {
    if (!now || !match) continue;
    const [later, earlier] = [now, match].map(({ indicators }) => indicators);
    const shared = sharedCount(keyOf, later, earlier);
    expected.added += now.indicators.length - shared;
    expected.ended += match.indicators.length - shared;
    expected.all += now.indicators.length + match.indicators.length - shared;
    expected.same += sharedCount(
      (each) => `${keyOf(each)}\t${JSON.stringify(targetOf(each))}`,
      later,
      earlier,
    );
  }
  const found = {
    ...{ same: countOf('same'), added: countOf('added'), ended: countOf('ended') },
    all: [...groups.keys()].reduce((sum, kind) => sum + countOf(kind), 0),
  };
  if (JSON.stringify(found) !== JSON.stringify(expected))
    losses.push(`承诺的变化是 ${JSON.stringify(found)}，应是 ${JSON.stringify(expected)}`);
  return losses;
}

interface Row {
  /** The project's address, without slashes around it. */
  id: string;
  cells: string[];
}

function readRows(group: Element): Row[] {
  return findAll(group, ({ tag }) => tag === 'tbody')
    .flatMap((body) => findAll(body, ({ tag }) => tag === 'tr'))
    .map((row) => {
      const [link] = findAll(row, ({ tag }) => tag === 'a');
      const href = (link && attributeOf(link, 'href')) ?? '';
      return {
        id: href.replace(/#.*$/, '').slice(1, -1),
        cells: [...(link ? [link] : []), ...findAll(row, ({ tag }) => tag === 'td')].map(wordsOf),
      };
    });
}

/** Whether a project has an indicator of this name in the years that the row says, with these targets. */
function isOfPair(kind: string, { id, cells }: Row, pairs: readonly Pair[]): boolean {
  const [name = '', before = '', after = ''] = cells;
  const pair = pairs.find(({ now, match }) => (kind === 'ended' ? match : now)?.id === id);
  const fits = (text: string, project: RecordedProject | undefined) =>
    project?.indicators.filter(
      (each) =>
        fold(each.name || each.subcategory) === name &&
        (targetOf(each) === null ? text === UNWRITTEN : text.startsWith(fold(targetOf(each)?.text ?? ''))),
    ) ?? [];
  const [old, now] = [fits(before, pair?.match), fits(after, pair?.now)];
  if (kind === 'added') return before === ABSENT && now.length > 0;
  if (kind === 'ended') return after === ABSENT && old.length > 0;
  if (old.length === 0 || now.length === 0) return false;
  const figures = (of: readonly RecordedIndicator[]) => of.map((each) => Number(targetOf(each)?.value));
  const isOfOneUnit = targetOf(old[0])?.unit === targetOf(now[0])?.unit;
  if (!isOfOneUnit || (kind !== 'raised' && kind !== 'lowered')) return true;
  return figures(old).some((from) => figures(now).some((to) => (kind === 'raised' ? to > from : to < from)));
}

function targetOf(indicator: RecordedIndicator | undefined): RecordedIndicator['annualTarget'] {
  return indicator?.annualTarget ?? indicator?.periodTarget ?? null;
}

function keyOf({ category, subcategory, name }: RecordedIndicator): string {
  return [category, subcategory, name].join('\t');
}

/** How many rows two lists have in common, each as often as both have it. */
function sharedCount(
  toKey: (indicator: RecordedIndicator) => string,
  ...[later = [], earlier = []]: readonly (readonly RecordedIndicator[] | undefined)[]
): number {
  const counts = new Map<string, number>();
  for (const each of earlier) counts.set(toKey(each), (counts.get(toKey(each)) ?? 0) + 1);
  let shared = 0;
  for (const each of later) {
    const left = counts.get(toKey(each)) ?? 0;
    if (left > 0) shared += 1;
    counts.set(toKey(each), left - 1);
  }
  return shared;
}

function groupThousands(count: string): string {
  return count.replaceAll(/\d(?=(?:\d{3})+$)/g, '$&,');
}

function wordsOf(element: Element): string {
  return fold(textOf(element));
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
