import { expect, test } from 'vitest';
import { forms } from '../../../src/record/forms/forms.ts';
import { recognizeTables } from '../../../src/record/recognize-tables.ts';
import { toGrid } from './to-grid.ts';

/** The positions of the notices that a table is of another kind. */
function reportedAt(title: string | null, ...rows: string[][]): string[] {
  const positions: string[] = [];
  recognizeTables(toGrid(rows, title), forms, ({ line, column }, rule) => {
    positions.push(`${rule} ${line}:${column}`);
  });
  return positions;
}

const PRICES = [
  ['品名', '单价', '数量'],
  ['水泵', '300', '2'],
];

test('a table of another kind is reported at its title, else at its first cell', () => {
  expect(reportedAt('价目表', ...PRICES)).toEqual(['table/other-kind 1:1']);
  expect(reportedAt(null, ...PRICES)).toEqual(['table/other-kind 1:1']);
});

test('a target table has its form', () => {
  const [table] = recognizeTables(
    toGrid([
      ['项目名称', '河道清淤'],
      ['预算金额（元）', '1.00'],
    ]),
    forms,
    () => undefined,
  );
  expect(table).toMatchObject({ other: null, form: { name: '广东省项目绩效目标表' } });
});
