/** The sections of results: groups of lines, what is left out, other searches. */
import { formatCount } from '../../display/format-count.ts';
import type { Answer, Group, GroupId, Line, Way } from '../query.ts';
import { amountOf, contextOf, publishedBy } from './describe-line.ts';
import { describeGroup, describeLeftOut, mainQuestion } from './describe-question.ts';
import { create, markedText, targetText } from './dom.ts';
import { groupWays } from './group-ways.ts';
import { wordsOf } from './line-words.ts';
import { listJumps } from './list-jumps.ts';
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
  const value = valueOf(line);
  const name = create('a', { href: line.url }, markedText(line.title));
  const about = create('span', 'of', name);
  const context = contextOf(line);
  if (context !== '') about.append(' ', create('span', 'soft small', context));
  const by = publishedBy(line);
  const item = create('li', isWide ? 'line wide' : 'line');
  if (value) item.append(create('b', 'value figures', ...value), ' ');
  const length = item.textContent.trim().length;
  if (length <= MAX_WHOLE && isWide) item.querySelector('b')?.classList.add('whole');
  name.dataset['words'] = wordsOf(line).join(' ');
  item.append(about);
  if (by !== '') item.append(' ', create('span', 'soft small by', by));
  return item;
}

function valueOf(line: Line): (string | Node)[] | null {
  if (line.target) return targetText(line.target, line.reading);
  const amount = amountOf(line);
  return amount === null ? null : [amount];
}

/** Links to the groups above the first; none for a single group. */
export function toJumps(answer: Answer): HTMLLIElement[] {
  return listJumps(answer).map(({ id, title, count }) =>
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

/** Other searches, where one finds nothing. */
export function toWaySections(ways: readonly Way[]): HTMLElement[] {
  return groupWays(ways).map((group) => {
    const list = create('ul', 'lines parts', ...group.ways.map(toWayItem));
    return toSection(group.id, group.title, '', create('p', 'small soft', group.note), list);
  });
}

function toWayItem({ text, count, kind }: Way): HTMLLIElement {
  const about = create('span', 'of', create('a', { href: addressOf(text) }, text));
  if (kind === 'parts') about.append(' ', create('span', 'soft small', '在同一个项目里'));
  return create('li', 'line wide', create('b', 'value figures', `${formatCount(count)} 个项目`), ' ', about);
}
