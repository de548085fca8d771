/**
 * In: the first page of a comparison, and all its rows, each compared with its indicator.
 * Out: what it says of them otherwise: how many are written in each way, from where to where their figures are, and each mark.
 */
import { compareChoices } from './compare-list.ts';
import { attributeOf, findAll, hasClass, textOf, type Element } from './read-elements.ts';
import { countOf, groupDigits } from './sums.ts';

/** A row of a comparison. */
export interface SpreadRow {
  /** Of its row on the page. */
  id: string;
  year: number;
  publisher: string;
  /** What its figure is counted in. Of rows without a figure {@link WORDS}. */
  unit: string;
  value: string | undefined;
  /** How it is written. */
  writing: string;
}

export const WORDS = '没有数';
/** Units that are said in words. */
const SIGNS: Record<string, string> = { 百分数: '%', 没有写单位: '' };
/** Fewer rows have no choices, more marks are no links. */
const FEW = 3;
const ZEROS: Record<string, number> = { '': 0, 万: 4, 亿: 8 };
/** Of a mark's place, in percent of the width. */
const TOLERANCE = 0.02;

export function compareSpread(page: Element, rows: readonly SpreadRow[]): string[] {
  const [first] = rows;
  if (!first) return [];
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a);
  const main = first.unit === WORDS ? [] : rows.filter(({ unit }) => unit === first.unit);
  const losses = compareAnswer(page, rows, main, years);
  if (rows.length < FEW) return losses;
  losses.push(...compareCounts(page, rows, first.unit));
  const choices = {
    body: rows.map(({ publisher }) => publisher),
    year: rows.map(({ year }) => `${year}年`),
    writing: rows.map(({ writing }) => writing),
    unit: rows.map(({ unit }) => unit),
  };
  losses.push(...compareChoices(page, 'compared', choices));
  const figures = findAll(page, (element) => hasClass(element, 'dots'));
  const drawn = main.filter(({ year }) => years.slice(0, 2).includes(year));
  if (figures.length > 0)
    losses.push(...figures.flatMap((figure) => compareMarks(figure, drawn, textOf(page))));
  else if (drawn.length >= FEW && new Set(drawn.map(({ value }) => value)).size > 1)
    losses.push('没有分布图');
  return losses;
}

/** `3 个单位 2 年共写了 9 项。2026年的 5 项里，4 项的数从 80% 到 100%，中间一项是 95%；1 项只有文字。` */
function compareAnswer(
  page: Element,
  rows: readonly SpreadRow[],
  main: readonly SpreadRow[],
  years: readonly number[],
): string[] {
  const said = textOf(findAll(page, (element) => hasClass(element, 'answer')).at(-1));
  const bodies = new Set(rows.map(({ publisher }) => publisher)).size;
  const [newest = 0] = years;
  const ofYear = rows.filter(({ year }) => year === newest);
  const values = main.flatMap(({ year, value }) => (year === newest && value !== undefined ? [value] : []));
  values.sort((a, b) => Number(a) - Number(b));
  const unit = main[0]?.unit ?? '';
  const figure = (value = '') => `${groupDigits(value)} ${SIGNS[unit] ?? unit}`;
  const [least, middle, most] = [values[0], values[Math.floor((values.length - 1) / 2)], values.at(-1)];
  const words = ofYear.filter(({ writing }) => writing === '只有文字').length;
  const range =
    Number(least) === Number(most)
      ? `都是 ${figure(least)}`
      : `从 ${figure(least)}到 ${figure(most)}，中间一项是 ${figure(middle)}`;
  const spread = [
    years.length > 1 ? `${newest}年的 ${countOf(ofYear.length)} 项里，` : '',
    `${countOf(values.length)} 项的数${range}`,
    words > 0 ? `；${countOf(words)} 项只有文字` : '',
    '。',
  ];
  const when = years.length === 1 ? `在 ${newest}年` : `${years.length} 年共`;
  const text = [
    `${countOf(bodies)} 个单位${when}写了${countOf(rows.length)} 项。`,
    ...(values.length > 1 ? spread : []),
  ].join('');
  return plain(said).includes(plain(text)) ? [] : [`写的是“${said.trim()}”，应是“${text}”`];
}

/** Rows by the way they are written, year by year. */
function compareCounts(page: Element, rows: readonly SpreadRow[], main: string): string[] {
  const [table] = findAll(page, (element) => hasClass(element, 'counts'));
  if (!table) return ['没有各种写法的表'];
  const columns = findAll(findAll(table, isTag('thead'))[0] ?? table, isTag('th'))
    .slice(1)
    .map((head) => textOf(head).trim());
  const columnOf = ({ year }: SpreadRow) => (columns.includes(`${year}年`) ? `${year}年` : '更早');
  const labelOf = ({ unit, writing }: SpreadRow) => (unit === main || unit === WORDS ? writing : '其他单位');
  const expected = Map.groupBy(rows, (row) => `${labelOf(row)} ${columnOf(row)}`);
  const found = findAll(table, (element) => element.tag === 'tbody' || element.tag === 'tfoot')
    .flatMap((part) => findAll(part, isTag('tr')))
    .flatMap((row) => {
      const label = textOf(findAll(row, isTag('th'))[0], (part) => hasClass(part, 'soft')).trim();
      return findAll(row, isTag('td')).map((cell, at) => ({
        ...{ label, column: columns[at] ?? '' },
        count: Number(textOf(cell).replaceAll(/[\s,]/g, '')),
      }));
    });
  const losses = found.flatMap(({ label, column, count }) => {
    const right =
      label === '合计'
        ? rows.filter((row) => columnOf(row) === column).length
        : (expected.get(`${label} ${column}`)?.length ?? 0);
    return count === right ? [] : [`${column}“${label}”写着 ${count} 项，应是 ${right} 项`];
  });
  const labels = new Set(found.map(({ label }) => label));
  const missing = [...new Set(rows.map(labelOf))].filter((label) => !labels.has(label));
  return [...losses, ...missing.map((label) => `没有“${label}”`)];
}

/** Each mark of a year is where the axis has its figure. */
function compareMarks(figure: Element, drawn: readonly SpreadRow[], said: string): string[] {
  const caption = textOf(findAll(figure, isTag('figcaption'))[0]);
  const [, year, count = ''] = /^\s*(\d+)年\s+([\d,]+) 项/.exec(caption) ?? [];
  const own = new Map(drawn.filter((row) => String(row.year) === year).map((row) => [row.id, row]));
  const losses = countOf(own.size) === count ? [] : [`分布图写着“${caption.trim()}”，应是 ${own.size} 项`];
  const marks = findAll(figure, isTag('use'));
  if (!said.includes('最多代表') && marks.length !== own.size)
    losses.push(`分布图里 ${year ?? ''}年有 ${marks.length} 个记号，应是 ${own.size} 个`);
  const axis = findAll(figure, (element) => hasClass(element, 'axis'))[0] ?? figure;
  const ticks = findAll(axis, isTag('text')).map((tick) => ({
    value: readTick(textOf(tick)),
    x: lengthOf(tick, 'x'),
  }));
  const [start, end] = [ticks[0], ticks.at(-1)];
  if (!start || !end || start === end) return losses;
  const scale = said.includes('每一格是十倍') ? Math.log10 : (value: number) => value;
  const placeOf = (value: number) =>
    start.x +
    ((scale(value) - scale(start.value)) / (scale(end.value) - scale(start.value))) * (end.x - start.x);
  for (const { value, x } of ticks)
    if (Math.abs(placeOf(value) - x) > TOLERANCE) losses.push(`分布图的轴上 ${value} 不在它的位置`);
  for (const link of findAll(figure, isTag('a'))) {
    const row = own.get((attributeOf(link, 'href') ?? '').slice(1));
    const [mark] = findAll(link, isTag('use'));
    const place = row?.value === undefined ? NaN : placeOf(Number(row.value));
    const title = textOf(findAll(link, isTag('title'))[0]).trim();
    const isRight = mark && Math.abs(place - lengthOf(mark, 'x')) <= TOLERANCE;
    if (!isRight || !title.startsWith(`${row?.publisher ?? ''}，`)) losses.push(`分布图的记号“${title}”`);
  }
  return losses;
}

/** `2,500`, `20万`, `100%`. */
function readTick(text: string): number {
  const [, figure = '', power = ''] = /^\s*([-\d.,e+]+)([万亿]?)/.exec(text) ?? [];
  return Number(`${figure.replaceAll(',', '')}e${ZEROS[power] ?? 0}`);
}

function lengthOf(element: Element, attribute: string): number {
  return Number(attributeOf(element, attribute)?.replace('%', ''));
}

function plain(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function isTag(name: string) {
  return (element: Element) => element.tag === name;
}
