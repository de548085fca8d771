import { formatYuan } from '../../display/format-yuan.ts';
import { markedText } from './marked-text.ts';
import { toReading } from './to-reading.ts';
import type { Hit, IndicatorHit, MarkedText } from '../to-hit.ts';

/** Indicators listed of one project; a button lists the rest. */
const MOST = 3;

/** A project, and an item for each of its first indicators. Each item has one link. */
export function toItems(hit: Hit): HTMLLIElement[] {
  const item = create('li', 'hit');
  const heading = create('h3', '');
  heading.append(link(hit.url, hit.name));
  const amount = create('p', 'amount figures');
  amount.append(`${formatYuan(hit.yuan)}\u00A0元`);
  const indicators = hit.indicators.map(toIndicatorItem);
  for (const further of indicators.slice(MOST)) further.hidden = true;
  item.append(heading, amount, describe(hit, indicators));
  return [item, ...indicators];
}

/** Body and year; where another cell matched, that cell; a button for the indicators that are not listed. */
function describe(
  { publisher, year, excerpt, name }: Hit,
  indicators: readonly HTMLLIElement[],
): HTMLElement {
  const line = create('p', 'soft small');
  line.append(`${publisher}，${year}年`);
  if (excerpt) line.append(`；${excerpt.label}：`, markedText(excerpt.text));
  if (indicators.length <= MOST) return line;
  const button = create('button', 'plain');
  button.type = 'button';
  button.textContent = `全部 ${indicators.length} 项指标`;
  button.setAttribute('aria-label', `${name.text}：列出全部 ${indicators.length} 项相符的指标`);
  button.addEventListener('click', () => {
    for (const item of indicators) item.hidden = false;
    indicators[MOST]?.querySelector('a')?.focus();
    button.remove();
  });
  line.append(' ', button);
  return line;
}

function toIndicatorItem(hit: IndicatorHit): HTMLLIElement {
  const { url, name, annual, period, annualReading, periodReading, category } = hit;
  const item = create('li', 'found');
  const value = create('span', 'value figures');
  value.append(markedText(annual.text === '' ? { text: '年度未写', marks: [] } : annual));
  if (annualReading !== null) value.append(' ', toReading(annualReading));
  const about = create('span', 'soft small');
  about.append(category);
  if (period.text !== '' && period.text !== annual.text) {
    about.append('，周期 ', markedText(period));
    if (periodReading !== null) about.append(' ', toReading(periodReading));
  }
  item.append(link(url, name), ' ', value, ' ', about);
  return item;
}

function link(url: string, text: MarkedText): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.append(markedText(text));
  return anchor;
}

function create<Name extends 'li' | 'h3' | 'p' | 'span' | 'button'>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
