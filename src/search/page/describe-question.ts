/** Words for the questions of a query and the groups of its answer. */
import { formatCount } from '../../display/format-count.ts';
import { groupDigits } from '../../record/group-digits.ts';
import type { Answer, GroupId, LeftOut } from '../query.ts';
import type { Range } from '../range.ts';
import type { NumberQuestion, Question } from '../read-questions.ts';

/** The question about a number that the groups answer; undefined: there is none. */
export function mainQuestion({ questions }: Pick<Answer, 'questions'>): NumberQuestion | undefined {
  return questions.find(isNumber);
}

function isNumber(question: Question): question is NumberQuestion {
  return question.kind !== 'word' && question.kind !== 'year';
}

/** `按“不低于 95%”来找`; empty for words alone. */
export function describeQuestions(questions: readonly Question[]): string {
  const read = questions.flatMap((question) => {
    if (question.kind === 'word') return [];
    if (question.kind === 'year') return [`年度 ${question.year}`];
    if (question.kind === 'target') return [`“${describeRange(question.range, question.unit ?? '')}”`];
    if (question.kind === 'amount') return [`金额 ${formatAmount(question.yuan)}`];
    return [`金额${describeRange(question.range, ' 元').replace(/^(?=\d)/, ' ')}`];
  });
  return read.length === 0 ? '' : `按${read.join('、')}来找`;
}

/** `不低于 95%`, `高于 100,000 元`. */
function describeRange({ from, to, hasFrom, hasTo }: Range, unit: string): string {
  const format = (value: number) => `${formatNumber(value)}${unit}`;
  if (from === to) return `等于 ${format(from)}`;
  if (to === Infinity) return `${hasFrom ? '不低于' : '高于'} ${format(from)}`;
  if (from === -Infinity) return `${hasTo ? '不超过' : '低于'} ${format(to)}`;
  return `${format(from)}到 ${format(to)}`;
}

function formatAmount(yuan: number): string {
  return `${formatNumber(yuan)} 元`;
}

/** At most two decimals: amounts have no more. */
function formatNumber(value: number): string {
  return groupDigits(String(Math.round(value * 100) / 100));
}

/** Title of a group, and a note on what is in it. */
export function describeGroup(id: GroupId, answer: Pick<Answer, 'questions'>): [title: string, note: string] {
  const question = mainQuestion(answer);
  const text = question?.text ?? '';
  const titles: Record<GroupId, [string, string]> = {
    bodies: ['单位', ''],
    guide: ['指南', ''],
    spelled: ['写法相同', `指标值就是“${text}”。`],
    same: /^\d$/.test(text)
      ? ['正好', `指标值是 ${text}，什么单位都算。`]
      : ['意思相同', `写法不同，意思和“${text}”一样。`],
    exact: ['正好', '预算，或者指标值里写的金额；元、万元、亿元都比。'],
    near: ['很接近', nearNote(question)],
    beyond: beyond(question),
    bare: ['没有写方向', '只写了这个数，没有写是至少还是至多。'],
    budgets: ['预算', '项目的预算，大的在前。'],
    money: ['指标里的金额', '指标值写的金额，换算成元来比。'],
    nearest: ['最接近', '没有这个金额，这几个项目的预算最接近。'],
  };
  return titles[id];
}

function nearNote(question: NumberQuestion | undefined): string {
  if (question?.kind !== 'amount') return '';
  const { from, to } = question.range;
  return `${formatAmount(from)}到 ${formatAmount(to)}，差得最少的在前。`;
}

function beyond(question: NumberQuestion | undefined): [string, string] {
  if (question?.kind !== 'target') return ['符合的', ''];
  const { from, to } = question.range;
  const unit = question.unit ?? '';
  if (to === Infinity)
    return ['要求更高', `比 ${formatNumber(from)}${unit} 高，做到了就也做到“${question.text}”。`];
  if (from === -Infinity)
    return ['要求更严', `比 ${formatNumber(to)}${unit} 低，做到了就也做到“${question.text}”。`];
  return ['在范围里', '整个指标值都在这个范围里。'];
}

/** `“≤95%”一类的`, `3 项`, and why these are left out. */
export function describeLeftOut({ kind, text, count }: LeftOut): [what: string, count: string, why: string] {
  const reasons: Record<LeftOut['kind'], string> = {
    opposite: '方向相反',
    strict: '只差一个等号',
  };
  return [`“${text}”一类的`, `${formatCount(count)} 项`, reasons[kind]];
}
