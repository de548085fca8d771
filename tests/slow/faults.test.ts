/** A fault in the parser or on a page stops the build, and the verifier names the lost cells. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainEnvironment } from '../helpers/run-script.ts';
import { copyProject, type ProjectCopy } from './copy-project.ts';

let project: ProjectCopy;
let changed = '';

beforeAll(() => {
  project = copyProject();
  // Fen, so that a rounded amount is another amount.
  project.change('content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', '83,370.00', '83,370.45');
});
afterEach(() => {
  if (changed !== '') project.restore(changed);
});
afterAll(() => {
  project.remove();
});

test.each([
  [
    'the parser drops the last row of each table',
    'src/tab-table/tab-table-from-markdown.ts',
    'rows.map(toTableRow)',
    'rows.slice(0, -1).map(toTableRow)',
  ],
  [
    'the parser loses continuation rows',
    'src/record/read-indicators.ts',
    'return straight.flatMap((row, index) => {',
    "return straight.flatMap((row, index) => { if (row.cells[1]?.text === '') return [];",
  ],
  [
    'the parser swaps two columns',
    'src/record/read-indicators.ts',
    "periodTarget: read('periodTarget'),",
    "periodTarget: read('annualTarget'),",
  ],
  ['the parser rounds amounts', 'src/record/read-budget.ts', 'yuan.toFixed(2)', "yuan.toFixed(0) + '.00'"],
  [
    'the parser cuts a cell at its first comma',
    'src/table/read-grid.ts',
    'text: raw.trim(),',
    "text: raw.trim().split('，')[0] ?? '',",
  ],
  [
    'a page leaves out the last indicator of a category',
    'src/components/IndicatorTable.astro',
    '{ofCategory.map(',
    '{ofCategory.slice(0, -1).map(',
  ],
  [
    'a page leaves out a line of the source',
    'src/components/SourceView.astro',
    '{lines.map(',
    '{lines.toSpliced(5, 1).map(',
  ],
  [
    'a page shows a rounded amount as the original',
    'src/pages/[year]/[body]/[project].astro',
    '          {budget.text}\n',
    "          {budget.text.replace('.45', '.50')}\n",
  ],
  [
    'the writer of tables swaps two columns',
    'src/downloads/indicator-table.ts',
    "...targetColumns('annual', '年度指标值', ({ indicator }) => indicator.annualTarget)",
    "...targetColumns('annual', '年度指标值', ({ indicator }) => indicator.periodTarget)",
  ],
  [
    'the writer of tables rounds amounts',
    'src/downloads/project-table.ts',
    'value: ({ project }) => project.budget?.yuan ?? null,',
    'value: ({ project }) => Math.round(Number(project.budget?.yuan)).toFixed(2),',
  ],
])('%s', (_, path, from, to) => {
  changed = path;
  project.change(path, from, to);
  const { status, stderr } = project.build();
  expect(stderr).toMatch(/缺失或改动 [1-9]\d* 处/);
  expect(status).toBe(1);
  expect(existsSync(join(project.root, 'dist'))).toBe(false);
});

describe('in tables of other forms', () => {
  let env: Record<string, string>;

  beforeAll(() => {
    const content = join(project.root, 'other-forms');
    env = { JIXIAO_CONTENT: content };
    mkdirSync(join(content, 'disclosures/2026'), { recursive: true });
    for (const [name, fixture] of [
      ['national', 'national-form'],
      ['sides', 'national-form-with-medium-term'],
      ['ledger', 'ledger-of-two-projects'],
    ] as const)
      writeFileSync(
        join(content, `disclosures/2026/${name}.md`),
        // Fen, so that a rounded amount is another amount.
        readFileSync(`tests/unit/record/fixtures/${fixture}/source.md`, 'utf8').replace('45.60', '45.607891'),
      );
  });

  test.each([
    [
      'the parser drops the last row of each project of a ledger',
      'src/record/read-ledger.ts',
      'if (!isTotal && !isBare) return [{ ...group, unit }];',
      'if (!isTotal && !isBare) return [{ ...group, unit, rows: group.rows.slice(0, -1) }];',
    ],
    [
      'the parser takes the left side for the year’s',
      'src/record/read-columns.ts',
      "count > 1 && index === 0 ? 'periodTarget' : 'annualTarget'",
      "count > 1 && index === 1 ? 'periodTarget' : 'annualTarget'",
    ],
    ['the parser rounds amounts', 'src/record/read-budget.ts', 'yuan.toFixed(2)', "yuan.toFixed(0) + '.00'"],
    [
      'the parser forgets what the form has no field for',
      'src/record/read-project.ts',
      '[...head.others, ...goals.others]',
      '[...goals.others]',
    ],
    [
      'the writer of tables leaves out a column of the office',
      'src/downloads/indicator-table.ts',
      'toJsonCell(indicator.details)',
      'toJsonCell(indicator.details.slice(1))',
    ],
  ])('%s', (_, path, from, to) => {
    changed = path;
    project.change(path, from, to);
    const { status, stderr } = project.build(env);
    expect(stderr).toMatch(/缺失或改动 [1-9]\d* 处/);
    expect(status).toBe(1);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  test('without a fault they are published', () => {
    expect(project.build({ ...env, JIXIAO_OUT: join(project.root, 'other-dist') })).toMatchObject({
      status: 0,
    });
  });
});

describe('in tables of a PDF', () => {
  let env: Record<string, string>;

  beforeEach(() => {
    env = { JIXIAO_CONTENT: mkdtempSync(join(project.root, 'pdf-')) };
  });
  const importPdf = () => {
    const file = resolve('tests/unit/import/fixtures/pdf/layout-f.pdf');
    const args = ['scripts/import.ts', file, '--year', '2026', '--as', 'pdf'];
    return spawnSync(process.execPath, args, { cwd: project.root, env: plainEnvironment(env) }).status;
  };

  test.each([
    [
      'the import drops the last text of a page',
      'src/import/pdf/read-page.ts',
      'const straight = glyphs.filter(({ direction }) => direction !== null);',
      'const straight = glyphs.filter(({ direction }) => direction !== null).slice(0, -1);',
    ],
    [
      'the import puts texts into the cell on the right',
      'src/import/pdf/read-page.ts',
      'cellAt(table, (left + right) / 2, y)',
      'cellAt(table, right + 30, y)',
    ],
    [
      'the import drops the last row of each table',
      'src/import/pdf/join-parts.ts',
      '.filter((_, row) => begun.rows.has(row))',
      '.filter((_, row) => begun.rows.has(row) && row < rows.length - 1)',
    ],
  ])('%s', (_, path, from, to) => {
    changed = path;
    project.change(path, from, to);
    expect(importPdf()).toBe(0);
    const { status, stderr } = project.build(env);
    expect(stderr).toMatch(/缺失或改动 [1-9]\d* 处/);
    expect(stderr).toMatch(/原件第 \d+ 页/);
    expect(status).toBe(1);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  test('without a fault they are published', () => {
    expect(importPdf()).toBe(0);
    expect(project.build({ ...env, JIXIAO_OUT: join(project.root, 'pdf-dist') })).toMatchObject({
      status: 0,
    });
  });
});

test('without a fault the same content is published', () => {
  expect(project.build()).toMatchObject({ status: 0, stderr: '' });
});
