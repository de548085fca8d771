/**
 * In: a page, and the project as published in JSON, which is compared with the source elsewhere.
 * Out: what the page says otherwise than the project, or than the lines of the source.
 */
import { attributeOf, findAll, hasClass, readElements, textOf, type Element } from './read-elements.ts';
import { isShownAs } from './is-shown-as.ts';
import type { Comparison, RecordedDisclosure, RecordedIndicator, RecordedProject } from './record.ts';

/** The page's words for a text that is not there. */
const NOT_WRITTEN = '未写';
const NO_CATEGORY = '未写一级指标';
const NO_GOAL = '原表没有写。';
const NOTHING: Element = { tag: '', attributes: '', children: [] };

/** @param notices Those of the source. */
export function comparePage(
  html: string,
  project: RecordedProject,
  lines: readonly string[],
  notices: RecordedDisclosure['notices'],
): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const main = readMain(html);
  if (!main) return { cells: 0, losses: ['页面的标记不完整'] };
  const section = (id: string) =>
    findAll(main, ({ tag, attributes }) => tag === 'section' && attributes.includes(` id="${id}"`))[0];
  const same = (line: number, expected: readonly string[], found: readonly string[]) => {
    comparison.cells += expected.filter((text) => text !== '').length;
    for (let index = 0; index < Math.max(expected.length, found.length); index += 1)
      if (expected[index]?.trim() !== found[index]?.trim())
        comparison.losses.push(`${line} 行 “${expected[index] ?? ''}”，页面上是“${found[index] ?? ''}”`);
  };
  const [total] = findAll(main, (element) => hasClass(element, 'total'));
  const { name, budget, source, indicators } = project;
  same(
    source.startLine,
    [project.id],
    [attributeOf(findAll(main, ({ tag }) => tag === 'main')[0] ?? main, 'data-project-id') ?? ''],
  );
  same(
    source.startLine,
    [name],
    findAll(main, ({ tag }) => tag === 'h1').map((element) => textOf(element)),
  );
  same(
    source.startLine,
    [budget.yuan, budget.yuan],
    [(total && attributeOf(total, 'value')) ?? '', textOf(total).replaceAll(',', '')],
  );
  same(source.startLine, goalsOf(project), readGoals(section('goals')));
  same(source.startLine, fieldsOf(project), readFields(section('fields')));
  const rows = findAll(section('indicators') ?? main, ({ tag }) => tag === 'tbody').flatMap(readRows);
  const groups = [...Map.groupBy(indicators, ({ category }) => category).values()].flat();
  for (const [index, indicator] of groups.entries())
    same(indicator.line, rowOf(indicator), rows[index] ?? []);
  if (rows.length !== groups.length)
    comparison.losses.push(`${source.startLine} 行起 ${groups.length} 项指标，页面上有 ${rows.length} 项`);
  const text = textOf(main);
  const messages = notices.flatMap(({ line, message }) =>
    source.startLine <= line && line <= source.endLine ? [message] : [],
  );
  for (const expected of [source.path, source.sha256, ...messages])
    if (!text.includes(expected)) comparison.losses.push(`${source.startLine} 行起 页面上没有“${expected}”`);
  for (const [, target = '', written = ''] of html.matchAll(/href="[^"]*#L(\d+)">第 (\d+) 行</g))
    if (target !== written) comparison.losses.push(`“第 ${written} 行”连到第 ${target} 行`);
  const byLine = Map.groupBy(indicators, (indicator) => `#L${indicator.line}`);
  const [figure = NOTHING] = findAll(main, (element) => hasClass(element, 'progress'));
  for (const link of findAll(figure, (element) => hasClass(element, 'to-line'))) {
    const shownText = textOf(link).trim();
    const ofLine = byLine.get(attributeOf(link, 'href') ?? '') ?? [];
    // What a target reads as may be behind it.
    const texts = ofLine.flatMap((each) => [each.annualTarget?.text, each.periodTarget?.text]);
    if (!texts.some((each) => each !== undefined && shownText.startsWith(each)))
      comparison.losses.push(`${ofLine[0]?.line ?? 0} 行 页面上有“${shownText}”`);
  }
  const shown = compareLines(section('source'), lines, comparison);
  for (let line = source.startLine; line <= source.endLine; line += 1)
    if (!shown.has(line)) comparison.losses.push(`${line} 行 页面上没有这一行原文`);
  return comparison;
}

/** Compares the page of a whole source. */
export function compareSourcePage(html: string, lines: readonly string[]): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const main = readMain(html);
  if (!main) return { cells: 0, losses: ['页面的标记不完整'] };
  const shown = compareLines(main, lines, comparison);
  for (const [index, line] of lines.entries())
    if (line !== '' && !shown.has(index + 1)) comparison.losses.push(`${index + 1} 行 页面上没有这一行原文`);
  return comparison;
}

function readMain(html: string): Element | undefined {
  return readElements(html.slice(html.indexOf('<main'), html.lastIndexOf('</main>') + '</main>'.length));
}

/** Each line that is shown is a line of the source. @returns Their numbers. */
function compareLines(
  section: Element | undefined,
  lines: readonly string[],
  comparison: Comparison,
): Set<number> {
  const shown = new Set<number>();
  for (const item of findAll(
    section ?? NOTHING,
    ({ tag, attributes }) => tag === 'li' && attributes.includes(' value='),
  )) {
    const number = Number(attributeOf(item, 'value'));
    const [line = '', text] = [lines[number - 1], textOf(item)];
    comparison.cells += 1;
    if (isShownAs(line.trimEnd(), text.trimEnd()) && attributeOf(item, 'id') === `L${number}`)
      shown.add(number);
    else comparison.losses.push(`${number} 行 原文“${line}”，页面上是“${text}”`);
  }
  return shown;
}

function goalsOf({ year, goals: { period, annual } }: RecordedProject): string[] {
  const toTexts = (text: string | null) => text?.split('\n') ?? [NO_GOAL];
  if (period !== null && period === annual) return [`实施周期总目标和${year}年度目标`, ...toTexts(period)];
  return [`${year}年度目标`, ...toTexts(annual), '实施周期总目标', ...toTexts(period)];
}

function readGoals(section: Element | undefined): string[] {
  const isText = (element: Element) =>
    element.tag === 'h3' || hasClass(element, 'goal') || element.attributes === ' class="soft"';
  return section
    ? findAll(section, isText).map((element) => textOf(element, (part) => hasClass(part, 'place')))
    : [];
}

/** Label, value and address of its line in turn; the form's fields have an address that only the page knows. */
function fieldsOf({
  type,
  level,
  department,
  spendingUnit,
  period,
  budget,
  otherFields,
}: RecordedProject): string[] {
  const texts = [
    ['项目类型', type ?? NOT_WRITTEN],
    ['项目等级', level ?? NOT_WRITTEN],
    ['主管部门', department ?? NOT_WRITTEN],
    ['用款单位', spendingUnit ?? NOT_WRITTEN],
    ...(period ? [['实施周期', `${period.start} 至 ${period.end}`]] : []),
    ['预算金额', budget.text],
  ];
  const others = otherFields.map(({ label, value, line }) => [label, value, `#L${line}`]);
  return [...texts.map(([label = '', value = '']) => [label, value, '']), ...others].flat();
}

function readFields(section: Element | undefined): string[] {
  const isNote = (element: Element) => hasClass(element, 'soft');
  return findAll(section ?? NOTHING, ({ tag }) => tag === 'dt' || tag === 'dd').flatMap((element) => {
    if (element.tag === 'dt') return [textOf(element)];
    const [link] = findAll(element, ({ tag }) => tag === 'a');
    const address = link && findAll(element, isNote).length === 0 ? attributeOf(link, 'href') : undefined;
    return [textOf(link ?? element, (part) => hasClass(part, 'term')), address ?? ''];
  });
}

/** The values of an indicator, with the address of its line. */
function rowOf({
  category,
  subcategory,
  name,
  periodTarget,
  annualTarget,
  details,
  line,
}: RecordedIndicator): string[] {
  const linked = (text: string | undefined) => (text === undefined ? NOT_WRITTEN : `#L${line} ${text}`);
  const targets = [annualTarget, periodTarget].map((target) => linked(target?.text));
  return [
    category || NO_CATEGORY,
    subcategory,
    name,
    ...targets,
    ...details.map(({ label, value }) => `${label}：${value}`),
  ];
}

function readRows(body: Element): string[][] {
  const [heading] = findAll(body, ({ tag }) => tag === 'th');
  const rows = findAll(body, ({ tag, attributes }) => tag === 'tr' && attributes.includes(' data-indicator'));
  return rows.map((row) => {
    const [group, , annual, period = annual] = row.children.filter((child) => typeof child !== 'string');
    const [summary] = findAll(group ?? row, ({ tag }) => tag === 'summary');
    return [
      textOf(heading),
      textOf(summary ?? group),
      textOf(findAll(row, ({ tag, attributes }) => tag === 'a' && !attributes.includes('to-line'))[0]),
      ...[annual, period].map(readTarget),
      ...findAll(row, (element) => hasClass(element, 'promise')).map((element) => textOf(element)),
    ];
  });
}

function readTarget(cell: Element | undefined): string {
  const [link] = findAll(cell ?? NOTHING, ({ tag }) => tag === 'a');
  return link ? `${attributeOf(link, 'href') ?? ''} ${textOf(link).trim()}` : textOf(cell);
}
