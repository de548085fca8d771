/**
 * In: the page of a project, and all projects.
 * Out: what it says of the same project in another year and neither year does.
 */
import { attributeOf, findAll, readElements, textOf } from './read-elements.ts';
import type { RecordedIndicator, RecordedProject } from './record.ts';
import { fenOf, formatFen, toWords } from './sums.ts';

const NOT_THERE = '没有这一项';
/** The part of the page. */
const SECTION = /<section(?=[^>]* id="years")[^>]*>[^]*?<\/section>/;

export function compareOtherYears(
  html: string,
  project: RecordedProject,
  byId: ReadonlyMap<string, RecordedProject>,
): string[] {
  const section = readElements(SECTION.exec(html)?.[0] ?? '');
  const [table] = section ? findAll(section, ({ tag }) => tag === 'table') : [];
  if (!section || !table) return [];
  const others = findAll(section, ({ tag }) => tag === 'a').flatMap((link) => {
    const other = byId.get((attributeOf(link, 'href') ?? '').slice(1, -1));
    return other ? [{ other, text: textOf(link).trim() }] : [];
  });
  const losses = others.flatMap(({ other, text }) => {
    const name = other.name === project.name ? '' : `，名称是“${other.name}”`;
    return text === `${other.year}年${name}` ? [] : [`逐年比较里“${text}”连到 ${other.id}`];
  });
  const caption = textOf(findAll(table, ({ tag }) => tag === 'caption')[0]).replaceAll(/\s+/g, ' ');
  const [, from, to] = /(\d+)年到(\d+)年/.exec(caption) ?? [];
  const ofYear = (year: string | undefined) =>
    [project, ...others.map(({ other }) => other)].find((each) => String(each.year) === year);
  const [before, after] = [ofYear(from), ofYear(to)];
  if (!before || !after) return [...losses, `逐年比较写着“${caption}”`];
  const rows = findAll(table, ({ tag }) => tag === 'tbody')
    .flatMap((body) => findAll(body, ({ tag }) => tag === 'tr'))
    .map((row) => findAll(row, ({ tag }) => tag === 'th' || tag === 'td').map((cell) => textOf(cell).trim()));
  const [budget = [], ...targets] = rows;
  const sums = ['预算金额', toWords(before.budget?.yuan), toWords(after.budget?.yuan)];
  if (budget.join('\t') !== sums.join('\t'))
    losses.push(`逐年比较写着“${budget.join(' ')}”，应是“${sums.join(' ')}”`);
  const difference = differenceOf(before, after);
  if (!caption.includes(`预算金额${difference}；`))
    losses.push(`逐年比较写着“${caption}”，应是“${difference}”`);
  const count = targets.length === 0 ? '没有变化' : `${targets.length} 项指标不同`;
  if (!caption.includes(count)) losses.push(`逐年比较写着“${caption}”，列了 ${targets.length} 项`);
  for (const [name = '', old = '', now = ''] of targets)
    if (!hasTarget(before, name, old) || !hasTarget(after, name, now) || old === now)
      losses.push(`逐年比较写着“${name} ${old} ${now}”`);
  // Indicators that are alone with their name: of each the two targets are known.
  for (const [name, [then, ...more]] of Map.groupBy(before.indicators, (each) => keyOf(each))) {
    const [now, ...others] = after.indicators.filter((each) => keyOf(each) === name);
    if (!then || !now || more.length > 0 || others.length > 0 || textIn(then) === textIn(now)) continue;
    if (!targets.some(([label]) => label === now.name)) losses.push(`逐年比较里没有“${now.name}”`);
  }
  return losses;
}

function differenceOf(before: RecordedProject, after: RecordedProject): string {
  if (!before.budget || !after.budget) return '无法比较';
  const fen = fenOf(after) - fenOf(before);
  const size = formatFen(fen < 0n ? -fen : fen).slice(1);
  return fen === 0n ? '没有变化' : `${fen > 0n ? '增加' : '减少'} ${size} 元`;
}

/** Whether a project has an indicator of this name with this target, or none of it. A cell may say how a target reads, too. */
function hasTarget({ indicators }: RecordedProject, name: string, text: string): boolean {
  const own = indicators.filter((each) => each.name.trim() === name);
  if (text === NOT_THERE) return true;
  return own.some((each) => text === textIn(each) || text.startsWith(`${textIn(each)}（即 `));
}

function textIn({ annualTarget, periodTarget }: RecordedIndicator): string {
  return (annualTarget ?? periodTarget)?.text.trim() ?? NOT_THERE;
}

function keyOf({ category, subcategory, name }: RecordedIndicator): string {
  return [category, subcategory, name].join('\t');
}
