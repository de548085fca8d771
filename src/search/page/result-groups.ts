/** The sections of results: groups of lines, what is left out, other searches. */
import { formatCount } from '../../display/format-count.ts';
import { formatYuan } from '../../display/format-yuan.ts';
import type { Answer, Group, GroupId, Line, Way } from '../query.ts';
import { describeGroup, describeLeftOut, mainQuestion } from './describe-question.ts';
import { create, markedText, targetText } from './dom.ts';
import { wordsOf } from './line-words.ts';
import { addressOf, toAddress, type SearchState } from './search-address.ts';

/** Groups of amounts and counts. */
const WIDE: readonly GroupId[] = ['bodies', 'exact', 'near', 'budgets', 'money', 'nearest'];
/** A longer value may break. */
const MAX_WHOLE = 18;

/** A row of the page: its title in the label column. */
function toSection(id: string, title: string, count: string, ...content: Node[]): HTMLElement {
  const heading = create('h2', {}, title);
  if (count !== '') heading.append(create('span', 'soft small', count));
  return create(
    'section',
    { class: 'row results-group', id, 'data-search-group': '' },
    heading,
    create('div', 'entry', ...content),
  );
}

export function toGroupSection(group: Group, answer: Answer, state: SearchState): HTMLElement {
  const { id, count, lines } = group;
  const [title, note] = describeGroup(id, answer);
  const list = create('ol', `lines ${id}`, ...lines.map((line) => toLineItem(line, WIDE.includes(id))));
  const section = toSection(
    id,
    title,
    id === 'bodies' ? `${formatCount(count)} 个` : id === 'guide' ? '' : `${formatCount(count)} 项`,
  );
  const content = section.querySelector('.entry');
  if (note !== '') content?.append(create('p', 'small soft', note));
  content?.append(list);
  if (state.part === null && lines.length < count) {
    const address = `/search/${toAddress({ ...state, part: id })}`;
    const whole = create(
      'a',
      { href: address },
      `${title}的全部 ${formatCount(count)} ${id === 'bodies' ? '个' : '项'}`,
    );
    content?.append(create('p', 'whole-group', whole));
  }
  return section;
}

/** @param isWide Whether the values are amounts or counts. */
function toLineItem(line: Line, isWide: boolean): HTMLLIElement {
  const { url, title, of, publisher, years } = line;
  const value = valueOf(line);
  const name = create('a', { href: url }, markedText(title));
  const about = create('span', 'of', name);
  const context = [of, line.isPeriod ? '周期的指标值' : null].filter((text) => text !== null);
  if (context.length > 0) about.append(' ', create('span', 'soft small', context.join('，')));
  const by = [publisher, years.map((year) => `${year}年`).join('、')].filter(
    (text) => text !== null && text !== '',
  );
  const item = create('li', isWide ? 'line wide' : 'line');
  if (value) item.append(create('b', 'value figures', ...value), ' ');
  const length = item.textContent.trim().length;
  if (length <= MAX_WHOLE && isWide) item.querySelector('b')?.classList.add('whole');
  name.dataset['words'] = wordsOf(line).join(' ');
  item.append(about);
  if (by.length > 0) item.append(' ', create('span', 'soft small by', by.join('，')));
  return item;
}

function valueOf({ target, reading, yuan, projects }: Line): (string | Node)[] | null {
  if (target) return targetText(target, reading);
  if (projects !== null) return [`${formatCount(projects)} 个项目`];
  return yuan === null ? null : [formatYuan(yuan, '\u00A0')];
}

/** Links to the groups above the first; none for a single group. */
export function toJumps({ groups, hitCount, questions }: Answer): HTMLLIElement[] {
  const jumps: { id: string; title: string; count: number }[] = groups
    .filter(({ id }) => id !== 'guide')
    .map(({ id, count }) => ({ id, title: describeGroup(id, { questions })[0], count }));
  if (hitCount > 0)
    jumps.push({ id: 'hits', title: mainQuestion({ questions }) ? '别处写着' : '项目', count: hitCount });
  if (jumps.length < 2) return [];
  return jumps.map(({ id, title, count }) =>
    create('li', {}, create('a', { href: `#${id}` }, `${title} ${formatCount(count)}`)),
  );
}

/** What a question about a target does not count. */
export function toLeftOutSection({ leftOut, questions }: Answer): HTMLElement | null {
  if (leftOut.length === 0) return null;
  const items = leftOut.map((entry) => {
    const [what, count, why] = describeLeftOut(entry);
    return create('li', {}, `${what} `, create('a', { href: addressOf(entry.text) }, count), `：${why}；`);
  });
  const texts = create('li', {}, '用文字写的，例如“满意”：没有数。');
  return mainQuestion({ questions })
    ? toSection('left-out', '没有算进来', '', create('ul', 'ways', ...items, texts))
    : null;
}

/** The same words, not read as a number or a year. */
export function toLiteralSection(state: SearchState, { questions }: Answer): HTMLElement | null {
  if (state.isLiteral || questions.every(({ kind }) => kind === 'word')) return null;
  const address = `/search/${toAddress({ ...state, isLiteral: true, part: null, filters: {} })}`;
  const link = create('a', { href: address }, `照字面找“${state.text.trim()}”`);
  return toSection(
    'literal',
    '别的意思',
    '',
    create('p', {}, link, create('span', 'soft small', '，不当作金额、要求或年度。')),
  );
}

/** From one group back to all. */
export function toWholeSection(state: SearchState): HTMLElement {
  const link = create('a', { href: `/search/${toAddress({ ...state, part: null })}` }, '回到全部结果');
  return toSection('all', '别的结果', '', create('p', {}, link));
}

const WAY_TITLES: Record<'near' | 'apart', string> = { near: '是不是要找', apart: '拆开找' };

/** Other searches, where one finds nothing. */
export function toWaySections(ways: readonly Way[]): HTMLElement[] {
  const near = ways.filter(({ kind }) => kind === 'sound' || kind === 'near');
  const apart = ways.filter(({ kind }) => kind === 'parts' || kind === 'part');
  return [['near', near] as const, ['apart', apart] as const].flatMap(([key, own]) => {
    if (own.length === 0) return [];
    const list = create('ul', 'lines parts', ...own.map(toWayItem));
    const note = key === 'apart' ? '您输入的字里，这几段找得到。' : '读音相同，或者只差一个字。';
    return [toSection(key, WAY_TITLES[key], '', create('p', 'small soft', note), list)];
  });
}

function toWayItem({ text, count, kind }: Way): HTMLLIElement {
  const about = create('span', 'of', create('a', { href: addressOf(text) }, text));
  if (kind === 'parts') about.append(' ', create('span', 'soft small', '在同一个项目里'));
  return create('li', 'line wide', create('b', 'value figures', `${formatCount(count)} 个项目`), ' ', about);
}
