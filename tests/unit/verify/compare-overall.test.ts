/** A cell of a table of a whole office that the record does not hold as the source has it is found; what `check` accepts is no loss. */
import { readFileSync, readdirSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { isWithin } from '../../../src/record/is-within.ts';
import { maskOverall } from '../../../src/record/mask-overall.ts';
import { toPublishedDisclosure } from '../../../src/record/published-disclosure.ts';
import { compareSource } from '../../../src/verify/compare-source.ts';
import { readVocabulary } from '../../../src/verify/words.ts';

const vocabulary = readVocabulary('');
const FIXTURES = 'tests/unit/record/overall/fixtures';

function publish(source: string) {
  const reading = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value: source }));
  expect(reading.notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  return toPublishedDisclosure({ ...reading, overall: reading.overall.map(maskOverall) });
}

describe.each(readdirSync(FIXTURES))('%s', (name) => {
  const source = readFileSync(`${FIXTURES}/${name}/source.md`, 'utf8');
  const published = publish(source);
  const lossesOf = (text: string) => compareSource(text.split('\n'), published, vocabulary).losses;
  /** Each cell of the tables: a piece of the source between dividers. */
  const parts = source.split(/( \| |\t|\n)/);
  const lineOf = (index: number) => parts.slice(0, index).filter((each) => each === '\n').length + 1;
  const lines = source.split('\n');
  const cells = parts.flatMap((text, index) => {
    const line = lineOf(index);
    const isCell =
      !/^(?: \| |\t|\n)$/.test(text) && text.replaceAll(/[| ]/g, '') !== '' && !text.startsWith('|');
    const isRow = /\t| \| /.test(lines[line - 1] ?? '') && !/---/.test(lines[line - 1] ?? '');
    const office = published.overall?.find((each) => isWithin(each, line));
    // Whether a notice names more texts than its row has is not compared.
    const isNamed = published.notices.some(
      (notice) => notice.rule === 'overall/unread-cells' && notice.line === line,
    );
    return isCell && isRow && office && !isNamed ? [{ text, index, line }] : [];
  });
  /** Words of the form that say nothing of an office. */
  const isWord = ({ text }: { text: string }) =>
    /^(?:年度主要任务|年度重点工作任务|(?:年度)?绩效指标|部门名称)\s*\|?$/.test(text.trim());

  test('has no loss', () => {
    expect(lossesOf(source)).toEqual([]);
  });

  test('each altered cell is found', () => {
    const missed = cells.filter(
      ({ text, index }) =>
        lossesOf(parts.with(index, text.replace(/(?= ?\|?$)/, '改')).join('')).length === 0,
    );
    expect(missed.filter((cell) => !isWord(cell))).toEqual([]);
  });

  test('each cell that changes places with the next is found', () => {
    const missed = cells.filter((cell) => {
      const next = cells.find(({ index, line }) => index > cell.index && line === cell.line);
      if (!next || next.text.trim() === cell.text.trim() || /\|$/.test(next.text)) return false;
      return lossesOf(parts.with(cell.index, next.text).with(next.index, cell.text).join('')).length === 0;
    });
    expect(missed.filter((cell) => !isWord(cell))).toEqual([]);
  });

  test('each lost amount and each lost task is found', () => {
    for (const [index, office] of (published.overall ?? []).entries()) {
      for (const [place, task] of office.tasks.entries())
        for (const change of [
          office.tasks.filter((each) => each !== task),
          office.tasks.with(place, { ...task, amounts: task.amounts.slice(1) }),
        ]) {
          if (JSON.stringify(change) === JSON.stringify(office.tasks)) continue;
          const overall = (published.overall ?? []).with(index, { ...office, tasks: change });
          expect(compareSource(lines, { ...published, overall }, vocabulary).losses).not.toEqual([]);
        }
    }
  });
});
