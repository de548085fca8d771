import type { Cell, Pair } from './cell-pairs.ts';
import type { RecordedProject } from './record.ts';
import { means, plainWord, type Words } from './words.ts';

/** 2021, 202103, 20210305. */
const YEAR = /(?<!\d)((?:19|20)\d{2})(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?!\d)/g;
const YEARS = /^\(?(?:19|20)\d{2}年?(?:[-~—–至到]+(?:19|20)\d{2}年?)?\)?$/;

/** Whether the years stand in their cells, or in the label of a goal. Cells that say no more than these years are claimed. */
export function isPeriod(
  period: RecordedProject['period'],
  pairs: readonly Pair[],
  goalLabels: readonly Cell[],
  words: Words,
): boolean {
  // Where no cell says it, the label of a goal may: `实施周期总目标（2022年--2024年）`.
  if (!period)
    return !goalLabels.some(({ text }) => {
      const note = /\(([^()]*)\)$/.exec(plainWord(text))?.[1] ?? '';
      return means(words, text, 'periodGoal') && YEARS.test(note) && /\d{4}.*\d{4}/.test(note);
    });
  const { start, end } = period;
  const found = { start: false, end: false };
  const check = (text: string, isStart: boolean, isEnd: boolean) => {
    const years = [...plainWord(text).matchAll(YEAR)].map(([, year]) => Number(year));
    const isSame = (!isStart || years[0] === start) && (!isEnd || years.at(-1) === end);
    if (isSame && isStart) found.start = true;
    if (isSame && isEnd) found.end = true;
    return isSame;
  };
  for (const { label, value, labels, values } of pairs) {
    const isWhole = means(words, label, 'period');
    const [isStart, isEnd] = [isWhole || means(words, label, 'start'), isWhole || means(words, label, 'end')];
    if (value === '' || !(isStart || isEnd) || !check(value, isStart, isEnd) || !YEARS.test(plainWord(value)))
      continue;
    for (const cell of [...labels, ...values]) cell.role ??= labels.includes(cell) ? 'label' : 'value';
  }
  if (!found.start || !found.end) for (const { text } of goalLabels) check(text, true, true);
  return found.start && found.end;
}
