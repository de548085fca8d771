import { formatYuan } from '../../display/format-yuan.ts';
import type { AnswerHit, Hit, IndicatorHit, MarkedText } from '../to-hit.ts';
import { annualOf, formatApart, hasOtherPeriod } from './describe-hit.ts';
import { create, createButton, markedText, targetText } from './dom.ts';

/** Indicators listed per project, and cells of its result; a button lists the rest. */
const MAX_INDICATORS = 3;
/** The label of a figure; other cells of a result are sentences. */
const ACTUAL = '实际完成值';

/** A project, and an item for each of its matching indicators, and each cell of its result. Each item has one link. */
export function toItems(hit: Hit): HTMLLIElement[] {
  const indicators = hit.indicators.map((indicator) => toIndicatorItem(indicator, hit.asksAnnual));
  const answers = hit.answers.map(toAnswerItem);
  for (const list of [indicators, answers]) for (const item of list.slice(MAX_INDICATORS)) item.hidden = true;
  const project = create(
    'li',
    'hit',
    create('h3', {}, link(hit.url, hit.name), formatApart(hit)),
    create('p', 'amount figures', hit.isResult ? '' : formatYuan(hit.yuan, '\u00A0')),
    describe(hit, indicators, answers),
  );
  return [project, ...indicators, ...answers];
}

/** Body and year; the cell that matches, if no name does; buttons for the remaining indicators and cells. */
function describe(
  hit: Hit,
  indicators: readonly HTMLLIElement[],
  answers: readonly HTMLLIElement[],
): HTMLElement {
  const { publisher, year, excerpt, isResult } = hit;
  const line = create('p', 'soft small', `${publisher}，${year}年${isResult ? '，只有自评' : ''}`);
  if (excerpt) line.append(`；${excerpt.label}：`, markedText(excerpt.text));
  line.append(...moreButton(hit, indicators, '指标'), ...moreButton(hit, answers, '自评的内容'));
  return line;
}

/** A button that lists all items; nothing where all are listed. */
function moreButton(hit: Hit, items: readonly HTMLLIElement[], what: string): (string | HTMLElement)[] {
  if (items.length <= MAX_INDICATORS) return [];
  const button = createButton('plain', `全部 ${items.length} 项${what}`);
  const name = `${hit.name.text}${formatApart(hit)}`;
  button.setAttribute('aria-label', `${name}：列出全部 ${items.length} 项相符的${what}`);
  button.addEventListener('click', () => {
    for (const item of items) item.hidden = false;
    items[MAX_INDICATORS]?.querySelector('a')?.focus();
    button.remove();
  });
  return [' ', button];
}

function toIndicatorItem(hit: IndicatorHit, asksAnnual = true): HTMLLIElement {
  const about = create('span', 'soft small', hit.category);
  if (hasOtherPeriod(hit)) about.append('，周期 ', ...targetText(hit.period, hit.periodReading));
  const annual = targetText(annualOf(hit, asksAnnual), hit.annualReading);
  const value = create('span', 'value figures', ...annual);
  return create('li', 'found', link(hit.url, hit.name), ' ', value, ' ', about);
}

function toAnswerItem({ url, label, of, text }: AnswerHit): HTMLLIElement {
  const about = create('span', 'soft small', of === null ? '自评' : `自评：${label}`);
  const title = { text: of ?? label, marks: [] };
  return create(
    'li',
    'found',
    link(url, title),
    ' ',
    create('span', of !== null && label === ACTUAL ? 'value figures' : '', markedText(text)),
    ' ',
    about,
  );
}

function link(url: string, text: MarkedText): HTMLAnchorElement {
  return create('a', { href: url }, markedText(text));
}
