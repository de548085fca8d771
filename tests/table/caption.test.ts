import { describe, expect, test } from 'vitest';
import { isCaption, isTitle, toLineCells } from '../../src/table/caption.ts';

describe('a line above a table', () => {
  test.each([
    '项目绩效目标表',
    '2026年项目支出绩效目标申报表',
    '项 目 绩 效 目 标 表',
    '部门整体绩效目标表（2026年度）',
  ])('%s is its title', (text) => {
    expect(isTitle(text)).toBe(true);
  });

  test.each(['（2026年度）', '单位：万元', '填报单位：青溪县水务局', '附件2：'])(
    '%s belongs to it',
    (text) => {
      expect(isCaption(text)).toBe(true);
    },
  );

  test.each(['河道清淤', '本表公开绩效目标。', ''])('%s is neither', (text) => {
    expect([isTitle(text), isCaption(text)]).toEqual([false, false]);
  });
});

test('lines of a text have their places; blank ones are left out', () => {
  expect(toLineCells('  甲\n\n 乙', { line: 4, column: 3 })).toEqual([
    { text: '甲', line: 4, column: 5 },
    { text: '乙', line: 6, column: 2 },
  ]);
});
