import { expect, test } from 'vitest';
import { yearOf } from '../../../src/import/year-of.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';

const projects = (...years: number[]) => years.map((year) => ({ year }) as Project);
const text = (...lines: string[]) => ['---', 'originals: 2020年', '---', '', ...lines].join('\n');

test('the year of the tables is first, then that of the file’s name', () => {
  expect(yearOf(projects(2025, 2025), '2026.xlsx', text('2024年'))).toBe('2025');
  expect(yearOf([], '水务局2026年.xlsx', text('2024年'))).toBe('2026');
  expect(() => yearOf(projects(2025, 2026), 'a.xlsx', '')).toThrow('a.xlsx：里面有 2025、2026 年的表');
});

test.each(['12026.xlsx', '20261.xlsx', '1826.xlsx', 'a.xlsx'])('%s names no year', (file) => {
  expect(yearOf([], file, text('甲'))).toBeUndefined();
});

test.each([
  ['a title', ['## 2026年项目绩效目标表', '', '| 甲 | 2024年 |'], '2026'],
  ['a title without a sign', ['2026 年项目绩效目标表', '', '| 甲 | 2024年 |'], '2026'],
  ['a caption', ['（2026年度）', '| 甲 | 2024年 |'], '2026'],
  ['one year in two captions', ['2026年', '# 2026年', '| 甲 | 2024年 |'], '2026'],
  ['two years in captions', ['2026年', '# 2025年', '| 甲 | 2024年 |'], undefined],
  [
    'a sentence between tables, which is none',
    ['依据是2025年的规定，见下表。', '| 甲 | 2024年 |'],
    undefined,
  ],
  ['a table', ['| 甲 | 2024年度 |'], '2024'],
  ['two years in a table', ['| 甲 | 2024年 |', '| 乙 | 2025年 |'], undefined],
  ['a date', ['| 2024年 | 2026年12月 |', '| 2025年5月 |'], '2024'],
  ['a law', ['| 《2019年规定》 | 2024年 | 《2018年办法》 |'], '2024'],
  ['a number', ['| 120245年 | 2024 | 20245年 |'], undefined],
  ['a year before a number', ['| 2024年123月 |'], '2024'],
  ['a line between rules', ['---', '| 2024年 |'], '2024'],
  ['nothing', ['甲'], undefined],
])('a text names the year in %s', (_name, lines, year) => {
  expect(yearOf([], 'a.xlsx', text(...lines))).toBe(year);
});
