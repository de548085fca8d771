/**
 * In: the section of money on the page of a result, the result as published in JSON, and the project that it answers.
 * Out: what the section says otherwise.
 */
import { POINTS, SUMS } from './compare-funds.ts';
import { scoreOf, isOfClass, isTag } from './compare-result-page.ts';
import type { JoinedResult } from './join-results.ts';
import { attributeOf, findAll, hasClass, textOf, type Element } from './read-elements.ts';
import type { Money, RecordedFunds } from './record.ts';
import { isLength } from './shares.ts';
import { groupDigits } from './sums.ts';
import { withoutSpaces } from './without-spaces.ts';

interface Tools {
  same: (line: number, expected: readonly string[], found: readonly string[]) => void;
  placeOf: (line: number) => string;
  losses: string[];
}

const LABELS = { initial: '年初预算', revised: '调整后预算', spent: '全年支出' } as const;
const NO_VALUE = '—';

export function compareResultMoney(
  section: Element | undefined,
  { result, project }: JoinedResult,
  { same, placeOf, losses }: Tools,
): void {
  const { total, sources } = result.funds;
  const line = total?.line ?? sources[0]?.line ?? result.source.startLine;
  const isThere = total !== null || sources.length > 0;
  if (isThere !== Boolean(section)) losses.push(`${line} 行 页面上${isThere ? '没有' : '不应有'}资金`);
  if (!section) return;
  const [table] = findAll(section, isOfClass('money'));
  const rows: { label: string; money: Money; from: string }[] = [
    ...(project?.budget
      ? [{ label: '目标表上的预算', money: project.budget, from: `/${project.id}/ 目标表` }]
      : []),
    ...SUMS.flatMap((name) => {
      const money = total?.[name];
      return money
        ? [{ label: LABELS[name], money, from: `#L${total.line} 自评表${placeOf(total.line)}` }]
        : [];
    }),
  ];
  const ofBody = (table ? findAll(table, isTag('tbody')) : []).flatMap((body) => findAll(body, isTag('tr')));
  const expected = rows.flatMap(({ label, money: { text, yuan }, from }) => {
    const isOther = yuan !== null && text !== groupDigits(yuan) && text !== yuan;
    return [label, yuan === null ? text : groupDigits(yuan), from, isOther ? text : ''];
  });
  same(line, expected, ofBody.flatMap(readMoney));
  const largest = Math.max(0, ...rows.map(({ money }) => Number(money.yuan ?? 0)));
  for (const [index, { money }] of rows.entries()) {
    const [bar] = ofBody[index] ? findAll(ofBody[index], isTag('rect')) : [];
    const share = Math.max(0, Number(money.yuan ?? 0) / (largest || 1));
    if (Boolean(bar) !== (money.yuan !== null) || (bar && !isLength(attributeOf(bar, 'width'), share)))
      losses.push(`${line} 行 “${money.text}”的横条`);
  }
  const hasFoot = rows.length > 0 && total !== null && (total.rate ?? total.score ?? total.weight) !== null;
  const [foot] = table ? findAll(table, isTag('tfoot')) : [];
  const points = total && (total.score ?? total.weight) ? `得分${scoreOf(total.score, total.weight)}` : '';
  same(
    line,
    hasFoot ? [withoutSpaces(total.rate?.text ?? '未写'), points] : [],
    foot
      ? [
          withoutSpaces(textOf(findAll(foot, isOfClass('share'))[0])),
          withoutSpaces(textOf(findAll(foot, isOfClass('from'))[0])),
        ]
      : [],
  );
  const said = withoutSpaces(textOf(section));
  for (const { label, value } of total?.details ?? [])
    if (!said.includes(withoutSpaces(`${label}：${value}`)))
      losses.push(`${line} 行 页面上没有“${label}”的“${value}”`);
  const [planned, initial] = [project?.budget, total?.initial];
  const differs = planned && initial?.yuan && Number(initial.yuan) !== Number(planned.yuan);
  const notice = differs
    ? `年初预算有两个数：绩效目标表写${planned.text}，自评表写${initial.text}，合${groupDigits(planned.yuan)}元和${groupDigits(initial.yuan ?? '')}元。`
    : '年初预算有两个数';
  if (Boolean(differs) !== said.includes(withoutSpaces(notice)))
    losses.push(`${line} 行 “${notice}”${differs ? '没有写' : '不应写'}`);
  const [ofSources] = findAll(section, isOfClass('fund-sources'));
  const found = (ofSources ? findAll(ofSources, isTag('tbody')) : []).flatMap((body) =>
    findAll(body, isTag('tr')).flatMap(readSource),
  );
  same(line, sources.flatMap(sourceOf), found);
}

function readMoney(row: Element): string[] {
  const [from] = findAll(row, isOfClass('from'));
  const [link] = from ? findAll(from, isTag('a')) : [];
  const [own] = from ? findAll(from, isOfClass('nowrap')) : [];
  return [
    textOf(findAll(row, isTag('th'))[0]),
    textOf(findAll(row, isOfClass('yuan'))[0]),
    `${(link && attributeOf(link, 'href')) ?? ''} ${textOf(link)}`,
    textOf(own).replace(/^，?原文\s/, ''),
  ];
}

function sourceOf(fund: RecordedFunds): string[] {
  const { label, line, details, rate, score, weight } = fund;
  return [
    ...[label, `#L${line}`, ...details.map((each) => `${each.label}：${each.value}`)],
    ...SUMS.map((name) => fund[name]?.text ?? NO_VALUE),
    ...[rate?.text ?? NO_VALUE, scoreOf(score, weight)],
  ];
}

function readSource(row: Element): string[] {
  const [link] = findAll(row, (each) => hasClass(each, 'to-line'));
  const cells = findAll(row, isTag('td')).map((cell) => textOf(cell).trim());
  return [
    textOf(link),
    (link && attributeOf(link, 'href')) ?? '',
    ...findAll(row, isOfClass('promise')).map((each) => textOf(each)),
    ...cells.map((text, index) => (index === SUMS.length + POINTS.length - 2 ? withoutSpaces(text) : text)),
  ];
}
