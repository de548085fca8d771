/**
 * In: a built site, and its projects as published in JSON.
 * Out: what the pages that count how indicators are written say otherwise: the measures of each row and project, and each count.
 */
import { dirname } from 'node:path';
import type { PublishedSite } from './published-site.ts';
import { attributeOf, findAll, hasClass, readElements, textOf, type Element } from './read-elements.ts';
import type { Comparison, RecordedIndicator, RecordedProject } from './record.ts';
import { shareOf } from './shares.ts';
import { groupDigits } from './sums.ts';

const OF_ROWS = ['quantified', 'direction', 'unit', 'figures', 'words', 'blank', 'repeated'];
const OF_PROJECTS = ['output', 'benefit', 'satisfaction', 'cost', 'weighted', 'balanced'];
const KINDS = { output: '产出', benefit: '效益', satisfaction: '满意度', cost: '成本' };

/** What a measure is a share of; the others are of all. */
const BASES: Readonly<Record<string, string>> = {
  direction: 'quantified',
  unit: 'quantified',
  balanced: 'weighted',
};

/** Counts by measure, with those of projects and indicators. */
type Counts = Record<string, number>;

export function verifyQuality(site: PublishedSite): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const bodies = Map.groupBy(site.projects, ({ id }) => dirname(id));
  const counts = new Map<string, Counts>();
  /** Tables of several years, by body. */
  const ofYears = new Map<string, Element>();
  const published = new Set(site.files);
  const pageOf = (file: string) => (published.has(file) ? readElements(site.read(file)) : undefined);
  const lose = (file: string, what: string, found: unknown, expected: unknown) => {
    const [text, other] = [found, expected].map((value) => JSON.stringify(value));
    if (text !== other) comparison.losses.push(`${file}: ${what} 是 ${text ?? ''}，应是 ${other ?? ''}`);
  };
  for (const [id, projects] of bodies) {
    const file = `${id}/quality/index.html`;
    const measured = measure(projects);
    const total = countAll([...measured.values()]);
    counts.set(id, total);
    const page = pageOf(file);
    const tables = readTables(page);
    const years = tables.get('years');
    if (years) ofYears.set(id, years);
    const rows = rowsOf(tables.get('rows')).filter((row) => classesOf(row).includes('item'));
    const expected = projects.flatMap((project) =>
      project.indicators.map((indicator, place) => [
        indicator.name,
        (indicator.annualTarget ?? indicator.periodTarget)?.text ?? '未写',
        measured.get(project)?.rows[place],
      ]),
    );
    const found = rows.map((row) => {
      const [name, target] = cellsOf(row);
      return [name, target, classesOf(row).filter((each) => OF_ROWS.includes(each))];
    });
    const inOrder = (list: readonly unknown[]) => list.map((each) => flat(JSON.stringify(each))).sort();
    lose(file, '逐项', inOrder(found), inOrder(expected));
    const heads = rowsOf(tables.get('projects')).map((row) => [
      attributeOf(row, 'data-project'),
      classesOf(row).filter((each) => OF_PROJECTS.includes(each)),
      numbersOf(row),
    ]);
    const byProject = projects.map((project) => {
      const own = measured.get(project);
      const all = countAll(own ? [own] : []);
      return [project.id, own?.project, Object.fromEntries(OF_ROWS.map((each) => [each, all[each]]))];
    });
    lose(file, '按项目', inOrder(heads), inOrder(byProject));
    for (const row of rowsOf(tables.get('counts'))) {
      const name = attributeOf(row, 'data-measure');
      if (name === undefined) continue;
      const whole = wholeOf(name, total);
      const texts = cellsOf(row).slice(1).map(flat);
      const unit = OF_ROWS.includes(name) ? '项' : '个';
      lose(file, name, texts, [
        `${countOf(total[name])}/${countOf(whole)}${unit}`,
        shareIn(total[name] ?? 0, whole),
      ]);
    }
    comparison.cells += expected.length + projects.length;
    if (page) {
      lose(file, '总数', said(page).includes(sentenceOf(total)), true);
      const ofProject = new Map(projects.map((each) => [each.id, countAll([measured.get(each) ?? NONE])]));
      const order = rowsOf(tables.get('projects')).map((row) => attributeOf(row, 'data-project') ?? '');
      compareBars(file, page, [total, ...order.map((project) => ofProject.get(project) ?? {})], lose);
    }
  }
  for (const [id] of bodies) {
    const file = `${id}/quality/index.html`;
    const years = ofYears.get(id);
    for (const row of rowsOf(years)) {
      const [link] = findAll(row, ({ tag }) => tag === 'a');
      const other =
        (link &&
          attributeOf(link, 'href')
            ?.slice(1)
            .replace(/\/quality\/.*/, '')) ??
        '';
      const expected = counts.get(other);
      lose(file, cellsOf(row)[0] ?? '', cellsOf(row)[1], countOf(expected?.['indicators']));
      compareShares(file, row, expected ?? {}, 'indicators', lose);
    }
  }
  const years = Map.groupBy(counts, ([id]) => dirname(id));
  for (const file of site.files.filter((name) => /^\d+\/quality\/(?:page\/\d+\/)?index\.html$/.test(name))) {
    const year = file.split('/')[0] ?? '';
    const whole = countSums((years.get(year) ?? []).map(([, each]) => each));
    const page = pageOf(file);
    const tables = readTables(page);
    lose(file, '总数', said(page).includes(sentenceOf(whole)), true);
    for (const what of ['indicators', 'projects']) {
      for (const row of rowsOf(tables.get(what))) {
        const [link] = findAll(row, ({ tag }) => tag === 'a');
        const id = (link && attributeOf(link, 'href')?.slice(1).replace('/quality/', '')) ?? '';
        if (attributeOf(row, 'data-form') !== undefined) continue;
        const expected = link ? counts.get(id) : whole;
        const numbers = numbersOf(row);
        compareShares(file, row, expected ?? {}, what, lose);
        lose(
          file,
          cellsOf(row)[0] ?? '',
          [cellsOf(row)[1], numbers],
          [
            countOf(expected?.[what]),
            Object.fromEntries(Object.keys(numbers).map((each) => [each, expected?.[each]])),
          ],
        );
      }
    }
  }
  for (const year of years.keys()) {
    const projects = site.projects.filter((project) => String(project.year) === year);
    compareRepeated(year, projects, site, lose);
    if (!site.files.includes(`${year}/quality/index.html`)) comparison.losses.push(`没有 /${year}/quality/`);
  }
  return comparison;
}

/** The list of indicators that several projects have word for word. */
function compareRepeated(
  year: string,
  projects: readonly RecordedProject[],
  { files, read }: PublishedSite,
  lose: (file: string, what: string, found: unknown, expected: unknown) => void,
): void {
  const pages = files.filter(
    (name) => name.startsWith(`${year}/quality/repeated/`) && name.endsWith('.html'),
  );
  const rows = pages.flatMap((file) =>
    rowsOf(readTables(readElements(read(file))).get('repeated')).filter((row) =>
      classesOf(row).includes('item'),
    ),
  );
  const found = rows.map((row) => cellsOf(row).slice(0, 2).join('\t'));
  const homes = homesOf(projects);
  const expected = projects.flatMap((project) =>
    project.indicators
      .filter((indicator) => (homes.get(wordingOf(indicator))?.size ?? 0) > 1)
      .map(({ name }) => flat(`${name}\t${project.name}`)),
  );
  lose(pages[0] ?? `${year}/quality/repeated/`, '一字不差的指标', found.map(flat).sort(), expected.sort());
}

type Lose = (file: string, what: string, found: unknown, expected: unknown) => void;

/** Behind each count of a row its share, where it has one. */
function compareShares(file: string, row: Element, counts: Counts, all: string, lose: Lose): void {
  for (const cell of findAll(row, ({ attributes }) => attributes.includes(' data-measure='))) {
    const name = attributeOf(cell, 'data-measure') ?? '';
    const [, share] = /^[\d,]+\s+(\S+)$/.exec(textOf(cell).trim()) ?? [];
    const whole = counts[BASES[name] ?? all] ?? 0;
    const isShown = (counts[BASES[name] ?? name] ?? 0) > 0;
    lose(file, `${name} 的占比`, share, isShown ? shareIn(counts[name] ?? 0, whole) : undefined);
  }
}

/** Counts as links, of the body and of each project. @param counts Of the body, then of its projects as they are listed. */
function compareBars(file: string, page: Element | undefined, counts: readonly Counts[], lose: Lose): void {
  const bars = page ? findAll(page, (element) => hasClass(element, 'measures')) : [];
  for (const item of bars.flatMap((bar) => findAll(bar, ({ tag }) => tag === 'li'))) {
    const [, number, name = ''] = /^(?:p(\d+)-)?([a-z]+)$/.exec(attributeOf(item, 'id') ?? '') ?? [];
    const own = number === undefined ? counts[0] : counts[Number(number)];
    const text = textOf(findAll(item, (element) => hasClass(element, 'figures'))[0]);
    if (text !== '')
      lose(file, `${number ?? ''} ${name}`, countIn(text), own?.[name === 'all' ? 'indicators' : name]);
  }
}

/** What a page says first. */
function sentenceOf(counts: Counts): string {
  const [projects, indicators, quantified, words] = ['projects', 'indicators', 'quantified', 'words'].map(
    (name) => countOf(counts[name]),
  );
  return `${projects}个项目共${indicators}项指标，${quantified}项的指标值是一个数，${words}项只有文字`;
}

function said(page: Element | undefined): string {
  return flat(textOf(page && findAll(page, ({ tag }) => tag === 'main')[0]));
}

function wholeOf(name: string, counts: Counts): number {
  return counts[BASES[name] ?? (OF_ROWS.includes(name) ? 'indicators' : 'projects')] ?? 0;
}

function shareIn(part: number, whole: number): string {
  return shareOf(BigInt(part), BigInt(whole));
}

interface Measured {
  project: string[];
  rows: string[][];
}

const NONE: Measured = { project: [], rows: [] };

/** The measures of projects and their indicators. */
function measure(projects: readonly RecordedProject[]): Map<RecordedProject, Measured> {
  const homes = homesOf(projects);
  return new Map(
    projects.map((project) => [
      project,
      {
        project: measuresOf(project),
        rows: project.indicators.map((indicator) => {
          const target = indicator.annualTarget ?? indicator.periodTarget;
          const { value = null, comparator = null, unit = null, text = '' } = target ?? {};
          const flags = {
            quantified: value !== null,
            direction: value !== null && comparator !== null && comparator !== '≈',
            unit: value !== null && unit !== null,
            figures: target !== null && value === null && /[0-9０-９]/.test(text.normalize('NFKC')),
            words: target !== null && value === null && !/[0-9０-９]/.test(text.normalize('NFKC')),
            blank: target === null,
            repeated: (homes.get(wordingOf(indicator))?.size ?? 0) > 1,
          };
          return OF_ROWS.filter((each) => flags[each as keyof typeof flags]);
        }),
      },
    ]),
  );
}

function measuresOf({ indicators, otherFields }: RecordedProject): string[] {
  const kinds = Object.entries(KINDS).flatMap(([kind, word]) =>
    indicators.some(({ category }) => category.startsWith(word)) ? [kind] : [],
  );
  const thousandths = (text: string | undefined) => {
    const [, whole, part = ''] = /^(\d+)(?:\.(\d+))?\s*[分%％]?$/.exec(text?.trim() ?? '') ?? [];
    return whole === undefined ? [] : [BigInt(whole + part.padEnd(12, '0'))];
  };
  const sum = (all: readonly bigint[]) => all.reduce((total, each) => total + each, 0n);
  const weights = indicators.flatMap(({ details }) =>
    thousandths(details.find(({ label }) => /权重|分值/.test(label))?.value),
  );
  const execution = otherFields.find(({ label }) => /执行率.*(?:分值|权重)/.test(label));
  const totals = [sum(weights), sum([...weights, ...thousandths(execution?.value)])];
  const isBalanced = totals.some((total) => total === 100n * 10n ** 12n || total === 10n ** 12n);
  return [
    ...kinds,
    ...(weights.length > 0 ? ['weighted'] : []),
    ...(weights.length > 0 && isBalanced ? ['balanced'] : []),
  ];
}

function homesOf(projects: readonly RecordedProject[]): Map<string, Set<RecordedProject>> {
  const homes = new Map<string, Set<RecordedProject>>();
  for (const project of projects)
    for (const indicator of project.indicators) {
      const key = wordingOf(indicator);
      homes.set(key, (homes.get(key) ?? new Set()).add(project));
    }
  return homes;
}

function wordingOf({ category, subcategory, name, annualTarget, periodTarget }: RecordedIndicator): string {
  return [category, subcategory, name, (annualTarget ?? periodTarget)?.text ?? ''].join('\t');
}

function countAll(measured: readonly Measured[]): Counts {
  const counts: Counts = Object.fromEntries([...OF_ROWS, ...OF_PROJECTS].map((name) => [name, 0]));
  counts['projects'] = measured.length;
  counts['indicators'] = measured.reduce((sum, { rows }) => sum + rows.length, 0);
  for (const { project, rows } of measured)
    for (const name of [...project, ...rows.flat()]) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function countSums(all: readonly Counts[]): Counts {
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((sum, each) => sum + (each[name] ?? 0), 0)]),
  );
}

function readTables(page: Element | undefined): Map<string, Element> {
  const tables = page ? findAll(page, ({ attributes }) => attributes.includes(' data-quality=')) : [];
  return new Map(tables.map((table) => [attributeOf(table, 'data-quality') ?? '', table]));
}

function rowsOf(table: Element | undefined): Element[] {
  const parts = table ? findAll(table, ({ tag }) => tag === 'tbody' || tag === 'tfoot') : [];
  return parts.flatMap((part) => findAll(part, ({ tag }) => tag === 'tr'));
}

function cellsOf(row: Element): string[] {
  return findAll(row, ({ tag }) => tag === 'th' || tag === 'td').map((cell) => textOf(cell).trim());
}

/** The counts of a row by measure. */
function numbersOf(row: Element): Counts {
  const cells = findAll(row, ({ attributes }) => attributes.includes(' data-measure='));
  return Object.fromEntries(
    cells.map((cell) => [attributeOf(cell, 'data-measure') ?? '', countIn(textOf(cell).trim())]),
  );
}

function classesOf(row: Element): string[] {
  return attributeOf(row, 'class')?.split(' ') ?? [];
}

function flat(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** A count as pages write it. */
function countOf(count: number | undefined): string {
  return groupDigits(String(count));
}

/** The number that a text begins with, as pages write it: `3,105 项`. NaN: there is none. */
function countIn(text = ''): number {
  return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}
