import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/import/read-markdown.ts';

test('tables with the lines above them, numbered, each row with its line', () => {
  const text =
    '## 项目绩效目标表\n\n单位：万元\n\n甲\t乙\n丙\t丁\n\n中间的话，不属于表。\n\n| 戊 | 己 |\n| --- | --- |\n| 庚 | |\n';
  const { pieces, remarks } = readMarkdown(text);
  expect(pieces).toEqual([
    { kind: 'text', lines: ['项目绩效目标表', '单位：万元'] },
    {
      kind: 'table',
      part: '第 1 张表',
      rows: [
        { origin: { part: null, row: 5 }, cells: ['甲', '乙'] },
        { origin: { part: null, row: 6 }, cells: ['丙', '丁'] },
      ],
    },
    {
      kind: 'table',
      part: '第 2 张表',
      rows: [
        { origin: { part: null, row: 10 }, cells: ['戊', '己'] },
        { origin: { part: null, row: 12 }, cells: ['庚', ''] },
      ],
    },
  ]);
  expect(remarks).toEqual([expect.stringMatching(/^第 8 行：/)]);
});

test('a table that can not be read is refused with its line', () => {
  expect(() => readMarkdown(`甲\t乙\n\n${'> '.repeat(30)}丙\n`)).toThrow(/^第 3 行：/);
});
