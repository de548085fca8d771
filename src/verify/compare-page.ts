/**
 * In: a page, and the project as published in JSON, which is compared with the source elsewhere.
 * Out: what the page says otherwise than the project, or than the lines of the source.
 */
import { dirname } from 'node:path';
import type { BuiltSite } from './built-site.ts';
import { checkFrame, type DataFacts } from './check-frame.ts';
import { compareCorrections } from './compare-corrections.ts';
import { compareOriginal } from './compare-original.ts';
import {
  attributeOf,
  findAll,
  hasClass,
  plainTextOf,
  readElements,
  textOf,
  type Element,
} from './read-elements.ts';
import { isShownAs } from './is-shown-as.ts';
import type { FrontMatter } from './front-matter.ts';
import { readOrigins, type Origins } from './read-origins.ts';
import type { Comparison, RecordedDisclosure, RecordedIndicator, RecordedProject } from './record.ts';
import { isAsked, NOT_WRITTEN, readRows, rowOf, wordOf } from './project-rows.ts';
import { shareOf } from './shares.ts';
import { fenOf, sortBySum, toHeadline, totalOf, toWords, underHeadline } from './sums.ts';

/** The page's words for a goal that is not there. */
const NO_GOAL = '原表没有写。';
/** What is no more than a label: without figures, and not a sentence. */
const LABEL = /^[^\d,，。;；、:：]{1,20}[:：]?$/;
/** An element that says nothing. */
export const NOTHING: Element = { tag: '', attributes: '', children: [] };

/** A source as its outputs are compared with it. */
export interface Source {
  lines: readonly string[];
  notices: RecordedDisclosure['notices'];
  /** Where it was published, and by whom. */
  front: FrontMatter & { publisher: string };
  /** All its projects. */
  projects: readonly RecordedProject[];
  site: BuiltSite;
}

/**
 * @param pages Of the project in their order: a long table goes on at a second page.
 * @param anchors Of the rows of its indicators.
 */
export function comparePage(
  pages: readonly string[],
  project: RecordedProject,
  anchors: readonly string[],
  { lines, notices, front, projects, site }: Source,
): Comparison {
  const elements = pages.map((html) => readElements(html) ?? NOTHING);
  const mains = elements.map((page) => findAll(page, ({ tag }) => tag === 'main')[0] ?? NOTHING);
  const [page, main] = [elements[0], mains[0]];
  if (!page || !main || mains.includes(NOTHING)) return { cells: 0, losses: ['页面的标记不完整'] };
  const comparison: Comparison = {
    cells: 0,
    losses: elements.flatMap((each, index) =>
      index === 0
        ? checkFrame(each, `/${project.id}/`, site, dataOf(project, front))
        : checkFrame(each, `/${project.id}/page/${index + 1}/`, site),
    ),
  };
  const section = (id: string, part = main) =>
    findAll(part, ({ tag, attributes }) => tag === 'section' && attributes.includes(` id="${id}"`))[0];
  const same = (line: number, expected: readonly string[], found: readonly string[]) => {
    comparison.cells += expected.filter((text) => text !== '').length;
    for (let index = 0; index < Math.max(expected.length, found.length); index += 1)
      if (expected[index]?.trim() !== found[index]?.trim())
        comparison.losses.push(`${line} 行 “${expected[index] ?? ''}”，页面上是“${found[index] ?? ''}”`);
  };
  const [total] = findAll(main, (element) => hasClass(element, 'total'));
  const { name, budget, source, indicators } = project;
  for (const part of mains)
    same(source.startLine, [project.id], [attributeOf(part, 'data-project-id') ?? '']);
  same(
    source.startLine,
    [name],
    findAll(main, ({ tag }) => tag === 'h1').map((element) => textOf(element)),
  );
  same(
    source.startLine,
    budget ? [budget.yuan, toHeadline(budget.yuan)] : [],
    total ? [attributeOf(total, 'value') ?? '', textOf(total).replaceAll(',', '')] : [],
  );
  const ofProject = (front.corrections ?? []).filter((correction) =>
    isShownAs(correction.project ?? '', name),
  );
  comparison.losses.push(...compareCorrections(main, ofProject));
  same(source.startLine, goalsOf(project), readGoals(section('goals')));
  const origins = readOrigins(lines);
  same(source.startLine, fieldsOf(project, origins), readFields(section('fields')));
  const anchored = indicators.map((indicator, index) => ({ ...indicator, anchor: anchors[index] ?? '' }));
  let rowCount = 0;
  for (const part of mains) {
    const rows = findAll(section('indicators', part) ?? part, ({ tag }) => tag === 'tbody').flatMap((body) =>
      readRows(body, project),
    );
    const own = anchored.slice(rowCount, rowCount + rows.length);
    rowCount += rows.length;
    // Each page has its rows by category.
    const groups = [...Map.groupBy(own, ({ category }) => category).values()].flat();
    for (const [index, indicator] of groups.entries()) {
      const { anchor, line } = indicator;
      const place = `#L${line} ${origins?.(line) ?? `第 ${line} 行`}`;
      same(line, [anchor, ...rowOf(indicator, project, place)], rows[index] ?? []);
    }
  }
  if (rowCount !== indicators.length)
    comparison.losses.push(`${source.startLine} 行起 ${indicators.length} 项指标，页面上有 ${rowCount} 项`);
  if (site.reportTo !== undefined) compareReports(mains, anchored, project, { origins, site }, comparison);
  const text = mains.map((part) => textOf(part)).join('\n');
  for (const [part, texts] of saidOf(project, projects, front))
    for (const expected of texts) {
      const [found] = findAll(page, ({ tag }) => tag === part);
      if (!textOf(found).replaceAll(/\s/g, '').includes(expected.replaceAll(/\s/g, '')))
        comparison.losses.push(`${source.startLine} 行起 页面上没有“${expected}”`);
    }
  for (const link of mains.flatMap((part) => findAll(part, (element) => hasClass(element, 'compared'))))
    if (textOf(link) !== '比较')
      comparison.losses.push(`${source.startLine} 行起 比较的链接写着“${textOf(link)}”`);
  compareNeighbours(main, project, projects, comparison);
  const messages = notices.flatMap(({ line, message }) =>
    source.startLine <= line && line <= source.endLine ? [message] : [],
  );
  for (const expected of [source.path, source.sha256, ...messages])
    if (!hasMessage(text, expected, origins))
      comparison.losses.push(`${source.startLine} 行起 页面上没有“${expected}”`);
  const html = pages.join('');
  for (const [, target = '', written = ''] of html.matchAll(/href="[^"]*#L(\d+)">第 (\d+) 行</g))
    if (target !== written) comparison.losses.push(`“第 ${written} 行”连到第 ${target} 行`);
  const byLine = Map.groupBy(indicators, (indicator) => `#L${indicator.line}`);
  for (const figure of findAll(main, (element) => hasClass(element, 'answer')))
    for (const link of findAll(figure, (element) => hasClass(element, 'to-line'))) {
      const shownText = textOf(link).trim();
      const ofLine = byLine.get(attributeOf(link, 'href')?.replace(/^[^#]+/, '') ?? '') ?? [];
      // What a target reads as may be behind it.
      const isShown = ofLine.some(({ name: indicator, annualTarget, periodTarget }) =>
        [annualTarget, periodTarget].some(
          (target) => target && shownText.startsWith(target.text) && textOf(figure).includes(indicator),
        ),
      );
      if (!isShown) comparison.losses.push(`${ofLine[0]?.line ?? 0} 行 页面上有“${shownText}”`);
    }
  const sources = mains.map((part) => section('source', part) ?? NOTHING);
  if (origins) {
    compareOriginal(sources, project, lines, comparison);
    for (const [, target = '', written = ''] of html.matchAll(/href="#L(\d+)">\s*(原件[^<]*?)\s*</g))
      if (origins(Number(target)) !== plainTextOf(written))
        comparison.losses.push(`“${written}”连到${origins(Number(target))}`);
    return comparison;
  }
  const shown = new Set(sources.flatMap((part) => [...compareLines(part, lines, comparison)]));
  for (let line = source.startLine; line <= source.endLine; line += 1)
    if (!shown.has(line)) comparison.losses.push(`${line} 行 页面上没有这一行原文`);
  return comparison;
}

/** From each row an error is reported, with the row's address and its line. */
function compareReports(
  mains: readonly Element[],
  rows: readonly (RecordedIndicator & { anchor: string })[],
  { id }: RecordedProject,
  { origins, site }: { origins: Origins | null; site: BuiltSite },
  { losses }: Comparison,
): void {
  const page = `${site.origin}/${id}/#`;
  const reports = mains
    .flatMap((part) => findAll(part, (element) => hasClass(element, 'report')))
    .map((link) => decodeURIComponent((attributeOf(link, 'href') ?? '').replaceAll('+', ' ')));
  const byAnchor = new Map(reports.map((text) => [text.split(page)[1]?.split(/[\s&]/, 1)[0] ?? '', text]));
  for (const { anchor, line } of rows) {
    const place = origins?.(line) ?? `第 ${line} 行`;
    if (byAnchor.get(anchor)?.includes(place) !== true) losses.push(`${line} 行 页面上不能报告这一行的错误`);
  }
}

/** What search engines are offered of a project. */
function dataOf({ year }: RecordedProject, { publisher, published, licence }: Source['front']): DataFacts {
  const files = ['project.json', 'projects.csv', 'indicators.csv'];
  return { publishers: [publisher], years: [year], licence, published, files };
}

/** What the head, the main part and the footer of a page say beside its tables. */
function saidOf(
  project: RecordedProject,
  projects: readonly RecordedProject[],
  { publisher, published }: Source['front'],
): [part: string, texts: string[]][] {
  const { name, year, budget, indicators } = project;
  const sum = budget ? toWords(budget.yuan) : '';
  const share = shareOf(fenOf(project), BigInt((totalOf(projects) ?? '').replace('.', '')));
  const answer = `${year}年${budget ? `安排 ${sum}，` : ''}`;
  const promise = `承诺 ${indicators.length} 项指标`;
  const citation = `${publisher}. ${name}绩效目标表: ${year}年[DS/OL]. ${published === undefined ? '' : `(${published})`}`;
  return [
    ['title', [name, `${sum} · ${year}年`]],
    ['head', [answer + promise]],
    ['main', [answer, promise, citation]],
    ...(budget
      ? [['main', [underHeadline(budget.yuan), `占本单位公开项目的${share}，`]] as [string, string[]]]
      : []),
    ['ol', [`首页${year}年${publisher}`]],
    ['footer', [`本页内容由${publisher}发布${published === undefined ? '' : `于 ${published}`}`]],
  ];
}

/** The page leads to the project before and behind it in the list of its body. */
function compareNeighbours(
  main: Element,
  project: RecordedProject,
  projects: readonly RecordedProject[],
  { losses }: Comparison,
): void {
  const sorted = sortBySum(projects);
  const place = sorted.indexOf(project);
  const body = { href: `/${dirname(project.id)}/`, texts: [`全部 ${projects.length} 个项目`] };
  const expected = [sorted[place - 1], sorted[place + 1]].flatMap((each, index) => {
    if (!each) return index === 0 ? [] : [body];
    return [{ href: `/${each.id}/`, texts: [each.name, toWords(each.budget?.yuan)] }];
  });
  const links = findAll(main, (element) => hasClass(element, 'turn')).flatMap((nav) =>
    findAll(nav, ({ tag }) => tag === 'a'),
  );
  for (const [index, { href, texts }] of expected.entries()) {
    const link = links[index];
    const isRight =
      link && attributeOf(link, 'href') === href && texts.every((text) => textOf(link).includes(text));
    if (!isRight) losses.push(`相邻项目里没有“${texts.join(' ')}”（${href}）`);
  }
}

/** Compares the page of a whole source. */
export function compareSourcePage(
  html: string,
  { lines, site }: Pick<Source, 'lines' | 'site'>,
  folder: string,
): Comparison {
  const page = readElements(html);
  if (!page) return { cells: 0, losses: ['页面的标记不完整'] };
  const comparison: Comparison = { cells: 0, losses: checkFrame(page, `/${folder}/source/`, site) };
  const shown = compareLines(page, lines, comparison);
  for (const [index, line] of lines.entries())
    if (line !== '' && !shown.has(index + 1)) comparison.losses.push(`${index + 1} 行 页面上没有这一行原文`);
  return comparison;
}

/** Each line that is shown is a line of the source. @returns Their numbers. */
export function compareLines(
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

/** Whether a text holds a message. On the page of an imported project, lines are called by their places in the original. */
export function hasMessage(text: string, message: string, origins: Origins | null): boolean {
  if (text.includes(message) || !origins) return text.includes(message);
  return text.includes(message.replaceAll(/第 (\d+) 行/g, (_, line: string) => origins(Number(line))));
}

function goalsOf(project: RecordedProject): string[] {
  const { year, goals } = project;
  const { period, annual } = goals;
  const toTexts = (text: string | null) => text?.split('\n') ?? [NO_GOAL];
  if (period !== null && period === annual) return [`实施周期总目标和${year}年度目标`, ...toTexts(period)];
  return [
    ...(isAsked(project, 'annualGoal') ? [`${year}年度目标`, ...toTexts(annual)] : []),
    ...(isAsked(project, 'periodGoal') ? ['实施周期总目标', ...toTexts(period)] : []),
  ];
}

function readGoals(section: Element | undefined): string[] {
  const isText = (element: Element) =>
    element.tag === 'h3' || hasClass(element, 'goal') || element.attributes === ' class="soft"';
  return section
    ? findAll(section, isText).map((element) => textOf(element, (part) => hasClass(part, 'place')))
    : [];
}

/** Label, value and address of its line in turn; the form's fields have an address that only the page knows. */
function fieldsOf(project: RecordedProject, origins: Origins | null): string[] {
  const { id, period, budget, otherFields, source } = project;
  const isOwn = (line: number) => source.startLine <= line && line <= source.endLine;
  const fields = [
    ['type', '项目类型'],
    ['level', '项目等级'],
    ['department', '主管部门'],
    ['spendingUnit', '用款单位'],
  ] as const;
  const texts = [
    ...fields
      .filter(([name]) => isAsked(project, name))
      .map(([name, label]) => [label, project[name] ?? NOT_WRITTEN]),
    ...(period ? [['实施周期', `${period.start} 至 ${period.end}`]] : []),
    ...(budget ? [['预算金额', budget.text]] : []),
  ];
  // A label without a value is said to have a blank cell, or named by its line.
  const others = otherFields.map(({ label, value, line }) => [
    label,
    value || (LABEL.test(label) ? NOT_WRITTEN : (origins?.(line) ?? `第 ${line} 行`)),
    `${isOwn(line) ? '' : `/${id.replace(/\/[^/]*$/, '')}/source/`}#L${line}`,
  ]);
  return [...texts.map(([label = '', value = '']) => [label, value, '']), ...others].flat();
}

function readFields(section: Element | undefined): string[] {
  const isNote = (element: Element) => hasClass(element, 'soft');
  return findAll(section ?? NOTHING, ({ tag }) => tag === 'dt' || tag === 'dd').flatMap((element) => {
    if (element.tag === 'dt') return [textOf(wordOf(element))];
    const [link] = findAll(element, ({ tag }) => tag === 'a');
    const address = link && findAll(element, isNote).length === 0 ? attributeOf(link, 'href') : undefined;
    return [textOf(link ?? element), address ?? ''];
  });
}
