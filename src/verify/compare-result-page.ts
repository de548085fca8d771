/**
 * In: the page of a result; the result as published in JSON, with the project that it answers; and the lines of its source.
 * Out: what the page says otherwise.
 */
import { compareLines, hasMessage, NOTHING } from './compare-page.ts';
import { compareOriginal } from './compare-original.ts';
import { compareResultMoney } from './compare-result-money.ts';
import type { JoinedResult, JoinedRow } from './join-results.ts';
import { NOT_WRITTEN, wordOf } from './project-rows.ts';
import { attributeOf, findAll, hasClass, hasId, textOf, type Element } from './read-elements.ts';
import type { Origins } from './read-origins.ts';
import type { Comparison, Figure, RecordedDisclosure } from './record.ts';
import { groupDigits, toHeadline } from './sums.ts';
import { withoutSpaces } from './without-spaces.ts';

/** What a page of a result is compared with besides the result. */
export interface ResultSource {
  lines: readonly string[];
  notices: RecordedDisclosure['notices'];
  publisher: string;
  published: string | undefined;
  origins: Origins | null;
  /** The name of a line of the project's source. */
  placeOfTarget: (line: number) => string;
  /** Anchors of the rows of the result, and of a line of the project. */
  anchors: readonly string[];
  anchorOfTarget: (row: JoinedRow) => string;
}

const NO_CATEGORY = '未写一级指标';
const NO_TARGETS = (year: number) => `本站没有这个项目${year}年的绩效目标表。`;
const UNCLEAR = '不止一张表对得上，不能确定是哪一个项目';

export const isTag = (name: string) => (element: Element) => element.tag === name;
export const isOfClass = (name: string) => (element: Element) => hasClass(element, name);

/** A score as pages say it: `9.76/10`. */
export function scoreOf(score: Figure | null, weight: Figure | null): string {
  return withoutSpaces(`${score?.text ?? (weight ? NOT_WRITTEN : '—')}${weight ? `/${weight.text}` : ''}`);
}

export function compareResultPage(page: Element, joined: JoinedResult, of: ResultSource): Comparison {
  const { result, project, unclear, outcomes } = joined;
  const { source, total, funds, year, name, goals } = result;
  const comparison: Comparison = { cells: 0, losses: [] };
  const { losses } = comparison;
  const [main = NOTHING] = findAll(page, isTag('main'));
  const same = (line: number, expected: readonly string[], found: readonly string[]) => {
    comparison.cells += expected.filter((text) => text !== '').length;
    for (let index = 0; index < Math.max(expected.length, found.length); index += 1)
      if (expected[index]?.trim() !== found[index]?.trim())
        losses.push(`${line} 行 “${expected[index] ?? ''}”，页面上是“${found[index] ?? ''}”`);
  };
  const section = (id: string) => findAll(main, (each) => each.tag === 'section' && hasId(each, id))[0];
  const placeOf = (line: number) => of.origins?.(line) ?? `第 ${line} 行`;
  const lead = main.children.find((child) => typeof child !== 'string') ?? NOTHING;
  same(
    source.startLine,
    [name],
    findAll(main, isTag('h1')).map((each) => textOf(each)),
  );
  const spent = funds.total?.spent?.yuan ?? null;
  const revised = funds.total?.revised?.yuan ?? null;
  const [sum] = findAll(lead, isOfClass('total'));
  same(
    funds.total?.line ?? source.startLine,
    spent === null ? [] : [spent, toHeadline(spent), ...(revised === null ? [] : [groupDigits(revised)])],
    [
      ...(sum ? [attributeOf(sum, 'value') ?? '', textOf(sum).replaceAll(',', '')] : []),
      ...findAll(lead, isOfClass('was')).map((each) => textOf(each).replace(/\s*元\s*$/, '')),
    ],
  );
  const points = ({ text }: Figure) => text.replace(/分$/, '');
  const scored = total?.score
    ? `单位给自己评${points(total.score)}分${total.weight ? `（满分${points(total.weight)}）` : ''}。`
    : '';
  same(
    source.startLine,
    [withoutSpaces(outcomes + scored)],
    findAll(lead, isOfClass('answer')).map((each) => withoutSpaces(textOf(each))),
  );
  const said = withoutSpaces(textOf(main));
  const expected = [
    `自评由${of.publisher}自己作出${of.published === undefined ? '' : `，${of.published}公开`}。`,
    ...(project ? ['这个项目年初的绩效目标'] : unclear.length > 0 ? [UNCLEAR] : [NO_TARGETS(year)]),
    ...(project && project.name !== name ? [`目标表上的名称：${project.name}`] : []),
  ];
  for (const text of expected)
    if (!said.includes(withoutSpaces(text))) losses.push(`${source.startLine} 行起 页面上没有“${text}”`);
  // It leads to its project, or to those that it may answer, and to no other.
  const links = findAll(main, isTag('a')).map(
    (link) => [attributeOf(link, 'href') ?? '', textOf(link)] as const,
  );
  const projectLinks = new Set(
    links
      .map(([href]) => href.replace(/#.*/, ''))
      .filter((href) => /^\/\d{4}\/[^/]+\/(?!results\/)[^/]+\/$/.test(href)),
  );
  const targets = new Set((project ? [project] : unclear).map(({ id }) => `/${id}/`));
  for (const href of projectLinks.symmetricDifference(targets))
    losses.push(`${source.startLine} 行起 ${targets.has(href) ? '没有' : '不应有'}连到 ${href} 的链接`);
  for (const each of unclear)
    if (!links.some(([href, text]) => href === `/${each.id}/` && text === each.name))
      losses.push(`${source.startLine} 行起 没有写“${each.name}”`);
  for (const [href, text] of links) {
    const [, line] = /^#L(\d+)$/.exec(href) ?? [];
    const [, place] = /^(?:自评表)?((?:第 \d+ 行|原件).*)$/.exec(text.trim()) ?? [];
    if (line !== undefined && place !== undefined && place !== placeOf(Number(line)))
      losses.push(`“${text}”连到${placeOf(Number(line))}`);
  }
  compareResultMoney(section('money'), joined, { same, placeOf, losses });
  compareRows(section('results'), joined, of, same);
  same(source.startLine, goalsOf(joined), readGoals(section('goals')));
  const isTwice = goals.expected !== null && annualOf(joined) !== null && !isSameGoal(joined);
  if (isTwice !== withoutSpaces(textOf(section('goals'))).includes('目标有两种写法'))
    losses.push(`${source.startLine} 行起 “目标有两种写法”${isTwice ? '没有写' : '不应写'}`);
  same(source.startLine, fieldsOf(joined), readFields(section('fields')));
  const text = textOf(main);
  const messages = of.notices.flatMap(({ line, message }) =>
    source.startLine <= line && line <= source.endLine ? [message] : [],
  );
  for (const message of messages)
    if (!hasMessage(text, message, of.origins))
      losses.push(`${source.startLine} 行起 页面上没有“${message}”`);
  const shownSource = section('source') ?? NOTHING;
  if (of.origins) compareOriginal([shownSource], result, of.lines, comparison);
  else {
    const shown = compareLines(shownSource, of.lines, comparison);
    for (let line = source.startLine; line <= source.endLine; line += 1)
      if (!shown.has(line)) losses.push(`${line} 行 页面上没有这一行原文`);
  }
  return comparison;
}

type Same = (line: number, expected: readonly string[], found: readonly string[]) => void;

/** The rows of targets and results, by category, each with the notice on two targets; then those of the budget and of the total. */
function compareRows(
  section: Element | undefined,
  { result, rows }: JoinedResult,
  of: ResultSource,
  same: Same,
): void {
  const { indicators, total, funds, source } = result;
  const hasReasons = indicators.some(({ reason }) => reason !== null);
  const groups = Map.groupBy(rows, ({ indicator, answer }) => (answer ?? indicator)?.category ?? '');
  const anchors = new Map(indicators.map((answer, index) => [answer, of.anchors[index] ?? '']));
  const expected = [...groups].flatMap(([category, ofCategory]) => [
    [category || NO_CATEGORY],
    ...ofCategory.flatMap((row) => {
      const cells = rowOf(row, of, anchors, hasReasons);
      const [first, second] = row.targets;
      const notice =
        first && second
          ? [`目标有两个：绩效目标表写 ${first.target.text}，自评表写 ${second.target.text}。`]
          : [];
      return [cells, ...notice.map((text) => [text])];
    }),
  ]);
  const points = funds.total && (funds.total.score ?? funds.total.weight) ? funds.total : undefined;
  if (points)
    expected.push(
      ['预算执行'],
      ['预算执行率', '#money', points.rate?.text ?? '', scoreOf(points.score, points.weight)],
    );
  if (total) expected.push([`总分`, `#L${total.line}`, '', scoreOf(total.score, total.weight)]);
  const [table] = findAll(section ?? { tag: '', attributes: '', children: [] }, isTag('table'));
  const parts = table ? findAll(table, ({ tag }) => tag === 'tbody' || tag === 'tfoot') : [];
  const found = parts
    .flatMap((part) => findAll(part, isTag('tr')))
    .flatMap((row) => readRow(row, hasReasons));
  for (let index = 0; index < Math.max(expected.length, found.length); index += 1)
    same(source.startLine, expected[index] ?? [], found[index] ?? []);
}

function rowOf(
  { indicator, answer, targets }: JoinedRow,
  of: ResultSource,
  anchors: ReadonlyMap<unknown, string>,
  hasReasons: boolean,
): string[] {
  const { subcategory = '', name = '' } = answer ?? indicator ?? {};
  const placeOf = (line: number) => of.origins?.(line) ?? `第 ${line} 行`;
  const [first, second] = targets;
  const differences = targets.flatMap(({ from, difference }) => {
    if (difference === '') return [];
    return second ? [`比${from === 'target' ? '目标表' : '自评表'}的${difference}`] : [difference];
  });
  const row = { indicator, answer, targets };
  return [
    ...[answer ? (anchors.get(answer) ?? '') : '', subcategory, name],
    answer ? `#L${answer.line} ${placeOf(answer.line)}` : '',
    ...(answer?.details ?? []).map(({ label, value }) => `${label}：${value}`),
    ...(first && second
      ? [
          `${first.target.text} ${of.anchorOfTarget(row)} 目标表${of.placeOfTarget(first.line)}`,
          `${second.target.text} #L${second.line} 自评表${placeOf(second.line)}`,
        ]
      : [first?.target.text ?? NOT_WRITTEN]),
    answer ? (answer.actual?.text ?? NOT_WRITTEN) : '自评表没有这一项',
    differences.join('，'),
    answer ? scoreOf(answer.score, answer.weight) : '',
    ...(hasReasons ? [answer?.reason ?? ''] : []),
  ];
}

/** What a row says, in the order of {@link rowOf}; of a notice, that there are two targets. Other notices are looked for elsewhere. */
function readRow(row: Element, hasReasons: boolean): string[][] {
  const textIn = (element: Element | undefined, name: string) =>
    textOf(element && findAll(element, isOfClass(name))[0]);
  const cells = row.children.filter((child) => typeof child !== 'string');
  const [head = NOTHING] = cells;
  if (hasClass(row, 'category')) return [[textOf(wordOf(head))]];
  if (hasClass(row, 'remark')) {
    const [, text] = /(目标有两个：[^]*?。)两处都照录/.exec(textOf(row)) ?? [];
    return text === undefined ? [] : [[text]];
  }
  const [actual = NOTHING] = findAll(row, isOfClass('actual'));
  const score = withoutSpaces(textIn(row, 'score'));
  const [phrase] = findAll(head, isOfClass('phrase'));
  if (!phrase) {
    const [link] = findAll(head, isTag('a'));
    return [[textOf(link), (link && attributeOf(link, 'href')) ?? '', textOf(actual), score]];
  }
  const [place] = findAll(head, isOfClass('place'));
  const pairs = findAll(row, isOfClass('pair')).map((pair) => {
    const [link] = findAll(pair, isTag('a'));
    const isLeftOut = (part: Element) => part === link || hasClass(part, 'reading');
    return `${textOf(pair, isLeftOut).trim()} ${(link && attributeOf(link, 'href')) ?? ''} ${textOf(link)}`;
  });
  const lone = textOf(cells[1], (part) => hasClass(part, 'reading')).trim();
  return [
    [
      ...[attributeOf(row, 'id') ?? '', textOf(findAll(head, isOfClass('sub'))[0], (part) => part === place)],
      ...[textOf(phrase), place ? `${attributeOf(place, 'href') ?? ''} ${textOf(place)}` : ''],
      ...findAll(head, isOfClass('promise')).map((each) => textOf(each)),
      ...(pairs.length > 0 ? pairs : [lone]),
      textOf(actual, (part) => hasClass(part, 'difference')),
      textIn(actual, 'difference'),
      score,
      ...(hasReasons ? [textIn(row, 'why')] : []),
    ],
  ];
}

/** The goal of the project's table. Null: there is none. */
function annualOf({ project }: JoinedResult): string | null {
  return project?.goals.annual ?? project?.goals.period ?? null;
}

function isSameGoal(joined: JoinedResult): boolean {
  const fold = (text: string | null) => text?.normalize('NFKC').replaceAll(/\s/g, '');
  return fold(annualOf(joined)) === fold(joined.result.goals.expected);
}

function goalsOf(joined: JoinedResult): string[] {
  const { result, project } = joined;
  const { expected, actual } = result.goals;
  const planned = annualOf(joined);
  if ((project?.goals.annual ?? expected ?? actual) === null) return [];
  const isTwo = planned !== null && !isSameGoal(joined);
  return [
    ...(isTwo ? ['年初的目标', ...planned.split('\n')] : []),
    ...(expected === null ? [] : [isTwo ? '自评表写的目标' : '年初的目标', ...expected.split('\n')]),
    ...['年底的说明', ...(actual?.split('\n') ?? ['原表没有写。'])],
  ];
}

function readGoals(section: Element | undefined): string[] {
  return findAll(
    section ?? NOTHING,
    ({ tag, attributes }) => tag === 'dt' || / class="(?:goal|soft)"/.test(attributes),
  ).map((each) => textOf(each, (part) => hasClass(part, 'place')));
}

/** Label and value in turn, with the address of a field that is not the form's. */
function fieldsOf({ result }: JoinedResult): string[] {
  const fields = [
    ['项目编码', result.code],
    ['主管部门', result.department],
    ['实施单位', result.spendingUnit],
  ] as const;
  return [
    ...fields.flatMap(([label, text]) => (text === null ? [] : [label, text, ''])),
    ...result.otherFields.flatMap(({ label, value, line }) => [label, value || NOT_WRITTEN, `#L${line}`]),
  ];
}

function readFields(section: Element | undefined): string[] {
  const terms = ['项目编码', '主管部门', '实施单位'];
  let label = '';
  return findAll(section ?? NOTHING, ({ tag }) => tag === 'dt' || tag === 'dd').flatMap((element) => {
    if (element.tag === 'dt') {
      label = textOf(wordOf(element));
      return [label];
    }
    const [link] = findAll(element, isTag('a'));
    const isTerm = terms.includes(label);
    return [textOf(link ?? element), isTerm ? '' : ((link && attributeOf(link, 'href')) ?? '')];
  });
}
