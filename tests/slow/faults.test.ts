/** A fault in the parser, an import or on a page stops the build, and the verifier names what it lost. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainEnvironment } from '../helpers/run-script.ts';
import { writeFiles } from '../helpers/write-files.ts';
import { copyProject, type ProjectCopy } from './copy-project.ts';
import { buildWithFaults, fault, nameAllLosses, type Fault } from './fault.ts';

let project: ProjectCopy;

beforeAll(() => {
  project = copyProject();
  // Fen, so that a rounded amount is another amount.
  project.change('content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', '83,370.00', '83,370.45');
  nameAllLosses(project);
});
afterAll(() => {
  project.remove();
});

const OUTPUTS: readonly Fault[] = [
  fault(
    'a page leaves out the last indicator of a category',
    'components/IndicatorTable.astro',
    '{ofCategory.map(',
    '{ofCategory.slice(0, -1).map(',
    /起 6 项指标，页面上有 2 项/,
  ),
  fault(
    'a page leaves out a line of the source',
    'components/SourceView.astro',
    '{lines.map(',
    '{lines.toSpliced(5, 1).map(',
    /页面上没有这一行原文/,
  ),
  fault(
    'a page shows a rounded amount as the original',
    'pages/[year]/[body]/[project]/[...page].astro',
    '          {budget.text}\n',
    "          {budget.text.replace('.45', '.50')}\n",
    /“83,370\.45”，页面上是“83,370\.50”/,
  ),
  fault(
    'the writer of tables swaps two columns',
    'downloads/indicator-table.ts',
    "...targetColumns('annual', '年度指标值', 'Annual target', ({ indicator }) => indicator.annualTarget)",
    "...targetColumns('annual', '年度指标值', 'Annual target', ({ indicator }) => indicator.periodTarget)",
    /“≤3次”（annual_target），发布的是“≤9次”/,
  ),
  fault(
    'the writer of tables rounds amounts',
    'downloads/project-table.ts',
    'value: ({ project }) => project.budget?.yuan ?? null,',
    'value: ({ project }) => Math.round(Number(project.budget?.yuan)).toFixed(2),',
    /“83370\.45”（budget_yuan），发布的是“83370\.00”/,
  ),
];

const PARSER: readonly Fault[] = [
  fault(
    'the parser drops the last row of each table',
    'tab-table/tab-table-from-markdown.ts',
    'rows.map(toTableRow)',
    'rows.slice(0, -1).map(toTableRow)',
    /22 行 第 4 格“费用总额”/,
  ),
  fault(
    'the parser loses continuation rows',
    'record/read-indicators.ts',
    'return straight.flatMap((row, index) => {',
    "return straight.flatMap((row, index) => { if (row.cells[1]?.text === '') return [];",
    /18 行 第 4 格“全年故障发生次数”/,
  ),
  fault(
    'the parser swaps two columns',
    'record/read-indicators.ts',
    "periodTarget: read('periodTarget'),",
    "periodTarget: read('annualTarget'),",
    /59 行 第 5 格指标“36个月”/,
  ),
  fault(
    'the parser rounds amounts',
    'record/read-budget.ts',
    'yuan.toFixed(2)',
    "yuan.toFixed(0) + '.00'",
    /预算金额“83,370\.45”，发布的是 83370\.00 元/,
  ),
  fault(
    'the parser cuts a cell at its first comma',
    'table/read-grid.ts',
    'text: raw.trim(),',
    "text: raw.trim().split('，')[0] ?? '',",
    /目标“按照军分区要求，组织[^”]*”，发布的是“按照军分区要求”/,
  ),
];

const FORMS: readonly Fault[] = [
  fault(
    'the parser drops the last row of each project of a ledger',
    'record/read-ledger.ts',
    'if (!isTotal && !isBare) return [{ ...group, unit }];',
    'if (!isTotal && !isBare) return [{ ...group, unit, rows: group.rows.slice(0, -1) }];',
    /ledger\.md: 9 行 1 项指标，发布的是 0 项/,
  ),
  fault(
    'the parser takes the left side for the year’s',
    'record/read-columns.ts',
    "count > 1 && index === 0 ? 'periodTarget' : 'annualTarget'",
    "count > 1 && index === 1 ? 'periodTarget' : 'annualTarget'",
    /sides\.md: 13 行 第 5 格指标“150套”/,
  ),
  fault(
    'the parser rounds amounts of a ledger',
    'record/read-budget.ts',
    'yuan.toFixed(2)',
    "yuan.toFixed(0) + '.00'",
    /预算金额“45\.607891”，发布的是 456079\.00 元/,
  ),
  fault(
    'the parser forgets what the form has no field for',
    'record/read-project.ts',
    '[...head.others, ...goals.others]',
    '[...goals.others]',
    /sides\.md: 7 行 第 3 格“300\.00”/,
  ),
  fault(
    'the writer of tables leaves out a column of the office',
    'downloads/indicator-table.ts',
    'toJsonCell(indicator.details)',
    'toJsonCell(indicator.details.slice(1))',
    /ledger\.md: 6 行 “\[\{"label":"一级指标".*（details）/,
  ),
];

const ofForms = () => ({ JIXIAO_CONTENT: join(project.root, 'other-forms') });
const ofPdfs = () => ({ JIXIAO_CONTENT: join(project.root, 'pdf') });

beforeAll(() => {
  const fixtures = {
    national: 'national-form',
    sides: 'national-form-with-medium-term',
    ledger: 'ledger-of-two-projects',
  };
  const files = Object.entries(fixtures).map(([name, fixture]) => {
    const source = readFileSync(`tests/unit/record/fixtures/${fixture}/source.md`, 'utf8');
    return [`disclosures/2026/${name}.md`, source.replace('45.60', '45.607891')] as const;
  });
  writeFiles(ofForms().JIXIAO_CONTENT, Object.fromEntries(files));
});

describe.each([
  { name: 'pages and downloads', faults: OUTPUTS, env: () => ({}) },
  { name: 'the parser', faults: PARSER, env: () => ({}) },
  { name: 'tables of other forms', faults: FORMS, env: ofForms },
])('in $name', ({ faults, env }) => {
  let losses: string[];

  beforeAll(() => {
    losses = buildWithFaults(project, faults, env());
  });

  test.each(faults)('$what', ({ loss }) => {
    expect(losses.filter((line) => loss.test(line))).not.toEqual([]);
  });
});

describe('in tables of a PDF', () => {
  /** Each of a file of its own. */
  const faults = [
    [
      'layout-c',
      'the import drops the last text of a page',
      'src/import/pdf/read-page.ts',
      'const straight = glyphs.filter(({ direction }) => direction !== null);',
      'const straight = glyphs.filter(({ direction }) => direction !== null).slice(0, -1);',
    ],
    [
      'layout-f',
      'the import puts texts into the cell on the right',
      'src/import/pdf/read-page.ts',
      'cellAt(table, (left + right) / 2, y)',
      'cellAt(table, right + 30, y)',
    ],
    [
      'layout-d',
      'the import drops the last row of each table',
      'src/import/pdf/join-parts.ts',
      '.filter((_, row) => begun.rows.has(row))',
      '.filter((_, row) => begun.rows.has(row) && row < rows.length - 1)',
    ],
  ] as const;
  const importPdf = (name: string) => {
    const file = resolve(`tests/unit/import/fixtures/pdf/${name}.pdf`);
    const args = ['scripts/import.ts', file, '--year', '2026', '--as', name, '--force'];
    return spawnSync(process.execPath, args, { cwd: project.root, env: plainEnvironment(ofPdfs()) }).status;
  };
  let losses: string[];

  beforeAll(() => {
    for (const [name, , path, from, to] of faults) {
      project.change(path, from, to);
      const status = importPdf(name);
      project.restore(path);
      expect([name, status]).toEqual([name, 0]);
    }
    losses = buildWithFaults(project, [], ofPdfs());
  });

  test.each(faults)('%s: %s', (name) => {
    expect(losses.join('\n')).toMatch(new RegExp(`${name}\\.md: .*原件第 \\d+ 页`));
  });

  test('without a fault they are published', () => {
    for (const [name] of faults) expect(importPdf(name)).toBe(0);
    expect(project.build({ ...ofPdfs(), JIXIAO_OUT: join(project.root, 'pdf-dist') })).toMatchObject({
      status: 0,
    });
  });
});

test('without a fault the same content is published', () => {
  expect(project.build({ ...ofForms(), JIXIAO_OUT: join(project.root, 'other-dist') })).toMatchObject({
    status: 0,
  });
  expect(project.build()).toMatchObject({ status: 0, stderr: '' });
});
