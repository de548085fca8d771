/**
 * In: a built site; its projects, and what became of them, as published in JSON, which is compared with the sources elsewhere.
 * Out: what the files, pages and lists of results do not hold, or say otherwise; which result answers which project is worked out again.
 */
import { basename, dirname } from 'node:path';
import { compareSafely, sharedBody } from './compare-body.ts';
import { compareAnswers, countAnswers, resultsByProject, sentenceOfAnswers } from './compare-answers.ts';
import { checkFrame, type DataFacts } from './check-frame.ts';
import { compareResultPage, isOfClass, isTag, scoreOf } from './compare-result-page.ts';
import { compareAnswerRows, compareResultRows, type OfResults } from './compare-result-tables.ts';
import { compareWorkbook } from './compare-tables.ts';
import { linesOf, readFrontMatter } from './front-matter.ts';
import { isShownAs } from './is-shown-as.ts';
import type { JoinedResult, JoinedRow } from './join-results.ts';
import { pagesOfProject } from './pages-of-project.ts';
import type { PublishedSite, ResultSet } from './published-site.ts';
import { attributeOf, findAll, hasId, readElements, textOf, type Element } from './read-elements.ts';
import { readOrigins } from './read-origins.ts';
import { readCsv } from './read-tables.ts';
import type { Comparison, RecordedResult } from './record.ts';
import { countOf, groupDigits, toWords } from './sums.ts';
import { dataOf } from './verify-lists.ts';
import { withoutSpaces } from './without-spaces.ts';

/** Files of a source that has results. */
const OF_FILE = [
  'index.html',
  'source/index.html',
  'source.txt',
  'results.json',
  'results.csv',
  'result-indicators.csv',
  'results.xlsx',
];
const OF_RESULT = ['index.html', 'result.json', 'result-indicators.csv'];
const NOT_JOINED = '没有对上绩效目标表';
const NOT_WRITTEN = '未写';

/** @param joined All results with their projects, by source. */
export function verifyResults(site: PublishedSite, joined: readonly JoinedResult[]): Comparison {
  const total: Comparison = { cells: 0, losses: [] };
  const sets = [...site.results];
  const bySet = Map.groupBy(joined, ({ result }) => dirname(result.id));
  const take = (file: string, compare: () => Comparison) => {
    const { cells, losses } = compareSafely(compare);
    total.cells += cells;
    total.losses.push(...losses.map((loss) => `${file}: ${loss}`));
  };
  for (const [folder, set] of sets) {
    const own = bySet.get(folder) ?? [];
    const names = [
      ...OF_FILE.map((name) => `${folder}/${name}`),
      ...own.flatMap(({ result }) => OF_RESULT.map((name) => `${result.id}/${name}`)),
    ];
    const missing = names.filter((name) => !site.hasFile(`/${name}`));
    total.losses.push(...missing.map((name) => `没有 ${name}`));
    if (missing.length > 0) continue;
    compareSet(folder, set, own, site, take);
    take(`${folder}/index.html`, () => compareList(folder, own, set, site));
  }
  const years = Map.groupBy(joined, ({ result }) => result.year);
  for (const [year, own] of years)
    take(`${year}/results/index.html`, () => compareList(`${year}/results`, own, undefined, site));
  for (const year of site.files.flatMap((file) => /^(\d{4})\/results\/index\.html$/.exec(file)?.[1] ?? []))
    if (!years.has(Number(year))) total.losses.push(`${year}/results/index.html: 这一年没有自评`);
  take('自评', () => ({ cells: 0, losses: compareAnswers(joined, site) }));
  take('自评', () => ({ cells: 0, losses: compareMentions(joined, site) }));
  return total;
}

type Take = (file: string, compare: () => Comparison) => void;

/** The files and pages of one source's results. */
function compareSet(
  folder: string,
  set: ResultSet,
  joined: readonly JoinedResult[],
  site: PublishedSite,
  take: Take,
): void {
  const { lines, notices, results, anchors, originals = [] } = set;
  const csv = (name: string) => readCsv(site.read(name));
  const named = readFrontMatter(lines).publisher ?? sharedBody(results) ?? basename(dirname(folder));
  take(folder, () => ({
    cells: 1,
    losses: [
      ...(isShownAs(named, set.publisher) ? [] : [`发布单位“${named}”写成了“${set.publisher}”`]),
      ...originals.flatMap(({ file, sha256, withheld }) => {
        const path = `/${folder}/original/${file}`;
        if (withheld) return site.hasFile(path) ? [`${path} 不应公开`] : [];
        return site.digestOf(path)?.sha256 === sha256 ? [] : [`${path} 与原件不是逐字节相同`];
      }),
    ],
  }));
  const answers = csv(`${folder}/result-indicators.csv`);
  const addresses = addressesOf(site);
  const of: OfResults = {
    ...{ origin: site.origin, publisher: set.publisher },
    addressOf: ({ indicator }: JoinedRow) => (indicator && addresses.get(indicator)) ?? '',
    anchorsOf: (id) => anchors.get(id) ?? [],
  };
  const rows = csv(`${folder}/results.csv`);
  take(`${folder}/results.csv`, () => compareResultRows(rows, joined, of));
  take(`${folder}/result-indicators.csv`, () => compareAnswerRows(answers, joined, of));
  take(`${folder}/results.xlsx`, () =>
    compareWorkbook(
      site.readBytes(`${folder}/results.xlsx`),
      rows,
      answers,
      { projects: [], results: [...results], notices },
      'results',
    ),
  );
  const origins = readOrigins(lines);
  const { publisher, licence, published } = set;
  const offered = ({ year }: RecordedResult): DataFacts => ({
    ...{ publishers: [publisher], years: [year], licence, published },
    files: OF_RESULT.filter((name) => !name.endsWith('.html')),
  });
  for (const each of joined) {
    const { result, project } = each;
    take(`${result.id}/result.json`, () => ({
      cells: 1,
      losses:
        JSON.stringify(site.readJson(`${result.id}/result.json`)) === JSON.stringify(result)
          ? []
          : [`“${result.name}”与 results.json 不同`],
    }));
    take(`${result.id}/result-indicators.csv`, () =>
      compareAnswerRows(csv(`${result.id}/result-indicators.csv`), [each], of),
    );
    take(`${result.id}/index.html`, () => {
      const page = readElements(site.read(`${result.id}/index.html`));
      if (!page) return { cells: 0, losses: ['页面的标记不完整'] };
      const ofProject = project && readOrigins(linesOf(site.readBytes(`${dirname(project.id)}/source.txt`)));
      const { cells, losses } = compareResultPage(page, each, {
        ...{ lines, notices, origins, publisher: set.publisher, published: set.published },
        placeOfTarget: (line) => ofProject?.(line) ?? `第 ${line} 行`,
        anchors: anchors.get(result.id) ?? [],
        anchorOfTarget: (row) => `/${of.addressOf(row).replace('#', '/#')}`,
      });
      return {
        cells,
        losses: [...losses, ...checkFrame(page, `/${result.id}/`, site, offered(result))],
      };
    });
  }
}

/** The address of each row of targets. */
function addressesOf({ rows }: PublishedSite): ReadonlyMap<unknown, string> {
  const before =
    KNOWN.get(rows) ?? new Map([...rows].map(([address, { indicator }]) => [indicator, address]));
  KNOWN.set(rows, before);
  return before;
}
const KNOWN = new WeakMap<object, ReadonlyMap<unknown, string>>();

/** A list on one page or several: each result once, in their order, with what was spent and the points. @param set Of a source's list. */
function compareList(
  folder: string,
  joined: readonly JoinedResult[],
  set: ResultSet | undefined,
  site: PublishedSite,
): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const { losses } = comparison;
  const isOfMany = set === undefined && new Set(joined.map(({ result }) => dirname(result.id))).size > 1;
  const pages = pagesOfProject(folder, (file) => site.hasFile(`/${file}`)).map((file) =>
    readElements(site.read(file)),
  );
  const found = pages.flatMap((page, index) => {
    if (!page) return [];
    const path = `/${folder}/${index === 0 ? '' : `page/${index + 1}/`}`;
    losses.push(...checkFrame(page, path, site, dataOf(path.slice(1) + 'index.html', site)));
    const [answer] = findAll(page, isOfClass('answer'));
    const sentence = withoutSpaces(set === undefined ? sentenceOfYear(joined, site) : sentenceOfFile(joined));
    const said = withoutSpaces(textOf(answer, isTag('a')));
    if (said !== sentence) losses.push(`“${sentence}”写成了“${said}”`);
    const heading = textOf(findAll(page, isTag('h1'))[0]);
    const title = set ? set.publisher : `${joined[0]?.result.year ?? ''}年自评`;
    if (heading !== title) losses.push(`h1 是“${heading}”`);
    if (set && index === 0) losses.push(...compareFacts(page, set));
    return findAll(page, isOfClass('result-list')).flatMap((table) =>
      findAll(table, isTag('tbody')).flatMap((body) => findAll(body, isTag('tr')).map(readRow)),
    );
  });
  const expected = joined.map((each) =>
    rowOf(each, isOfMany ? (site.results.get(dirname(each.result.id))?.publisher ?? '') : undefined),
  );
  for (let index = 0; index < Math.max(found.length, expected.length); index += 1) {
    comparison.cells += expected[index]?.length ?? 0;
    const [text, other] = [found[index]?.join('，') ?? '', expected[index]?.join('，') ?? ''];
    if (text !== other) losses.push(`“${other}”写成了“${text}”`);
  }
  return comparison;
}

/** What the list of a source's results says of the source. */
function compareFacts(page: Element, { published, sha256, originals = [] }: ResultSet): string[] {
  const said = withoutSpaces(textOf(findAll(page, isTag('main'))[0]));
  const texts = [
    `自评由单位自己作出${published === undefined ? '' : `，${published} 公开`}。`,
    `SHA-256：${sha256}`,
    ...originals.map(({ name }) => `单位的原件：${name}`),
  ];
  return texts.flatMap((text) => (said.includes(withoutSpaces(text)) ? [] : [`没有“${text}”`]));
}

function rowOf({ result, project }: JoinedResult, publisher: string | undefined): string[] {
  const { total } = result.funds;
  const spent = total?.spent;
  return [
    ...[`/${result.id}/`, result.name],
    ...(publisher === undefined ? [] : [publisher]),
    ...(project ? [] : [NOT_JOINED]),
    spent ? (spent.yuan === null ? spent.text : groupDigits(spent.yuan)) : NOT_WRITTEN,
    total?.rate?.text ?? NOT_WRITTEN,
    scoreOf(result.total?.score ?? null, result.total?.weight ?? null),
  ];
}

function readRow(row: Element): string[] {
  const [link] = findAll(row, isTag('a'));
  const [spent, rate, score] = findAll(row, isTag('td')).map((cell) => textOf(cell).trim());
  return [
    ...[(link && attributeOf(link, 'href')) ?? '', textOf(link)],
    ...findAll(row, isOfClass('promise')).map((each) => textOf(each)),
    ...[spent ?? '', rate ?? '', withoutSpaces(score ?? '')],
  ];
}

function sentenceOfFile(joined: readonly JoinedResult[]): string {
  const { length } = joined.filter(({ project }) => project);
  const some = length < joined.length ? `，其中 ${countOf(length)} 个对上了年初的目标` : '';
  return `${countOf(joined.length)} 个项目有自评${some}。`;
}

function sentenceOfYear(joined: readonly JoinedResult[], site: PublishedSite): string {
  const { projects } = site;
  const year = joined[0]?.result.year;
  const planned = projects.filter((project) => project.year === year);
  const files = new Set(joined.map(({ result }) => dirname(result.id))).size;
  const ofPlanned = `年初公开目标的 ${sentenceOfAnswers(countAnswers(planned, resultsByProject(joined), site))}`;
  return `${countOf(files)} 个单位公开了 ${countOf(joined.length)} 个项目的自评。${planned.length > 0 ? ofPlanned : ''}`;
}

/** Pages of projects say what became of them, or that nothing is published; those of bodies and years, how many results there are. */
function compareMentions(joined: readonly JoinedResult[], site: PublishedSite): string[] {
  const losses: string[] = [];
  const byProject = resultsByProject(joined);
  const years = Map.groupBy(joined, ({ result }) => result.year);
  const sectionIn = (file: string, id: string) => {
    const html = site.hasFile(`/${file}`) ? site.read(file) : '';
    // Few pages have it.
    const page = html.includes(` id="${id}"`) ? readElements(html) : undefined;
    return page && findAll(page, (each) => each.tag === 'section' && hasId(each, id))[0];
  };
  const check = (
    file: string,
    section: Element | undefined,
    texts: readonly string[],
    links: readonly string[],
  ) => {
    const said = withoutSpaces(textOf(section));
    const hrefs = section ? findAll(section, isTag('a')).map((link) => attributeOf(link, 'href') ?? '') : [];
    if (Boolean(section) !== texts.length > 0) losses.push(`${file}: ${section ? '不应有' : '没有'}自评`);
    for (const text of texts) if (!said.includes(withoutSpaces(text))) losses.push(`${file}: 没有“${text}”`);
    if (texts.length > 0 && hrefs.join() !== links.join())
      losses.push(`${file}: 连到 ${hrefs.join()}，应是 ${links.join()}`);
  };
  for (const { id, year } of site.projects) {
    const file = `${id}/index.html`;
    const each = byProject.get(id);
    const isAsked = each !== undefined || years.has(year);
    const texts = each ? [outcomeOf(each)] : isAsked ? [`本站没有这个项目${year}年的自评表`] : [];
    check(file, sectionIn(file, 'result'), texts, [each ? `/${each.result.id}/` : `/${year}/results/`]);
  }
  const newest = Math.max(...years.keys());
  const pages = new Map(
    [...new Set(site.projects.map(({ year }) => year))].map((year) => [`${year}/index.html`, year]),
  );
  pages.set('index.html', newest);
  for (const [file, year] of pages) {
    const own = years.get(year) ?? [];
    const count = new Set(own.map(({ result }) => dirname(result.id))).size;
    const text = `${year}年，${countOf(count)} 个单位公开了 ${countOf(own.length)} 个项目的自评：`;
    check(file, sectionIn(file, 'results'), own.length > 0 ? [text] : [], [`/${year}/results/`]);
  }
  for (const folder of site.bodies.keys()) {
    const own = site.projects.flatMap(({ id }) => (dirname(id) === folder ? (byProject.get(id) ?? []) : []));
    const html = site.read(`${folder}/index.html`);
    const said = / ?([\d,]+) 个项目有自评</.exec(html)?.[1];
    const expected = own.length > 0 ? countOf(own.length) : undefined;
    if (said !== expected)
      losses.push(`${folder}/index.html: ${said ?? '没有'} 个项目有自评，应是 ${expected ?? '没有'}`);
  }
  return losses;
}

/** `全年支出 49,000.00 元。6 项指标里，…。单位给自己评 95.8 分（满分 100）。` */
function outcomeOf({ result, outcomes }: JoinedResult): string {
  const spent = result.funds.total?.spent;
  const { score, weight } = result.total ?? {};
  const points = (text: string) => text.replace(/分$/, '');
  const scored = score
    ? `单位给自己评 ${points(score.text)} 分${weight ? `（满分 ${points(weight.text)}）` : ''}。`
    : '';
  const sum = spent ? `全年支出 ${spent.yuan === null ? spent.text : toWords(spent.yuan)}。` : '';
  return sum + outcomes + scored;
}
