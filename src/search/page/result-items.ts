import { formatYuan } from '../../display/format-yuan.ts';
import type { Hit, IndicatorHit, MarkedText } from '../to-hit.ts';
import { annualOf, formatApart, hasOtherPeriod } from './describe-hit.ts';
import { create, createButton, markedText, targetText } from './dom.ts';

/** Indicators listed per project; a button lists the rest. */
const MAX_INDICATORS = 3;

/** A project, and an item for each of its matching indicators. Each item has one link. */
export function toItems(hit: Hit): HTMLLIElement[] {
  const indicators = hit.indicators.map((indicator) => toIndicatorItem(indicator, hit.asksAnnual));
  for (const item of indicators.slice(MAX_INDICATORS)) item.hidden = true;
  const project = create(
    'li',
    'hit',
    create('h3', {}, link(hit.url, hit.name), formatApart(hit)),
    create('p', 'amount figures', formatYuan(hit.yuan, '\u00A0')),
    describe(hit, indicators),
  );
  return [project, ...indicators];
}

/** Body and year; the cell that matches, if no name does; a button for the remaining indicators. */
function describe(hit: Hit, indicators: readonly HTMLLIElement[]): HTMLElement {
  const { publisher, year, excerpt, name } = hit;
  const line = create('p', 'soft small', `${publisher}，${year}年`);
  if (excerpt) line.append(`；${excerpt.label}：`, markedText(excerpt.text));
  if (indicators.length <= MAX_INDICATORS) return line;
  const button = createButton('plain', `全部 ${indicators.length} 项指标`);
  button.setAttribute(
    'aria-label',
    `${name.text}${formatApart(hit)}：列出全部 ${indicators.length} 项相符的指标`,
  );
  button.addEventListener('click', () => {
    for (const item of indicators) item.hidden = false;
    indicators[MAX_INDICATORS]?.querySelector('a')?.focus();
    button.remove();
  });
  line.append(' ', button);
  return line;
}

function toIndicatorItem(hit: IndicatorHit, asksAnnual = true): HTMLLIElement {
  const about = create('span', 'soft small', hit.category);
  if (hasOtherPeriod(hit)) about.append('，周期 ', ...targetText(hit.period, hit.periodReading));
  const annual = targetText(annualOf(hit, asksAnnual), hit.annualReading);
  const value = create('span', 'value figures', ...annual);
  return create('li', 'found', link(hit.url, hit.name), ' ', value, ' ', about);
}

function link(url: string, text: MarkedText): HTMLAnchorElement {
  return create('a', { href: url }, markedText(text));
}
